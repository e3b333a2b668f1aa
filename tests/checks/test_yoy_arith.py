from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import Skipped
from checks.yoy_arith import Options, yoy_arith
from records.claim import Claim, Direction, Stage
from records.finding import Finding
from records.surroundings import Surroundings
from tests.builders.disclosures import a_claim, a_disclosure


def findings(*claims: Claim) -> list[Finding]:
    return list(yoy_arith.function(a_disclosure(claims=claims), Surroundings(), Options()))


def test_a_percentage_that_its_own_amounts_contradict_is_found() -> None:
    claim = a_claim("total", amount="9729.43", change="115.04", percent="0.53", direction=Direction.INCREASE)
    (finding,) = findings(claim)
    assert finding.case == "percent-slight"
    assert finding.expected == Decimal("1.20")
    assert finding.actual == Decimal("0.53")
    assert finding.message == (
        "“total”本年 9,729.43 万元，比上年增加 115.04 万元，115.04÷（9,729.43－115.04）＝1.20%，"
        "文中写 0.53%（第 6 页），相差 0.67 个百分点。"
    )


def test_a_percentage_off_by_more_than_a_point_is_an_error() -> None:
    (finding,) = findings(
        a_claim("total", amount="110.60", prior="114.00", percent="12.98", direction=Direction.DECREASE)
    )
    assert finding.case == "percent"
    assert "本年 110.60 万元，上年 114.00 万元，（114.00－110.60）÷114.00＝2.98%，文中写 12.98%" in finding.message


def test_the_earlier_figure_is_named_as_the_sentence_names_it() -> None:
    claim = a_claim(
        "total",
        prior="100.00",
        change="10.00",
        percent="1.00",
        direction=Direction.DECREASE,
        base_year=2022,
        base=Stage.EXECUTION,
    )
    (finding,) = findings(claim)
    assert "2022 年执行数 100.00 万元，减少 10.00 万元，10.00÷100.00＝10.00%，文中写 1.00%" in finding.message


def test_a_percentage_that_was_cut_off_instead_of_rounded_passes() -> None:
    assert not findings(a_claim("total", amount="25.77", prior="60.13", percent="57.14", direction=Direction.DECREASE))


def test_a_percentage_exactly_at_the_smallest_reported_distance_passes() -> None:
    claim = a_claim("total", amount="11000.00", prior="10000.00", percent="10.05", direction=Direction.INCREASE)
    assert not findings(claim)
    beyond = a_claim("total", amount="11000.00", prior="10000.00", percent="10.06", direction=Direction.INCREASE)
    assert findings(beyond)


def test_a_small_base_leaves_the_percentage_open_as_far_as_it_was_rounded() -> None:
    assert not findings(a_claim("reception", amount="0.03", prior="0.02", percent="60", direction=Direction.INCREASE))


def test_a_change_whose_verb_was_forgotten_is_not_taken_for_last_years_figure() -> None:
    assert not findings(
        a_claim("operating-cost", amount="210.32", prior="1.43", percent="0.68", direction=Direction.INCREASE)
    )


def test_a_change_that_the_two_amounts_contradict_is_found() -> None:
    claim = a_claim("total", amount="120.00", prior="100.00", change="30.00", direction=Direction.INCREASE)
    (finding,) = findings(claim)
    assert finding.case == "change"
    assert finding.difference == Decimal(100_000)
    assert finding.message == (
        "“total”本年 120.00 万元，上年 100.00 万元，120.00－100.00＝20.00 万元，"
        "文中写增加 30.00 万元（第 6 页），相差 10.00 万元。"
    )


def test_a_change_that_rounding_explains_is_silent_and_one_just_beyond_is_a_rounding() -> None:
    rounded = a_claim("total", amount="120.00", prior="100.00", change="20.01", direction=Direction.INCREASE)
    assert not findings(rounded)
    (finding,) = findings(
        a_claim("total", amount="120.00", prior="100.00", change="20.03", direction=Direction.INCREASE)
    )
    assert finding.case == "change-rounding"


def test_a_zero_base_is_left_to_its_own_check() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("total", amount="25.00", prior="0.00", percent="100", direction=Direction.INCREASE))


def test_without_three_figures_there_is_nothing_to_test() -> None:
    with pytest.raises(Skipped):
        findings(a_claim("total", amount="120.00", change="20.00", direction=Direction.INCREASE))


@given(prior=st.integers(10_000, 10**8), current=st.integers(10_000, 10**8))
def test_figures_rounded_from_true_ones_are_never_reported(prior: int, current: int) -> None:
    old, new = Decimal(prior) / 1000, Decimal(current) / 1000
    percent = abs(new - old) / old * 100
    claim = a_claim(
        "total",
        amount=f"{new:.2f}",
        prior=f"{old:.2f}",
        change=f"{abs(new - old):.2f}",
        percent=f"{percent:.2f}",
        direction=Direction.INCREASE if new >= old else Direction.DECREASE,
    )
    assert not findings(claim)
