"""Tables of the published corpus, with their own printed totals as the oracle."""

from pathlib import Path

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.tables.gathering import printed_tables
from parsing.tables.tables import table_of
from records.table import TOTAL_ITEM, Measure, Table, TableKind


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


def tables(corpus: Path, pattern: str, knowledge: Knowledge) -> dict[TableKind, Table]:
    (path,) = corpus.glob(pattern)
    gathered = printed_tables(read_file(path, Limits()).pages, knowledge)
    return {printed.kind: table_of(printed, knowledge) for printed in gathered.tables}


ROWS_OF_000 = {
    TableKind.SUMMARY: 34,
    TableKind.INCOME: 29,
    TableKind.EXPENDITURE: 29,
    TableKind.FISCAL: 37,
    TableKind.GENERAL: 29,
    TableKind.BASIC: 35,
    TableKind.FUND: 0,
    TableKind.STATE_CAPITAL: 0,
    TableKind.SANGONG: 9,
    TableKind.PROCUREMENT: 69,
    TableKind.ASSETS: 6,
    TableKind.INSTITUTIONS: 2,
}


@pytest.mark.parametrize("pattern", ["seeds/000_*.txt", "typeset/000.pdf"])
def test_every_table_of_a_budget_has_the_rows_that_are_printed(
    corpus: Path, pattern: str, knowledge: Knowledge
) -> None:
    found = tables(corpus, pattern, knowledge)
    assert {kind: found[kind].printed_rows for kind in ROWS_OF_000} == ROWS_OF_000


@pytest.mark.parametrize(
    ("pattern", "relations"),
    [
        ("seeds/000_*.txt", 270),
        ("typeset/000.pdf", 270),
        ("seeds/004_*.txt", 210),
        ("real/shpt/d8d612_*.pdf", 630),
        ("real/shpt/f45a18_*.pdf", 630),
        ("real/shpt/690679_*.pdf", 130),
        ("real/004_*/*宣传部*.pdf", 410),
        ("real/009_*/*.pdf", 170),
        ("real/025_*/*审计局*.pdf", 380),
        ("real/002_*/*附件2*.pdf", 180),
        ("real/003_*/*水务局*.pdf", 3400),
        ("real/020_*/商务局*.pdf", 470),
        ("real/open-budget-jszwfw/*2018年省检察院*.pdf", 34),
    ],
)
def test_the_arithmetic_of_sound_documents_holds(
    corpus: Path, pattern: str, relations: int, knowledge: Knowledge
) -> None:
    found = tables(corpus, pattern, knowledge)
    assert sum(table.quality.relations for table in found.values()) >= relations
    assert [table.caption for table in found.values() if table.quality.fail] == []


def test_the_total_of_one_table_is_that_of_another(corpus: Path, knowledge: Knowledge) -> None:
    found = tables(corpus, "real/shpt/d8d612_*.pdf", knowledge)
    totals = {
        found[kind].fact(item, Measure.TOTAL)
        for kind, item in (
            (TableKind.SUMMARY, "income-total"),
            (TableKind.INCOME, TOTAL_ITEM),
            (TableKind.EXPENDITURE, TOTAL_ITEM),
            (TableKind.FISCAL, "expenditure-total"),
        )
    }
    assert {fact.amount.yuan for fact in totals if fact} == {189_767_551}
    assert found[TableKind.SANGONG].unit == "万元"


def test_words_in_a_column_of_numbers_become_no_facts(corpus: Path, knowledge: Knowledge) -> None:
    row = tables(corpus, "seeds/004_*.txt", knowledge)[TableKind.BASIC].row("302")
    assert row is not None
    assert row.fact(Measure.PERSONNEL) is None
    assert row.fact(Measure.PUBLIC) is not None


def test_of_the_bodies_of_a_department_the_sangong_of_the_whole_is_taken(corpus: Path, knowledge: Knowledge) -> None:
    table = tables(corpus, "real/003_*/*水务局*.pdf", knowledge)[TableKind.SANGONG]
    this_year, last_year = (table.fact("sangong", measure) for measure in (Measure.GENERAL, Measure.PRIOR))
    assert this_year
    assert last_year
    assert this_year.amount.yuan == 4_691_700
    assert last_year.amount.yuan == 3_826_400
