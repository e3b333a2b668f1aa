"""Finds where the text speaks of a public table by its name."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checks.prose import Part, passages_of
from checks.running_text import folded
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.table import TableKind

FILE = "named_tables.toml"
_STOPS = "，。；、：:,;（(“”《\n"
_SENTENCE = re.compile(r"[^。；\n]+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A table that the text names."""

    name: str
    kind: TableKind
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Names:
    kinds: Mapping[str, TableKind]
    pattern: re.Pattern[str]
    elsewhere: re.Pattern[str]


def mentions_of(disclosure: Disclosure) -> Iterator[Mention]:
    """Yield the tables that sentences of the text name as tables of this publication."""
    names = _load()
    for passage in passages_of(disclosure):
        if passage.part is not Part.TEXT:
            continue
        for sentence in _SENTENCE.finditer(passage.text) if names.pattern.search(passage.text) else ():
            if names.elsewhere.search(sentence.group()):
                continue
            for found in names.pattern.finditer(passage.text, sentence.start(), sentence.end()):
                name = found["name"]
                yield Mention(name, names.kinds[folded(name)], passage.at(*passage.quotation(*found.span("name"))))


@cache
def _load() -> _Names:
    """Return the names of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    tables, mention = content.get("tables"), content.get("mention")
    if not isinstance(tables, dict) or not isinstance(mention, dict):
        raise ValueError(f"{FILE}: tables and mention must be tables")
    kinds = {str(name): TableKind(kind) for kind, listed in tables.items() for name in listed}
    before = "|".join(map(re.escape, (*_STOPS, *_words(mention, "before"))))
    longest_first = "|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))
    elsewhere = "|".join(map(re.escape, _words(mention, "elsewhere")))
    return _Names(
        kinds,
        re.compile(rf"(?:^|(?<=\n)|{before})(?P<name>{longest_first})(?![示明现])", re.MULTILINE),
        re.compile(elsewhere),
    )


def _words(table: Mapping[str, object], key: str) -> list[str]:
    words = table.get(key)
    if not isinstance(words, list) or not words:
        raise ValueError(f"{FILE}: mention.{key}: must be a list of words")
    return [str(word) for word in words]
