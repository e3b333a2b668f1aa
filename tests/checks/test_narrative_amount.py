from dataclasses import replace

import pytest

from checks.check import Skipped
from checks.narrative_amount import Options, narrative_amount
from records.claim import Claim, Stage
from records.disclosure import Disclosure, Kind
from records.finding import Finding, Severity
from records.surroundings import Surroundings
from records.table import Measure, Quality, Side, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table, wan

SUMMARY = a_table(
    TableKind.SUMMARY,
    [
        a_row("income-year", {Measure.TOTAL: "18551.05"}, side=Side.INCOME),
        a_row("carried-in", {Measure.TOTAL: "398.17"}, side=Side.INCOME),
        a_row("income-total", {Measure.TOTAL: "18949.22"}, side=Side.INCOME),
    ],
)
EXPENDITURE = a_table(
    TableKind.EXPENDITURE,
    [
        a_row("total", {Measure.TOTAL: "18949.22", Measure.BASIC: "15390.91", Measure.PROJECT: "3558.31"}),
        a_row("204", {Measure.TOTAL: "18949.22"}, label="公共安全支出"),
        a_row("20406", {Measure.TOTAL: "5155.65"}, label="司法"),
        a_row("2040607", {Measure.TOTAL: "500.00"}, label="公共法律服务"),
        a_row("20408", {Measure.TOTAL: "13793.57"}, label="强制隔离戒毒"),
        a_row("2040801", {Measure.TOTAL: "13793.57"}, label="行政运行"),
    ],
)
SANGONG = a_table(TableKind.SANGONG, [a_row("sangong", {Measure.TOTAL: "112.40"})])


def about(*claims: Claim) -> Disclosure:
    return a_disclosure(tables=[SUMMARY, EXPENDITURE, SANGONG], claims=claims)


def findings(*claims: Claim) -> list[Finding]:
    return list(narrative_amount.function(about(*claims), Surroundings(), Options()))


def test_the_budget_a_final_account_states_is_that_of_its_tables() -> None:
    row = a_row("sangong", {Measure.BUDGET: "41.37", Measure.TOTAL: "36.76"})
    tables = [a_table(TableKind.SANGONG, [row], caption="“三公”经费支出决算表")]

    def stated(amount: str, text: str) -> list[Finding]:
        claim = a_claim("sangong", amount=amount, stage=Stage.BUDGET, text=text)
        disclosure = a_disclosure(kind=Kind.FINAL_ACCOUNTS, tables=tables, claims=[claim])
        return list(narrative_amount.function(disclosure, Surroundings(), Options()))

    assert stated("41.37", "“三公”经费支出预算为41.37万元") == []
    (finding,) = stated("51.37", "“三公”经费支出预算为51.37万元")
    assert (finding.case, finding.expected) == ("different", wan("41.37").yuan)
    assert "“sangong”预算为 51.37 万元" in finding.message
    with pytest.raises(Skipped):
        stated("51.37", "“三公”经费支出年初预算为51.37万元")


def test_an_amount_that_no_table_prints_for_its_subject_is_found_with_both_places() -> None:
    (finding,) = findings(a_claim("project", amount="3568.31"))
    assert finding.case == "different"
    assert [evidence.page for evidence in finding.evidence] == [6, 3]
    assert "相差 10.00 万元" in finding.message


def test_income_may_be_meant_with_or_without_what_was_carried_in() -> None:
    assert not findings(a_claim("income-total", amount="18949.22"), a_claim("income-total", amount="18551.05"))


def test_one_decimal_in_the_text_beside_two_in_the_table_is_the_same_number() -> None:
    assert not findings(a_claim("sangong", amount="112.4"))


def test_a_function_item_is_found_by_its_names_and_not_by_a_namesake() -> None:
    path = ("公共安全支出", "司法", "公共法律服务")
    assert not findings(a_claim("function-item", amount="500.00", path=path))
    assert findings(a_claim("function-item", amount="510.00", path=path))
    with pytest.raises(Skipped):
        findings(a_claim("function-item", amount="5.00", path=("公共安全支出", "司法", "行政运行")))


def test_a_class_may_be_meant_as_the_summary_prints_it_with_money_of_every_source() -> None:
    summary = a_table(
        TableKind.SUMMARY, [a_row("204", {Measure.TOTAL: "600.00"}, label="公共安全支出", side=Side.EXPENDITURE)]
    )
    claim = a_claim("function-class", amount="600.00", path=("公共安全支出",))
    disclosure = a_disclosure(tables=[summary, EXPENDITURE], claims=[claim])
    assert not list(narrative_amount.function(disclosure, Surroundings(), Options()))


def test_a_difference_of_a_rounding_is_silent_and_one_just_beyond_is_a_warning() -> None:
    assert not findings(a_claim("project", amount="3558.32"))
    (finding,) = findings(a_claim("project", amount="3558.33"))
    assert (finding.case, finding.severity) == ("small", Severity.WARNING)


def test_an_amount_whose_last_digits_were_cut_off_is_information() -> None:
    claim = replace(a_claim("project", amount="3558"), amount=wan("3558", decimals=0))
    disclosure = a_disclosure(
        tables=[a_table(TableKind.EXPENDITURE, [a_row("total", {Measure.PROJECT: "3558.58"})])], claims=[claim]
    )
    (finding,) = narrative_amount.function(disclosure, Surroundings(), Options())
    assert (finding.case, finding.severity) == ("rounding", Severity.INFO)


def test_a_cell_left_blank_in_a_table_that_adds_up_is_nothing() -> None:
    rows = [
        a_row("income:general", {Measure.TOTAL: "9.00"}, side=Side.INCOME),
        a_row("income:other", {}, label="其他收入", side=Side.INCOME),
        a_row("income-year", {Measure.TOTAL: "9.00"}, side=Side.INCOME),
    ]
    summary = a_table(TableKind.SUMMARY, rows, caption="收支总表")
    claims = [a_claim("income:other", amount="0.00"), a_claim("income:other", amount="3.00")]
    (finding,) = narrative_amount.function(a_disclosure(tables=[summary], claims=claims), Surroundings(), Options())
    assert "收支总表“其他收入”total空着（视为零）（第 3 页），相差 3.00 万元" in finding.message
    broken = replace(summary, quality=Quality(1, 0))
    with pytest.raises(Skipped):
        list(narrative_amount.function(a_disclosure(tables=[broken], claims=claims), Surroundings(), Options()))


def test_several_amounts_of_one_subject_are_compared_where_all_money_is_of_one_source() -> None:
    rows = [
        a_row("income:general", {Measure.TOTAL: "18949.22"}, side=Side.INCOME),
        a_row("income-total", {Measure.TOTAL: "18949.22"}, side=Side.INCOME),
    ]
    claims = [a_claim("project", amount="3558.31"), a_claim("project", amount="3559.31")]
    disclosure = a_disclosure(tables=[a_table(TableKind.SUMMARY, rows), EXPENDITURE], claims=claims)
    (finding,) = narrative_amount.function(disclosure, Surroundings(), Options())
    assert "3,559.31" in finding.message


def test_a_small_share_of_a_large_number_is_a_warning() -> None:
    (finding,) = findings(a_claim("project", amount="3558.51"))
    assert finding.case == "small"


def test_amounts_given_once_for_each_source_of_money_are_not_set_against_their_sum() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("project", amount="3000.00"), a_claim("project", amount="558.31"))


def test_an_amount_of_another_year_is_not_compared() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("project", amount="1.00", year=2022))


GENERAL = a_table(
    TableKind.GENERAL,
    [
        a_row("total", {Measure.TOTAL: "90.00", Measure.BASIC: "60.00", Measure.PROJECT: "30.00"}),
        a_row("204", {Measure.TOTAL: "90.00"}, label="公共安全支出"),
        a_row("20406", {Measure.TOTAL: "90.00"}, label="司法"),
        a_row("2040601", {Measure.TOTAL: "90.00"}, label="行政运行"),
    ],
)
FUND = a_table(TableKind.FUND, [a_row("total", {Measure.TOTAL: "8.00", Measure.PROJECT: "8.00"})])


def with_sources(*claims: Claim) -> list[Finding]:
    disclosure = a_disclosure(tables=[EXPENDITURE, GENERAL, FUND], claims=claims)
    return list(narrative_amount.function(disclosure, Surroundings(), Options()))


def test_each_source_of_money_is_compared_with_its_own_table() -> None:
    assert not with_sources(
        a_claim("project", amount="3558.31"),
        a_claim("project", amount="30.00", source=Measure.GENERAL),
        a_claim("project", amount="8.00", source=Measure.FUND),
    )
    (finding,) = with_sources(a_claim("project", amount="8.00", source=Measure.GENERAL))
    assert finding.expected == 300_000


def test_what_no_table_prints_in_one_number_is_not_compared() -> None:
    with pytest.raises(Skipped):
        with_sources(a_claim("project", amount="38.00", source=Measure.FISCAL))


def test_an_item_told_by_its_code_is_not_mistaken_for_a_namesake() -> None:
    named = ("", "", "行政运行")
    assert not with_sources(a_claim("function-item", amount="90.00", path=named, code="2040601"))
    assert with_sources(a_claim("function-item", amount="13793.57", path=named, code="2040601"))


def test_personnel_and_public_of_a_final_account_are_compared_with_its_closing_rows() -> None:
    closing = [a_row("personnel", {Measure.TOTAL: "7967.72"}), a_row("public", {Measure.TOTAL: "2266.65"})]
    claims = [
        a_claim("personnel", amount="7967.72", stage=Stage.FINAL),
        a_claim("public", amount="2266.56", stage=Stage.FINAL),
    ]
    disclosure = a_disclosure(tables=[a_table(TableKind.BASIC, closing)], claims=claims, kind=Kind.FINAL_ACCOUNTS)
    (finding,) = narrative_amount.function(disclosure, Surroundings(), Options())
    assert finding.subject.item == "public"


def test_money_granted_this_year_is_compared_with_its_own_column_where_the_table_has_one() -> None:
    columns = {Measure.TOTAL: "7049.66", Measure.YEAR_EXPENDITURE: "6960.80", Measure.CARRIED_IN: "88.86"}
    rows = [a_row("total", columns), a_row("2010602", columns, label="一般行政管理事务")]
    general = a_table(TableKind.GENERAL, rows)

    def stated(*claims: Claim) -> list[Finding]:
        disclosure = a_disclosure(tables=[general], claims=claims)
        return list(narrative_amount.function(disclosure, Surroundings(), Options()))

    item = replace(a_claim("function-item", amount="6960.80"), path=("", "", "一般行政管理事务"), code="2010602")
    assert stated(a_claim("expenditure:general", amount="6960.80"), item) == []
    (finding,) = stated(a_claim("expenditure:general", amount="6970.80"))
    assert finding.case == "different"
