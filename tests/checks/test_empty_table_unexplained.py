from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.check import CheckOptions, Skipped, Unresolved
from checks.empty_table_unexplained import empty_table_unexplained
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table

FUND = "三、政府性基金预算拨款支出情况"


def empty(kind: TableKind = TableKind.FUND, *, note: str = "", grid: Sequence[tuple[str, ...]] = ()) -> Table:
    return replace(a_table(kind, [a_row("total", {})], caption="基金表", page=13, note=note), grid=tuple(grid))


def filled(note: str = "", amount: str = "47.91", kind: TableKind = TableKind.FUND) -> Table:
    return a_table(kind, [a_row("total", {Measure.TOTAL: amount})], caption="基金表", page=31, note=note)


def publishing(table: Table, text: str = "", *claims: Claim) -> Disclosure:
    section = Section(FUND, 2, text, (23,), Evidence(page=23, text=FUND))
    return replace(a_disclosure(tables=[table], claims=claims), sections=(section,))


def findings(disclosure: Disclosure) -> list[Finding]:
    return list(empty_table_unexplained.function(disclosure, Surroundings(), CheckOptions()))


def test_an_empty_table_that_nothing_explains_is_found() -> None:
    (finding,) = findings(publishing(empty()))
    assert finding.case == "unexplained"
    assert finding.message == "基金表（第 13 页）没有数据，表下和说明文字都没有写明原因。"


@pytest.mark.parametrize(
    "note",
    [
        "注：无政府基金预算财政拨款预算，空表列示。",
        "注：本表本年度无发生额。",
        "说明：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。",
        "注：本表反映政府性基金情况，此表如无数字则表示单位无该项支出。",
    ],
)
def test_a_note_below_the_table_explains_it(note: str) -> None:
    assert not findings(publishing(empty(note=note)))


def test_a_cell_may_say_that_the_table_is_empty() -> None:
    assert not findings(publishing(empty(grid=[("合计", ""), ("此表为空", "")])))


@pytest.mark.parametrize("text", ["本部门没有使用政府性基金预算拨款安排的支出。", "政府性基金拨款支出预算为 0；"])
def test_the_narrative_may_explain_it(text: str) -> None:
    assert not findings(publishing(empty(), text))


def test_printed_zeros_say_what_there_is_to_say() -> None:
    assert not findings(publishing(filled(amount="0.00")))


def test_a_table_whose_numbers_we_did_not_understand_is_not_called_empty() -> None:
    assert not findings(publishing(empty(grid=[("政府性基金支出", "12.50")])))


def test_a_note_that_calls_a_filled_table_empty_is_an_error() -> None:
    note = "注:本部门2024年无政府性基金预算，故本表为空表。"
    (finding,) = findings(publishing(filled(note)))
    assert finding.case == "contradicted"
    assert finding.message == f"基金表（第 31 页）的说明称“{note}”，表中“total”却为 47.91 万元（第 3 页）。"


def test_a_note_about_what_a_table_leaves_out_does_not_call_it_empty() -> None:
    assert not findings(publishing(filled("注：不含教学科研人员学术交流因公出国（境）费用，无此项支出的不填。")))


def test_an_amount_in_the_text_beside_an_empty_table_is_an_error() -> None:
    claim = a_claim("sangong", amount="0.95", stage=Stage.BUDGET, page=22)
    (finding,) = findings(publishing(empty(TableKind.SANGONG), "", claim))
    assert finding.case == "contradicted"
    assert "全空，文字却写有“sangong”年初预算 0.95 万元（第 22 页）" in finding.message


def test_a_text_that_denies_what_the_table_prints_is_an_error() -> None:
    (finding,) = findings(publishing(filled(), "本部门2026年度没有使用政府性基金预算拨款安排的支出。"))
    assert finding.case == "contradicted"
    assert finding.message.startswith(f"“{FUND}”（第 23 页）称“本部门2026年度没有使用政府性基金预算拨款安排的支出”")


def test_a_text_that_gives_the_amount_denies_only_something_else() -> None:
    claim = a_claim("expenditure:fund", amount="47.91")
    assert not findings(publishing(filled(), "所属单位没有使用政府性基金安排的支出。", claim))


def test_an_explanation_that_may_stand_on_an_unread_page_is_unresolved() -> None:
    with pytest.raises(Unresolved):
        findings(replace(publishing(empty()), unread_pages=(14,)))


def test_without_tables_there_is_nothing_to_explain() -> None:
    with pytest.raises(Skipped):
        findings(a_disclosure())
