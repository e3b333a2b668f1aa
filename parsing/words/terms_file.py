"""Reads one file of printed words: the one that ships with the package, extended by the administrator's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

Member = TypeVar("Member", bound=StrEnum)


class InvalidTerms(Exception):
    """A file of words is not as it must be: says which file and which key."""

    def __init__(self, file: str, key: str, problem: str) -> None:
        self.file, self.key, self.problem = file, key, problem
        super().__init__(f"{file}: {key}: {problem}")


@dataclass(frozen=True, slots=True)
class TermsFile:
    """The content of a file, whose values are checked as they are taken out."""

    name: str
    content: Mapping[str, Any]

    def word(self, *path: str) -> str:
        """Return one word. Raises InvalidTerms if there is none at that key."""
        value = self._at(path)
        if not isinstance(value, str) or not value:
            raise InvalidTerms(self.name, ".".join(path), f"must be a word; is {value!r}")
        return value

    def words(self, *path: str) -> tuple[str, ...]:
        """Return a list of words. Raises InvalidTerms if there is none at that key."""
        value = self._at(path)
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise InvalidTerms(self.name, ".".join(path), f"must be a list of words; is {value!r}")
        return tuple(value)

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return the lists of words under a heading, in the order of the file."""
        value = self._at((name,))
        if not isinstance(value, Mapping):
            raise InvalidTerms(self.name, name, f"must be a table; is {value!r}")
        return {key: self.words(name, key) for key in value}

    def table_of(self, name: str, kind: type[Member]) -> Mapping[Member, tuple[str, ...]]:
        """Return the lists of words under a heading whose keys are members of a kind."""
        table = self.table(name)
        for key in table:
            if key not in list(kind):
                raise InvalidTerms(self.name, f"{name}.{key}", f"unknown key; known: {', '.join(kind)}")
        return {kind(key): words for key, words in table.items()}

    def _at(self, path: tuple[str, ...]) -> Any:
        value: Any = self.content
        for key in path:
            if not isinstance(value, Mapping) or key not in value:
                raise InvalidTerms(self.name, ".".join(path), "is missing")
            value = value[key]
        return value


def read_terms(name: str, overlay: Path | None = None) -> TermsFile:
    """Return the words of parsing/knowledge/`name`, extended by the file of the same name in the overlay folder.

    Raises InvalidTerms if the overlay's file is not TOML or gives a key another shape.
    """
    shipped = tomllib.loads(files("parsing").joinpath("knowledge", name).read_text(encoding="utf-8"))
    added = overlay / name if overlay else None
    if added is None or not added.exists():
        return TermsFile(name, shipped)
    try:
        return TermsFile(str(added), _extended(shipped, tomllib.loads(added.read_text(encoding="utf-8"))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidTerms(str(added), "file", f"is not TOML: {error}") from error


def _extended(shipped: Mapping[str, Any], added: Mapping[str, Any]) -> dict[str, Any]:
    """Add the words of lists to the lists, tables to tables; any other value replaces the shipped one."""
    merged = dict(shipped)
    for key, value in added.items():
        known = merged.get(key)
        if isinstance(known, Mapping) and isinstance(value, Mapping):
            merged[key] = _extended(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            merged[key] = [*known, *value]
        else:
            merged[key] = value
    return merged
