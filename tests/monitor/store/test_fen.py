from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monitor.store.fen import LARGEST_FEN, from_fen, to_fen
from records.amount import Amount

WHOLE_FEN = st.integers(-LARGEST_FEN, LARGEST_FEN)
QUANTA = st.integers(1, 10**14)


@given(WHOLE_FEN, QUANTA)
def test_whole_fen_come_back_to_the_digit(fen: int, quantum: int) -> None:
    amount = Amount(Decimal(fen).scaleb(-2), Decimal(quantum).scaleb(-2))
    kept = to_fen(amount)
    assert kept == (fen, quantum)
    assert from_fen(*kept) == amount


@given(st.decimals(-(10**12), 10**12, places=8), st.sampled_from(["0.00000001", "0.005", "0.01", "0.015", "100"]))
def test_what_was_printed_finer_is_off_by_no_more_than_half_its_quantum(yuan: Decimal, quantum: str) -> None:
    kept = to_fen(Amount(yuan, Decimal(quantum)))
    assert kept is not None
    amount = from_fen(*kept)
    assert abs(amount.yuan - yuan) * 2 <= amount.quantum
    assert amount.quantum >= Decimal(quantum)


def test_a_number_that_no_column_holds_is_no_sum() -> None:
    assert to_fen(Amount(Decimal(10) ** 30, Decimal(1))) is None
