from dataclasses import replace

from records.body import Scope
from records.companions import are_companions, companion_among, joined
from records.disclosure import Disclosure, Document, Kind, Section
from records.evidence import Evidence
from records.table import Measure, TableKind
from tests.builders.contents import an_entry
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table

HEADING = Section("二、收入预算情况说明", 1, "2026年收入预算32852.05万元", (3,), Evidence(page=3))


def narrative(**changes: object) -> Disclosure:
    """Return 附件1: the narrative."""
    said = a_disclosure(2026, claims=[a_claim("total-income", amount="32852.05", year=2026, page=3)])
    document = Document("附件1：部门预算情况说明.pdf", "1" * 64, "pdf", 10)
    told = replace(said, sections=(HEADING,), documents=(document,))
    return replace(told, **changes)  # type: ignore[arg-type]  # each test names the fields it changes


def tables(**changes: object) -> Disclosure:
    """Return 附件2: the tables."""
    summary = a_table(TableKind.SUMMARY, [a_row("total-income", {Measure.TOTAL: "32852.05"})], page=1)
    document = Document("附件2：部门预算报表.pdf", "2" * 64, "pdf", 21)
    printed = replace(a_disclosure(2026, tables=[summary]), documents=(document,))
    return replace(printed, **changes)  # type: ignore[arg-type]  # each test names the fields it changes


def test_the_narrative_and_the_tables_of_one_budget_are_companions() -> None:
    assert are_companions(narrative(), tables())
    assert are_companions(tables(scope=None), narrative())  # tables often do not say whether units are in them


def test_files_of_another_year_kind_scope_or_stage_are_not() -> None:
    assert not are_companions(narrative(), tables(fiscal_year=2025))
    assert not are_companions(narrative(), tables(kind=Kind.FINAL_ACCOUNTS))
    assert not are_companions(narrative(), tables(scope=Scope.UNIT))
    assert not are_companions(narrative(draft=True), tables())


def test_two_files_with_tables_are_versions_of_one_another() -> None:
    whole = replace(tables(), sections=(HEADING,))

    assert not are_companions(whole, tables())
    assert not are_companions(whole, narrative())


def test_the_last_to_arrive_is_the_companion() -> None:
    corrected = narrative(documents=(Document("更正版.pdf", "3" * 64, "pdf", 10),))

    assert companion_among(tables(), [narrative(), corrected, tables(fiscal_year=2025)]) is corrected
    assert companion_among(tables(), [tables()]) is None


def test_the_list_of_contents_of_either_file_is_that_of_both() -> None:
    listed = narrative(contents=(an_entry("一、收支总表", table=TableKind.SUMMARY),))

    assert joined(listed, tables()).contents == listed.contents
    assert joined(tables(), listed).contents[0].evidence.document == "附件1：部门预算情况说明.pdf"


def test_what_a_companion_says_names_the_file_it_stands_in() -> None:
    whole = joined(narrative(), tables(unread_pages=(4,)))

    assert [table.evidence.document for table in whole.tables] == ["附件2：部门预算报表.pdf"]
    fact = whole.tables[0].fact("total-income", Measure.TOTAL)
    assert fact is not None
    assert (fact.evidence.document, fact.evidence.page) == ("附件2：部门预算报表.pdf", 3)
    assert [claim.evidence.document for claim in whole.claims] == [""]
    assert [document.pages for document in whole.documents] == [10, 21]
    assert whole.unread_pages == (4,)


def test_without_a_companion_a_disclosure_stays_as_it_is() -> None:
    alone = narrative()

    assert joined(alone, None) is alone
