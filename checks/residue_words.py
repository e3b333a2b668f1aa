"""Loads what forms say to whoever fills them in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "template_residue.toml"
KINDS = ("choices", "placeholders", "instructions", "blanks")


@dataclass(frozen=True, slots=True)
class ResidueWords:
    """The words of forms, by what they are there for."""

    choices: re.Pattern[str]
    placeholders: re.Pattern[str]
    instructions: re.Pattern[str]
    blanks: re.Pattern[str]


@cache
def load_residue_words() -> ResidueWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if one is no regular expression."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return ResidueWords(**{kind: _pattern(content, kind) for kind in KINDS})


def _pattern(content: Mapping[str, object], key: str) -> re.Pattern[str]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of regular expressions")
    try:
        return re.compile("|".join(words))
    except re.error as error:
        raise ValueError(f"{FILE}: {key}: {error}") from error
