"""Loads the words by which the narrative explains a movement, and those that explain nothing."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checks.running_text import folded

FILE = "reasons.toml"


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """What introduces a reason, and what makes one empty."""

    introduces: tuple[str, ...]
    stock: tuple[re.Pattern[str], ...]
    fillers: tuple[str, ...]
    moved: tuple[str, ...]

    def may_explain(self, text: str) -> bool:
        """Whether a text may hold a reason, in whatever words."""
        return any(word in text for word in self.introduces)

    def is_stock(self, reason: str) -> bool:
        """Whether a reason is a phrase that would fit any movement."""
        return any(pattern.fullmatch(_bare(reason)) for pattern in self.stock)

    def restates(self, reason: str, name: str) -> bool:
        """Whether a reason says no more than that the thing itself moved: 医疗经费增加 of 医疗经费."""
        bare = _bare(reason)
        if not any(word in bare for word in self.moved):
            return False
        for word in (*self.moved, *self.fillers):
            bare = bare.replace(word, "")
        return bare in folded(name)


@cache
def load_reason_words() -> ReasonWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    try:
        stock = tuple(re.compile(pattern) for pattern in _words(content, "stock"))
    except re.error as error:
        raise ValueError(f"{FILE}: stock: {error.pattern!r} is not a pattern: {error}") from error
    return ReasonWords(_words(content, "introduces"), stock, _words(content, "fillers"), _words(content, "moved"))


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)


def _bare(reason: str) -> str:
    return folded(reason).strip("。;,.:、，；：")
