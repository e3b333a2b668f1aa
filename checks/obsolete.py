"""Loads the names that a reform took out of use."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files

from checks.classification import Classification

FILE = "obsolete_names.toml"


@dataclass(frozen=True, slots=True)
class ObsoleteName:
    """A name that is no longer used."""

    name: str
    now: str
    """What took its place."""
    item: bool
    """Whether it is an item of the classification; else a body or an institution."""
    followed_by: str = ""
    """The regular expression of what must follow, in a text whose brackets are narrow."""


@dataclass(frozen=True, slots=True)
class ObsoleteNames:
    """The names with the last year in which each may stand, and the words of history."""

    entries: tuple[tuple[ObsoleteName, int], ...]
    history: re.Pattern[str]

    def in_year(self, fiscal_year: int) -> Iterator[ObsoleteName]:
        """Yield the names that may not stand any more in that year."""
        return (entry for entry, last_year in self.entries if fiscal_year > last_year)


def load_obsolete_names() -> ObsoleteNames:
    """Return the names of checks/knowledge. Raises ValueError, naming the entry, if one is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    history = content.get("history")
    if not isinstance(history, list) or not all(isinstance(word, str) and word for word in history):
        raise ValueError(f"{FILE}: history: must be a list of words")
    entries = [_bind(entry, key) for key in ("items", "bodies") for entry in _list(content, key)]
    return ObsoleteNames(tuple(entries), re.compile("|".join(map(re.escape, history))))


def names_that_left(classification: Classification, fiscal_year: int) -> Iterator[ObsoleteName]:
    """Yield the names of items that have another name in that year, and that no item has.

    Words of an old name may be used in another sense, so that it counts only where 类, 款 or 项 follows.
    """
    every = [one for names in classification.by_code.values() for one in names]
    in_use = {one.name for one in every if one.holds_in(fiscal_year)}
    for one in every:
        if one.first_year < fiscal_year and one.name not in in_use:
            now = classification.names_of(one.code, fiscal_year)
            if now:
                yield ObsoleteName(one.name, "、".join(now), True, r"\([类款项]\)")


def pattern_of(names: Iterable[ObsoleteName]) -> re.Pattern[str]:
    """Return what finds any of the names."""
    return re.compile("|".join(f"{re.escape(one.name)}(?={one.followed_by})" for one in names))


def _list(content: Mapping[str, object], key: str) -> list[object]:
    entries = content.get(key)
    if not isinstance(entries, list):
        raise ValueError(f"{FILE}: {key}: must be a list")
    return entries


def _bind(entry: object, key: str) -> tuple[ObsoleteName, int]:
    match entry:
        case [str(name), int(last_year), str(now)] if name and now:
            return ObsoleteName(name, now, key == "items"), last_year
    raise ValueError(f"{FILE}: {key}: must be name, last year and what took its place; is {entry!r}")
