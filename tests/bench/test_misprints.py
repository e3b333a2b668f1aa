from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.misprints import digit_changed, digits_swapped, point_moved, value_of

printed = st.decimals(0, 10**7, places=2).map(lambda number: f"{number:,.2f}")


@given(printed, st.integers())
def test_one_digit_is_another_and_all_else_is_as_it_was(text: str, seed: int) -> None:
    altered = digit_changed(text, Random(seed))
    assert altered is not None
    assert sum(one != other for one, other in zip(text, altered, strict=True)) == 1
    assert value_of(altered) != value_of(text)


@given(printed, st.integers())
def test_swapped_digits_are_the_same_digits_in_another_order(text: str, seed: int) -> None:
    altered = digits_swapped(text, Random(seed))
    if altered is not None:
        assert altered != text
        assert sorted(altered) == sorted(text)


def test_equal_digits_cannot_be_swapped() -> None:
    assert digits_swapped("1,111", Random(0)) is None


@given(printed, st.integers())
def test_a_moved_point_makes_the_number_ten_times_as_large_or_as_small(text: str, seed: int) -> None:
    altered = point_moved(text, Random(seed))
    before = value_of(text)
    if altered is not None and before:
        assert (value_of(altered) or Decimal(0)) / before in (Decimal("0.1"), Decimal(10))


@pytest.mark.parametrize("text", ["12,122", "0.00"])
def test_without_a_point_or_a_digit_there_is_none_to_move(text: str) -> None:
    assert point_moved(text, Random(0)) is None
