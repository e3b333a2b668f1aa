"""Misprints of one figure or word: what a slip of the hand makes of it."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from random import Random
from types import MappingProxyType

Misprint = Callable[[str, Random], str | None]
"""Returns the text misprinted, or None where this slip cannot happen to it."""

OPPOSITES = MappingProxyType(
    {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长", "上升": "下降", "降低": "提高"}
)
_NUMBER = re.compile(r"[-−]?[\d,，]+(?:\.\d+)?")


def value_of(text: str) -> Decimal | None:
    """Return the number that a text is, None where it is anything else."""
    bare = text.strip()
    return Decimal(re.sub("[,，]", "", bare).replace("−", "-")) if _NUMBER.fullmatch(bare) else None


def digit_changed(text: str, random: Random) -> str | None:
    """Return the text with one digit replaced by another."""
    position = random.choice([index for index, sign in enumerate(text) if sign.isdigit()])
    other = random.choice([digit for digit in "0123456789" if digit != text[position]])
    return text[:position] + other + text[position + 1 :]


def digits_swapped(text: str, random: Random) -> str | None:
    """Return the text with two neighbouring digits swapped."""
    digits = [index for index, sign in enumerate(text) if sign.isdigit()]
    pairs = [(one, other) for one, other in pairwise(digits) if text[one] != text[other]]
    if not pairs:
        return None
    one, other = random.choice(pairs)
    return text[:one] + text[other] + text[one + 1 : other] + text[one] + text[other + 1 :]


def point_moved(text: str, random: Random) -> str | None:
    """Return the text with its decimal point one place to the left or the right."""
    whole, point, decimals = re.sub("[,，]", "", text).partition(".")
    digits = whole.lstrip("-−")
    if not point or not any(sign in "123456789" for sign in digits + decimals):
        return None
    sign = whole[: len(whole) - len(digits)]
    if len(digits) > 1 and random.random() < 0.5:
        return f"{sign}{digits[:-1]}.{digits[-1]}{decimals}"
    return f"{sign}{(digits + decimals[0]).lstrip('0') or '0'}.{decimals[1:] or '0'}"


def direction_turned(word: str, _random: Random) -> str | None:
    """Return the word for the opposite direction."""
    return OPPOSITES.get(word)


def unit_mistaken(unit: str, _random: Random) -> str | None:
    """Return 元 for 万元, and 万元 for 元."""
    return {"万元": "元", "元": "万元"}.get(unit)


def year_left_over(year: str, _random: Random) -> str | None:
    """Return the year before, as it stood in last year's text."""
    return str(int(year) - 1)
