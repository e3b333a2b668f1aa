"""Builds the tables that checks of sums compare, from the numbers of one real budget, and runs one check on them."""

from collections.abc import Sequence
from dataclasses import replace

from checks.check import Check
from checks.runner import run_checks
from checks.settings import bind_settings
from records.disclosure import Disclosure, Kind
from records.finding import CheckRun
from records.surroundings import Surroundings
from records.table import Measure, Quality, Row, Side, Table, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

M = Measure


def run(check: Check, *tables: Table, kind: Kind = Kind.BUDGET, **options: object) -> CheckRun:
    """Run one check with its options on a disclosure of these tables."""
    return run_on(check, a_disclosure(tables=tables, kind=kind), **options)


def run_on(check: Check, disclosure: Disclosure, **options: object) -> CheckRun:
    """Run one check with its options on a disclosure without surroundings."""
    (outcome,) = run_checks(disclosure, Surroundings(), bind_settings([check], {check.code: options}))
    return outcome


def well_read(table: Table) -> Table:
    """Return the table as one that holds so many other sums that its reading is not in doubt."""
    return replace(table, quality=Quality(99, 90))


def misread(table: Table) -> Table:
    """Return the table as one of whose sums so many fail that its reading is in doubt."""
    return replace(table, quality=Quality(9, 1))


def income_side(*items: tuple[str, str]) -> list[Row]:
    """Return rows of the left half of a two-sided table."""
    return [a_row(item, {M.TOTAL: text}, side=Side.INCOME) for item, text in items]


def expenditure_side(*items: tuple[str, str]) -> list[Row]:
    """Return rows of the right half of a two-sided table."""
    return [a_row(item, {M.TOTAL: text}, side=Side.EXPENDITURE) for item, text in items]


def a_summary(
    *,
    year: str = "18949.22",
    housing: str = "729.34",
    income_total: str = "18949.22",
    expenditure_total: str = "18949.22",
) -> Table:
    """Return a 收支总表 that adds up unless told otherwise."""
    rows = [
        *income_side(
            ("income:general", "18551.05"),
            ("income-year", "18551.05"),
            ("carried-in", "398.17"),
            ("income-total", income_total),
        ),
        *expenditure_side(
            ("204", "12528.56"),
            ("208", "5103.09"),
            ("210", "588.23"),
            ("221", housing),
            ("expenditure-year", year),
            ("expenditure-total", expenditure_total),
        ),
    ]
    return a_table(TableKind.SUMMARY, rows, caption="部门预算收支总表", page=4)


def a_coded_table(kind: TableKind, rows: Sequence[tuple[str, str]], *, caption: str = "", page: int = 7) -> Table:
    """Return a table of codes and their totals."""
    return a_table(kind, [a_row(item, {M.TOTAL: text}, page=page) for item, text in rows], caption=caption, page=page)


def an_expenditure_table(*, justice: str = "5155.65", total: str = "12528.56") -> Table:
    """Return a 支出总表 of one class with two sections that adds up unless told otherwise."""
    rows = (("total", total), ("204", total), ("20406", justice), ("20408", "7372.91"))
    return a_coded_table(TableKind.EXPENDITURE, rows, caption="部门预算支出总表")


def a_sangong_table(**texts: str) -> Table:
    """Return a 三公 table in the printed order, items by their keys with '_' for '-'; None leaves the cell blank."""
    amounts = {"sangong": "112.40", "abroad": "", "vehicle": "104.40", "reception": "8.00"} | {
        name.replace("_", "-"): text for name, text in texts.items()
    }
    rows = [a_row(item, {M.TOTAL: text} if text else {}, page=14) for item, text in amounts.items()]
    return a_table(TableKind.SANGONG, rows, caption="部门预算财政拨款“三公”经费支出表", page=14)
