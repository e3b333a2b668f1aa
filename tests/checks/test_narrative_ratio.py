from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import Skipped
from checks.narrative_ratio import Options, narrative_ratio
from records.claim import Claim
from records.disclosure import Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table


def findings(*claims: Claim, tables: tuple[Table, ...] = (), text: str = "") -> list[Finding]:
    section = Section("三、支出", 1, text, (18,), Evidence(page=18, caption="三、支出"))
    disclosure = replace(a_disclosure(claims=claims, tables=tables), sections=(section,))
    return list(narrative_ratio.function(disclosure, Surroundings(), Options()))


def whole(amount: str = "2940.05") -> Claim:
    return a_claim("expenditure-year", amount=amount)


def share(subject: str, amount: str, percent: str, of: str | None = None) -> Claim:
    return a_claim(subject, amount=amount, share=percent, share_of=of)


def test_a_share_of_the_whole_that_its_neighbour_shows_is_worked_out_again() -> None:
    (finding,) = findings(whole(), share("basic", "2336.91", "79.49"), share("project", "603.14", "25.10"))
    assert finding.expected == Decimal("20.51")
    assert finding.actual == Decimal("25.10")
    assert "“project”为 603.14 万元（第 6 页）" in finding.message
    assert (
        "“expenditure-year”为 2,940.05 万元（第 6 页），603.14÷2,940.05＝20.51%，文中写占 25.10%，相差 4.59 个百分点"
        in finding.message
    )


def test_shares_of_nothing_stand_between_neighbours() -> None:
    parts = (share("income:fiscal", "900.00", "80.00"), share("income:superior", "0.00", "0.00"))
    (finding,) = findings(whole("1000.00"), *parts, share("income:other", "100.00", "10.00"))
    assert (finding.expected, finding.actual) == (Decimal("90.00"), Decimal("80.00"))


def test_the_share_awarded_to_smaller_firms_is_that_of_the_sum_it_names() -> None:
    text = (
        "政府采购支出总额20.00万元，其中：政府采购货物支出20.00万元。授予中小企业合同金额15.00万元，占政府采购支出总额的{}%，"
        "其中：授予小微企业合同金额3.00万元，占授予中小企业合同金额的20.00%。"
    )
    with pytest.raises(Skipped):
        findings()
    assert findings(text=text.format("75.00")) == []
    (finding,) = findings(text=text.format("57.00"))
    assert (finding.expected, finding.actual) == (Decimal("75.00"), Decimal("57.00"))
    assert "15.00÷20.00＝75.00%" in finding.message


def test_several_wrong_shares_of_one_whole_are_told_once() -> None:
    named = "expenditure-year"
    first, second = findings(
        whole(), share("basic", "2336.91", "75.49", named), share("project", "603.14", "24.51", named)
    )
    assert (first.caused_by, second.caused_by) == (None, first.fingerprint)


def test_shares_that_are_right_rounded_or_cut_off_pass() -> None:
    assert not findings(whole(), share("basic", "2336.91", "79.49"), share("project", "603.14", "20.51"))
    assert not findings(whole(), share("basic", "2336.91", "79.48"))


def test_a_share_exactly_at_the_smallest_reported_distance_passes() -> None:
    named = "expenditure-year"
    assert not findings(whole("10000.00"), share("basic", "9000.00", "90.02", named))
    assert findings(whole("10000.00"), share("basic", "9000.00", "90.03", named))


def test_a_share_of_a_whole_that_the_text_names_needs_no_neighbour() -> None:
    row = a_row("sangong", {Measure.TOTAL: "584.35"})
    table = a_table(TableKind.SANGONG, [row], caption="“三公”经费支出预算表")
    (finding,) = findings(share("reception", "156.55", "62.79", "sangong"), tables=(table,))
    assert "“三公”经费支出预算表" in finding.message
    assert not findings(share("reception", "156.55", "26.79", "sangong"), tables=(table,))


def test_the_sangong_are_no_meetings_and_training_unless_the_table_prints_but_one_total() -> None:
    whole_row, with_meetings = a_row("sangong", {Measure.TOTAL: "833.60"}), a_row("total", {Measure.TOTAL: "2542.85"})
    stated = share("abroad", "222.50", "8.75", "sangong")
    (finding,) = findings(stated, tables=(a_table(TableKind.SANGONG, [whole_row, with_meetings]),))
    assert finding.actual == Decimal("8.75")
    assert finding.expected == Decimal("26.69")
    assert not findings(stated, tables=(a_table(TableKind.SANGONG, [with_meetings]),))


def test_a_wrong_share_whose_whole_nothing_shows_is_left_alone() -> None:
    assert not findings(whole(), share("project", "603.14", "25.10"))


def test_a_neighbour_of_nothing_or_of_everything_shows_no_whole() -> None:
    assert not findings(whole(), share("income:fund", "0", "0"), share("project", "603.14", "25.10"))


def test_a_share_of_nothing_is_not_worked_out() -> None:
    assert not findings(whole("0"), share("basic", "0", "0", "expenditure-year"))


def test_a_share_without_its_sign_is_found() -> None:
    (finding,) = findings(text="基本支出2336.91万元，占76.23；项目支出603.14万元，占20.51%。")
    assert finding.case == "no-sign"
    assert "占76.23" in finding.message


@pytest.mark.parametrize(
    "text", ["占比20.51%，", "占本年支出的20.51%。", "占地50亩，", "占10个百分点，", "占地面积约50，"]
)
def test_other_numbers_behind_the_word_need_no_sign(text: str) -> None:
    with pytest.raises(Skipped):
        findings(text=text)


def test_a_narrative_without_shares_has_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(whole())


@given(part=st.integers(0, 10**8), rest=st.integers(1, 10**8))
def test_shares_of_figures_rounded_from_true_ones_are_never_reported(part: int, rest: int) -> None:
    some, all_of = Decimal(part) / 1000, Decimal(part + rest) / 1000
    percent = f"{some / all_of * 100:.2f}"
    assert not findings(whole(f"{all_of:.2f}"), share("basic", f"{some:.2f}", percent, "expenditure-year"))
