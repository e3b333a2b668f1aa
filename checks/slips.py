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
    doubled, goes_on = (map(re.escape, _words(content, key)) for key in ("doubled", "goes-on"))
    slips = "|".join(_words(content, "slips"))
    pattern = rf"({'|'.join(doubled)})\1(?!{'|'.join(goes_on)})|{slips}"
    return Slips(re.compile(pattern), re.compile("|".join(_words(content, "punctuation"))))


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)
