"""Money as whole 分, the only way both databases keep it to the digit."""

from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from records.amount import Amount

LARGEST_FEN = 2**63 - 1
"""The largest number a column holds."""


def to_fen(amount: Amount) -> tuple[int, int] | None:
    """Return value and quantum in 分, the quantum at least 1; None where no column holds it, which is no real sum."""
    fen = int((amount.yuan * 100).to_integral_value(ROUND_HALF_UP))
    quantum = max(1, int((amount.quantum * 100).to_integral_value(ROUND_CEILING)))
    return (fen, quantum) if max(abs(fen), quantum) <= LARGEST_FEN else None


def from_fen(fen: int, quantum_fen: int) -> Amount:
    """Return the amount that was kept."""
    return Amount(Decimal(fen) / 100, Decimal(quantum_fen) / 100)
