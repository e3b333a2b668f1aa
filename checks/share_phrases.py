"""Loads the phrases by which the narrative gives an amount and shares of it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "share_phrases.toml"


@dataclass(frozen=True, slots=True)
class SharePhrases:
    """The words before an amount and before the amounts that lie within it, as regular expressions."""

    key: str
    """Tells the findings of one phrase from those of another; stable."""
    whole: str
    parts: tuple[str, ...]


@cache
def load_share_phrases() -> tuple[SharePhrases, ...]:
    """Return the phrases of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return tuple(_bind(number, table) for number, table in enumerate(content.get("share", ()), start=1))


def _bind(number: int, table: Mapping[str, object]) -> SharePhrases:
    key, whole, parts = (table.get(name) for name in ("key", "whole", "parts"))
    if not isinstance(key, str) or not isinstance(whole, str) or not isinstance(parts, list) or not parts:
        raise ValueError(f"{FILE}: share {number}: needs key, whole and a list of parts")
    for pattern in (whole, *parts):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{FILE}: share {number} ({key}): {pattern!r} is not a pattern: {error}") from error
    return SharePhrases(key, whole, tuple(parts))
