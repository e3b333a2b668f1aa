"""Reads printed numbers, and only those that can be read one way."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from records.amount import Amount

_NUMBER = re.compile(r"([-−–]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?")
_IN_BRACKETS = re.compile(r"\((.+)\)")
_OPEN_GROUP = re.compile(r",\d{1,2}$")
_SMALLEST_COIN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number with the precision it was printed with."""

    value: Decimal
    decimals: int


def printed_number(text: str) -> PrintedNumber | None:
    """Return the number a cell holds; None where it holds none, or more than one, or anything besides."""
    plain = _joined(unicodedata.normalize("NFKC", text).strip().split())
    bracketed = _IN_BRACKETS.fullmatch(plain)
    hit = _NUMBER.fullmatch(bracketed[1] if bracketed else plain)
    if hit is None or (bracketed and hit[1]):
        return None
    whole, decimals = hit[2].replace(",", ""), hit[3] or ""
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return PrintedNumber(-value if hit[1] or bracketed else value, len(decimals))


def _joined(pieces: list[str]) -> str:
    """Join the pieces of a number that a narrow cell broke; pieces that may be two numbers stay apart.

    A number may break behind its sign, beside its point or comma, within its decimals (24995.9 / 4) or within a group
    of thousands (304,80 / 0.00), which is no number before it has three digits.
    """
    joined = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        beside_mark = joined[-1] in "-−–(,." or piece[0] in ".,)"
        within = ("." in joined and piece.isdigit()) or _OPEN_GROUP.search(joined)
        joined += piece if beside_mark or within else f" {piece}"
    return joined


def column_quantum(numbers: Iterable[PrintedNumber], unit_yuan: Decimal) -> Decimal:
    """Return the smallest step, in 元, that a column was printed with: that of its finest number, never below a 分."""
    decimals = max((number.decimals for number in numbers), default=0)
    return max(unit_yuan.scaleb(-decimals), _SMALLEST_COIN)


def amount_of(number: PrintedNumber, unit_yuan: Decimal, quantum: Decimal) -> Amount:
    """Return the number as money."""
    return Amount(number.value * unit_yuan, quantum)
