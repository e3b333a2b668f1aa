from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsing.words.numbers import PrintedNumber, amount_of, column_quantum, printed_number
from records.amount import Amount


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("18,949.22", "18949.22", 2),
        ("0", "0", 0),
        ("１２．５", "12.5", 1),
        ("（3.20）", "-3.20", 2),
        ("-4.5", "-4.5", 1),
        ("- 4.5", "-4.5", 1),
        ("13.520000", "13.520000", 6),
        ("24995.9\n4", "24995.94", 2),
        ("18949\n.22", "18949.22", 2),
        ("189,767,\n551", "189767551", 0),
        ("39,025,200\n.00", "39025200.00", 2),
        ("508,00\n0.00", "508000.00", 2),
    ],
)
def test_a_printed_number_keeps_its_value_and_its_precision(text: str, value: str, decimals: int) -> None:
    assert printed_number(text) == PrintedNumber(Decimal(value), decimals)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "—",
        "-",
        "/",
        "万元",
        "12.3%",
        "1,2345",
        "100\n200",
        "107.00000057.000000",
        "12 34",
        "508,000\n0.00",
        "508,00\n0\n123",
        "—12",
        "()",
    ],
)
def test_what_is_no_number_or_may_be_two_is_not_read(text: str) -> None:
    assert printed_number(text) is None


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_every_number_with_thousands_separators_is_read_back(value: Decimal) -> None:
    assert printed_number(f"{value:,}") == PrintedNumber(value, 2)


def test_the_quantum_of_a_column_is_that_of_its_finest_number() -> None:
    numbers = [PrintedNumber(Decimal("112.4"), 1), PrintedNumber(Decimal("112.40"), 2)]
    assert column_quantum(numbers, Decimal(10000)) == 100


def test_the_quantum_is_never_finer_than_a_fen() -> None:
    assert column_quantum([PrintedNumber(Decimal("13.520000"), 6)], Decimal(1)) == Decimal("0.01")


def test_an_empty_column_could_have_printed_whole_units() -> None:
    assert column_quantum([], Decimal(10000)) == 10000


def test_amounts_are_in_yuan() -> None:
    amount = amount_of(PrintedNumber(Decimal("8.00"), 2), Decimal(10000), Decimal(100))
    assert amount == Amount(Decimal(80000), Decimal(100))
