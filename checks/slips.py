"""Loads the slips of the pen that are slips wherever they stand."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "text_defects.toml"


@dataclass(frozen=True, slots=True)
class Slips:
    """What is wrong in any text."""

    doubled: re.Pattern[str]
    """A word that stands twice in a row, or a single slip."""
    punctuation: re.Pattern[str]


@cache
def load_slips() -> Slips:
    """Return the slips of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    goes_on = "|".join(map(re.escape, _words(content, "goes-on")))
    doubled = [f"{re.escape(word * 2)}(?!{goes_on})" for word in _words(content, "doubled")]
    slips = re.compile("|".join([*doubled, *_words(content, "slips")]))
    return Slips(slips, re.compile("|".join(_words(content, "punctuation"))))


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)
