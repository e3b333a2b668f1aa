from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import Skipped
from checks.completion_rate import Options, completion_rate
from records.claim import Claim, Stage
from records.disclosure import Kind, Section
from records.evidence import Evidence
from records.finding import Finding
from records.surroundings import Surroundings
from records.table import Measure, Table, TableKind
from tests.builders.disclosures import a_claim, a_disclosure, a_row, a_table

FIRST = "完成年初预算的"


def findings(*claims: Claim, tables: tuple[Table, ...] = ()) -> list[Finding]:
    disclosure = a_disclosure(kind=Kind.FINAL_ACCOUNTS, claims=claims, tables=tables)
    return list(completion_rate.function(disclosure, Surroundings(), Options()))


def planned(amount: str, stage: Stage = Stage.BUDGET, caption: str = "") -> Claim:
    return a_claim("expenditure:general", amount=amount, stage=stage, caption=caption)


def final(amount: str, rate: str, *, completed: Stage = Stage.BUDGET, text: str = FIRST) -> Claim:
    return a_claim(
        "expenditure:general", amount=amount, stage=Stage.FINAL, completion=rate, completed=completed, text=text
    )


def test_a_rate_that_its_own_budget_contradicts_is_found() -> None:
    (finding,) = findings(planned("2993.92"), final("2940.05", "89.20"))
    assert finding.case == "different"
    assert finding.expected == Decimal("98.20")
    assert "决算 2,940.05 万元" in finding.message
    assert "年初预算为 2,993.92 万元" in finding.message


def test_a_rate_off_by_less_than_a_point_is_a_warning() -> None:
    (finding,) = findings(planned("2993.92"), final("2940.05", "98.02"))
    assert finding.case == "slight"


def test_a_rate_that_is_right_or_cut_off_passes() -> None:
    assert not findings(planned("2993.92"), final("2940.05", "98.20"))
    assert not findings(planned("336.00"), final("331.00", "98.51"))
    assert not findings(planned("590.53"), final("4.70", "0.79"))


def test_a_rate_exactly_at_the_smallest_reported_distance_passes() -> None:
    assert not findings(planned("10000.00"), final("9000.00", "90.05"))
    assert findings(planned("10000.00"), final("9000.00", "90.06"))


def test_a_rate_of_a_budget_of_nothing_names_the_budget_it_was_worked_out_with() -> None:
    (finding,) = findings(planned("0"), planned("321.02", Stage.ADJUSTED), final("307.82", "95.89"))
    assert finding.case == "zero-base"
    assert finding.expected is None
    assert "按全年预算 321.02 万元计算为 95.89%" in finding.message


def test_nothing_spent_of_nothing_planned_is_only_an_information() -> None:
    (finding,) = findings(planned("0"), final("0", "100"))
    assert finding.case == "nothing-planned"


def test_a_budget_without_a_name_may_be_either_budget_of_the_year() -> None:
    claims = (planned("300.00"), planned("321.02", Stage.ADJUSTED))
    assert not findings(*claims, final("307.82", "95.89", text="完成预算的95.89%"))
    assert findings(*claims, final("307.82", "95.89"))


def test_the_adjusted_budget_is_not_the_one_of_the_years_beginning() -> None:
    (finding,) = findings(planned("300.00"), planned("52.00", Stage.ADJUSTED), final("51.32", "98.69"))
    assert finding.actual == Decimal("98.69")
    assert not findings(planned("52.00", Stage.ADJUSTED), final("51.32", "98.69", completed=Stage.ADJUSTED))


def test_the_budget_may_stand_in_the_table_alone() -> None:
    row = a_row("reception", {Measure.BUDGET: "5.80", Measure.TOTAL: "0.90"})
    table = a_table(TableKind.SANGONG, [row], caption="“三公”经费支出决算表")
    right, wrong = (
        a_claim("reception", amount="0.90", stage=Stage.FINAL, completion=rate, completed=Stage.BUDGET)
        for rate in ("15.52", "51.52")
    )
    assert not findings(right, tables=(table,))
    (finding,) = findings(wrong, tables=(table,))
    assert "“三公”经费支出决算表年初预算为 5.80 万元" in finding.message


def test_a_project_looked_back_on_is_reckoned_from_its_own_sentence() -> None:
    text = "自评得分为96.5分。全年预算数为120.00万元，执行数为108.00万元，完成预算的{}%。绩效目标完成情况：良好。"

    def looked_back_on(rate: str) -> list[Finding]:
        section = Section("（二）绩效自评结果", 2, text.format(rate), (25,), Evidence(page=25))
        disclosure = replace(a_disclosure(kind=Kind.FINAL_ACCOUNTS), sections=(section,))
        return list(completion_rate.function(disclosure, Surroundings(), Options()))

    assert looked_back_on("90") == looked_back_on("90.0") == []
    (finding,) = looked_back_on("80")
    assert (finding.case, finding.expected, finding.actual) == ("different", Decimal("90.00"), Decimal(80))
    assert "108.00÷120.00＝90.00%" in finding.message


def test_a_budget_of_another_section_or_item_is_not_its_budget() -> None:
    elsewhere = planned("300.00", caption="七、“三公”经费")
    item = a_claim("expenditure:general", amount="300.00", stage=Stage.BUDGET, path=("教育支出",))
    with pytest.raises(Skipped):
        findings(elsewhere, item, final("307.82", "95.89"))


@given(budget=st.integers(1_000, 10**8), spent=st.integers(0, 10**8))
def test_rates_of_figures_rounded_from_true_ones_are_never_reported(budget: int, spent: int) -> None:
    plan, used = Decimal(budget) / 1000, Decimal(spent) / 1000
    rate = used / plan * 100
    assert not findings(planned(f"{plan:.2f}"), final(f"{used:.2f}", f"{rate:.2f}"))
