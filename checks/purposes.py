"""Loads what the items of the functional classification are for."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "purposes.toml"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What some items are for."""

    items: tuple[str, ...]
    """The end of their names."""
    words: tuple[str, ...]
    """What narratives call what is spent under them."""

    def names(self, text: str) -> bool:
        """Whether a text names the purpose."""
        return any(word in text for word in self.words)


@dataclass(frozen=True, slots=True)
class PurposeWords:
    """The purposes, and the words around the use of an item."""

    purposes: tuple[Purpose, ...]
    generic: tuple[str, ...]
    """Beginnings of item names that stand under many 款."""
    uses: tuple[str, ...]
    ends: tuple[str, ...]

    def of(self, item: str) -> Purpose | None:
        """Return what an item is for, as far as its name tells."""
        return next((purpose for purpose in self.purposes if item.endswith(purpose.items)), None)


@cache
def load_purposes() -> PurposeWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    tables = content.get("purpose", ())
    return PurposeWords(
        tuple(_purpose(number, table) for number, table in enumerate(tables, start=1)),
        *(_words(content, key, key) for key in ("generic", "uses", "ends")),
    )


def _purpose(number: int, table: Mapping[str, Sequence[object]]) -> Purpose:
    return Purpose(*(_words(table, key, f"purpose {number}: {key}") for key in ("items", "words")))


def _words(table: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    words = table.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {place}: must be a list of words")
    return tuple(words)
