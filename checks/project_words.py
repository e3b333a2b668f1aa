"""Loads the words by which projects are listed and named."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "project_names.toml"


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """What checks/knowledge/project_names.toml says of each."""

    openings: tuple[str, ...]
    endings: tuple[str, ...]
    no_project: tuple[str, ...]


@cache
def load_project_words() -> ProjectWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    found = []
    for key in ("openings", "endings", "no-project"):
        words = content.get(key)
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
            raise ValueError(f"{FILE}: {key}: must be a list of words")
        found.append(tuple(words))
    return ProjectWords(*found)
