"""Performance, procurement and asset tables of the published corpus, against what careful reading found in them.

They are read from text: tests/parsing/test_seeds_in_every_format.py shows that the other formats say the same.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.performance.projects import project_of
from parsing.printed import PrintedTable
from parsing.property.assets import assets_of
from parsing.property.purchases import purchases_of
from parsing.reader import read_file
from parsing.tables.gathering import printed_tables
from records.performance import Project
from records.property import Purchase, PurchaseRow
from records.table import Measure, TableKind
from records.tolerance import Agreement, agreement, tolerance
from tests.builders.disclosures import wan

DOUBTFUL_PLANS = {2, 7, 10, 13, 16, 17, 18, 19, 20, 22, 23, 26, 27}
"""The projects of seed 002 whose plan lost its December, or whose figures stand between the months."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def tables(corpus: Path, seed: str, kind: TableKind, knowledge: Knowledge) -> Iterator[PrintedTable]:
    (path,) = (corpus / "seeds").glob(f"{seed}_*")
    gathered = printed_tables(read_file(path, Limits()).pages, knowledge)
    return (table for table in gathered.tables if table.kind is kind)


def projects(corpus: Path, seed: str, knowledge: Knowledge) -> list[Project]:
    found = tables(corpus, seed, TableKind.PROJECT_PERFORMANCE, knowledge)
    return [project_of(table, knowledge) for table in found]


@pytest.mark.parametrize(("seed", "tables", "rows"), [("001", 19, 171), ("002", 27, 175), ("004", 9, 76)])
def test_no_indicator_is_lost_or_made(corpus: Path, knowledge: Knowledge, seed: str, tables: int, rows: int) -> None:
    read = projects(corpus, seed, knowledge)

    assert (len(read), sum(len(project.indicators) for project in read)) == (tables, rows)
    assert all(each.level1.endswith("指标") and each.level2.endswith("指标") for p in read for each in p.indicators)


def test_only_the_plans_that_lost_a_column_are_doubtful(corpus: Path, knowledge: Knowledge) -> None:
    read = projects(corpus, "002", knowledge)

    assert {project.number for project in read if project.plan_doubtful} == DOUBTFUL_PLANS
    assert all(project.budget == project.fiscal_funding for project in read)
    assert sum(project.budget.yuan for project in read if project.budget) == Decimal("13713600")


def purchases(corpus: Path, seed: str, knowledge: Knowledge) -> Sequence[Purchase]:
    (table,) = tables(corpus, seed, TableKind.PROCUREMENT, knowledge)
    return purchases_of(table, knowledge)


@pytest.mark.parametrize(
    ("seed", "items", "subtotals"),
    [
        ("000", 66, {"石家庄市司法局": ("923.08", 19), "石家庄市第二强制隔离戒毒所": ("819.90", 47)}),
        ("004", 4, {"秦皇岛市海港区司法局本级": ("59.50", 4)}),
    ],
)
def test_every_row_of_the_procurement_is_there_and_adds_up(
    corpus: Path, knowledge: Knowledge, seed: str, items: int, subtotals: dict[str, tuple[str, int]]
) -> None:
    rows = purchases(corpus, seed, knowledge)
    bought = [row for row in rows if row.row is PurchaseRow.ITEM]

    assert len(bought) == items
    assert [row.row for row in rows].count(PurchaseRow.TOTAL) == 1
    assert {
        row.body: (row.amount, sum(each.body == row.body for each in bought))
        for row in rows
        if row.row is PurchaseRow.SUBTOTAL
    } == {body: (wan(amount), count) for body, (amount, count) in subtotals.items()}
    for row in bought:
        assert row.quantity
        assert row.unit_price
        assert row.amount
        off = row.quantity.value * row.unit_price.yuan - row.amount.yuan
        assert agreement(off, tolerance([row.amount.quantum])) is Agreement.EQUAL


def test_the_columns_of_every_page_of_the_procurement_are_told_by_their_headings(
    corpus: Path, knowledge: Knowledge
) -> None:
    rows = purchases(corpus, "000", knowledge)
    total = next(row for row in rows if row.row is PurchaseRow.TOTAL)
    bought = [row for row in rows if row.row is PurchaseRow.ITEM]

    assert total.sources == ((Measure.GENERAL, wan("1578.38")), (Measure.CARRIED_IN, wan("164.60")))
    assert total.reserved_for_smaller_firms == wan("1381.48")
    for measure, amount in total.sources:
        assert sum(one.yuan for row in bought for held, one in row.sources if held is measure) == amount.yuan
    reserved = [row.reserved_for_smaller_firms for row in bought]
    assert sum(one.yuan for one in reserved if one) == Decimal("13814800")


@pytest.mark.parametrize(
    ("seed", "values"),
    [
        ("000", ["38329.42", "18094.29", "5673.67", "593.21", "988.21", "18653.71"]),
        ("004", ["326.37", "0", "0", "43.82", "0", "282.55"]),
    ],
)
def test_the_assets_are_those_printed(corpus: Path, knowledge: Knowledge, seed: str, values: list[str]) -> None:
    (table,) = tables(corpus, seed, TableKind.ASSETS, knowledge)
    assets = assets_of(table, knowledge)

    assert [asset.item for asset in assets] == [
        "total",
        "buildings",
        "office-buildings",
        "vehicles",
        "equipment",
        "other",
    ]
    assert [asset.value for asset in assets] == [wan(value) for value in values]
    assert {asset.as_of for asset in assets} == {date(2022, 12, 31)}
