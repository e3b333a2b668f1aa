"""Loads the words by which a document says that a table has nothing in it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checks.running_text import folded

FILE = "empty_tables.toml"


@dataclass(frozen=True, slots=True)
class EmptyTableWords:
    """What a note, a cell or a sentence says of an empty table."""

    declared: re.Pattern[str]
    conditional: re.Pattern[str]
    said: re.Pattern[str]

    def explains(self, note: str) -> bool:
        """Whether a note accounts for an empty table, be it by saying what an empty one means."""
        return self.declared.search(folded(note)) is not None

    def declares_empty(self, note: str) -> bool:
        """Whether a note says that this table is empty."""
        return self.explains(note) and not self.conditional.search(folded(note))

    def says_none(self, sentence: str) -> bool:
        """Whether a sentence says that there is no such money."""
        return self.said.search(folded(sentence)) is not None


@cache
def load_empty_table_words() -> EmptyTableWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return EmptyTableWords(*(_pattern(content, key) for key in ("declared", "conditional", "said")))


def _pattern(content: Mapping[str, object], key: str) -> re.Pattern[str]:
    phrases = content.get(key)
    if not isinstance(phrases, list) or not phrases or not all(isinstance(one, str) and one for one in phrases):
        raise ValueError(f"{FILE}: {key}: must be a list of regular expressions")
    try:
        return re.compile("|".join(phrases))
    except re.error as error:
        raise ValueError(f"{FILE}: {key}: {error}") from error
