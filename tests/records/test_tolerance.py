from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from records.amount import Amount
from records.tolerance import Agreement, agreement, is_shortened, tolerance

CENT = Decimal("0.01")
WAN_CENT = Decimal(100)
quanta = st.lists(st.sampled_from([CENT, Decimal(1), WAN_CENT, Decimal(10_000)]), min_size=1, max_size=30)


def test_two_printings_of_one_number_may_differ_by_one_quantum() -> None:
    assert tolerance([WAN_CENT, WAN_CENT]) == WAN_CENT


def test_a_sum_of_three_parts_may_be_off_by_four_halves() -> None:
    assert tolerance([WAN_CENT] * 4) == 200


def test_a_coarse_printing_widens_the_tolerance_by_its_own_half() -> None:
    assert tolerance([Decimal(1000), WAN_CENT]) == 550  # 112.4 beside 112.40


def test_exactly_the_tolerance_is_equal() -> None:
    assert agreement(Decimal(100), Decimal(100)) is Agreement.EQUAL
    assert agreement(Decimal(-100), Decimal(100)) is Agreement.EQUAL


def test_exactly_twice_the_tolerance_is_still_rounding() -> None:
    assert agreement(Decimal(200), Decimal(100)) is Agreement.ROUNDING
    assert agreement(Decimal("200.01"), Decimal(100)) is Agreement.DIFFERENT


def test_without_tolerance_only_equal_is_equal() -> None:
    assert agreement(Decimal(0), Decimal(0)) is Agreement.EQUAL
    assert agreement(CENT, Decimal(0)) is Agreement.DIFFERENT


@given(quanta, st.data())
def test_rounding_each_number_once_never_exceeds_the_tolerance(steps: list[Decimal], data: st.DataObject) -> None:
    exact = [data.draw(st.decimals(-(10**6), 10**6, places=4)) for _ in steps[1:]]
    printed = [(value / step).quantize(Decimal(1)) * step for value, step in zip(exact, steps[1:], strict=True)]
    whole = (sum(exact, Decimal(0)) / steps[0]).quantize(Decimal(1)) * steps[0]
    assert agreement(whole - sum(printed, Decimal(0)), tolerance(steps)) is Agreement.EQUAL


def test_the_coarser_of_two_printings_may_have_its_last_digits_cut_off() -> None:
    coarse, fine = Amount(Decimal(12_560_000), Decimal(10_000)), Amount(Decimal(12_565_800), WAN_CENT)
    assert is_shortened(coarse, fine)
    assert is_shortened(fine, coarse)
    assert not is_shortened(coarse, Amount(Decimal(12_554_200), WAN_CENT))
    assert not is_shortened(fine, Amount(Decimal(12_565_600), WAN_CENT))


def test_a_number_may_be_rounded_to_a_digit_less_than_those_around_it() -> None:
    fine = Amount(Decimal("7645910.48"), Decimal("0.01"))
    assert is_shortened(Amount(Decimal(7_646_000), WAN_CENT), fine)
    assert not is_shortened(Amount(Decimal(7_646_100), WAN_CENT), fine)
    assert not is_shortened(Amount(Decimal(7_647_000), WAN_CENT), fine)
