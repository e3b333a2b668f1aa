from decimal import Decimal
from random import Random

import pytest

from bench.alterations import Original, alterations_of
from bench.altered_tables import cells_of, with_number, without_row
from bench.detection import Verdict, findings_of, judged, known
from bench.reach import ties_of
from checks.registry import ALL
from checks.settings import default_settings
from parsing.knowledge_files import load_knowledge
from records.disclosure import Disclosure
from records.table import Measure, TableKind
from tests.builders.disclosures import a_disclosure, a_row, a_table

SETTINGS = default_settings(ALL)


@pytest.fixture(scope="module")
def original() -> Original:
    rows = [
        a_row("total", {Measure.TOTAL: "9.00"}, label="合计"),
        a_row("204", {Measure.TOTAL: "5.00"}),
        a_row("208", {Measure.TOTAL: "4.00"}),
    ]
    return Original(a_disclosure(tables=[a_table(TableKind.GENERAL, rows)]), (), load_knowledge())


def total(disclosure: Disclosure) -> Decimal | None:
    fact = disclosure.tables[0].fact("total", Measure.TOTAL)
    return fact.amount.yuan if fact else None


def test_a_number_is_altered_alone(original: Original) -> None:
    first = next(cells_of(original.disclosure))
    altered = with_number(original.disclosure, first, "8.00")
    assert (total(original.disclosure), total(altered)) == (Decimal(90_000), Decimal(80_000))
    assert altered.tables[0].rows[1:] == original.disclosure.tables[0].rows[1:]
    assert altered.tables[0].quality.fail == 1


def test_a_dropped_row_leaves_the_others(original: Original) -> None:
    (table,) = original.disclosure.tables
    altered = without_row(original.disclosure, table, table.rows[1])
    assert [row.item for row in altered.tables[0].rows] == ["total", "208"]


def test_every_number_of_a_sum_is_tied(original: Original) -> None:
    ties = ties_of(original.disclosure)
    assert all(ties[id(cell.fact)] for cell in cells_of(original.disclosure))


def test_alterations_are_drawn_alike_by_one_seed(original: Original) -> None:
    drawn = [[one.what for one in alterations_of(original, Random(7))] for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) == 500


def test_what_breaks_the_sum_is_found(original: Original) -> None:
    before = known(findings_of(original.disclosure, SETTINGS))
    altered = (one for one in alterations_of(original, Random(7)) if one.kind == "digit changed")
    first = next(one for one in altered if one.shown.broken)
    assert judged(first, findings_of(first.altered, SETTINGS), before).verdict is Verdict.FOUND
    assert judged(first, [], before).verdict is Verdict.MISSED
