"""Loads the words by which the narrative compares with last year."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "comparisons.toml"
_UNITS = "亿元|万元|元|[%％]"


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What makes a sentence a comparison with last year, and what makes it an empty one."""

    last_year: tuple[str, ...]
    moved: tuple[str, ...]
    vague: tuple[str, ...]
    new_body: tuple[str, ...]

    def compares(self, sentence: str, fiscal_year: int) -> bool:
        """Whether a sentence compares with the year before the fiscal year."""
        before = (*self.last_year, f"{fiscal_year - 1}年")
        return any(word in sentence for word in before) and any(word in sentence for word in self.moved)

    def moves(self, text: str) -> bool:
        """Whether a text speaks of a movement at all."""
        return any(word in text for word in self.moved)

    def is_vague(self, sentence: str) -> bool:
        """Whether what a sentence says of a movement is nothing definite: it says no number of how far."""
        vague = any(word in sentence for word in self.vague)
        return vague and not re.search(rf"(?:{'|'.join(self.moved)})[^，,]{{0,6}}?\d[\d,.]*\s*(?:{_UNITS})", sentence)


@cache
def load_comparison_words() -> ComparisonWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return ComparisonWords(*(_words(content, key) for key in ("last_year", "moved", "vague", "new_body")))


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)
