"""Loads the words by which the narrative takes a number apart."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

FILE = "amount_lists.toml"


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list of parts looks like; checks/knowledge/amount_lists.toml says what each word does."""

    openings: tuple[str, ...]
    money: Mapping[str, Decimal]
    counted: tuple[str, ...]
    measured: tuple[str, ...]
    limits: tuple[str, ...]
    movements: tuple[str, ...]
    compared: tuple[str, ...]
    last_year: tuple[str, ...]
    rest: tuple[str, ...]
    behind: tuple[str, ...]
    complements: tuple[tuple[tuple[str, ...], ...], ...]
    """Sets of parts that are a whole; each part by its spellings."""


@cache
def load_list_words() -> ListWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    plain = ("openings", "counted", "measured", "limits", "movements", "compared", "rest", "behind")
    words = {key: _words(content.get(key), key) for key in plain}
    last_year = _words(content.get("last-year"), "last-year")
    return ListWords(**words, last_year=last_year, money=_money(content), complements=_complements(content))


def _words(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(value)


def _money(content: Mapping[str, object]) -> Mapping[str, Decimal]:
    units = content.get("money")
    if not isinstance(units, dict) or not all(isinstance(value, int) and value > 0 for value in units.values()):
        raise ValueError(f"{FILE}: money: must be a table of units with their value in 元")
    return {unit: Decimal(value) for unit, value in units.items()}


def _complements(content: Mapping[str, object]) -> tuple[tuple[tuple[str, ...], ...], ...]:
    sets = content.get("complements")
    if not isinstance(sets, list):
        raise ValueError(f"{FILE}: complements: must be a list of lists of words")
    return tuple(
        tuple(tuple(part.split("|")) for part in _words(one, f"complements {number}"))
        for number, one in enumerate(sets, start=1)
    )
