"""Loads what the narrative must speak of."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from records.disclosure import Kind
from records.table import TableKind

FILE = "required_sections.toml"


@dataclass(frozen=True, slots=True)
class RequiredSection:
    """One thing a narrative must speak of."""

    key: str
    """Tells its findings from others; stable."""
    name: str
    words: re.Pattern[str]
    kinds: frozenset[Kind]
    tables: frozenset[TableKind]
    since: int
    departments_only: bool


@cache
def load_required_sections() -> tuple[RequiredSection, ...]:
    """Return the sections of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return tuple(_bind(number, table) for number, table in enumerate(content.get("section", ()), start=1))


def _bind(number: int, table: Mapping[str, object]) -> RequiredSection:
    key, name, words, since = (table.get(field) for field in ("key", "name", "words", "since"))
    if not isinstance(key, str) or not isinstance(name, str) or not isinstance(words, list) or not words:
        raise ValueError(f"{FILE}: section {number}: needs key, name and a list of words")
    try:
        return RequiredSection(
            key,
            name,
            re.compile("|".join(map(str, words))),
            frozenset(Kind(str(kind)) for kind in _list(table, "kinds")),
            frozenset(TableKind(str(kind)) for kind in _list(table, "tables")),
            since if isinstance(since, int) else 0,
            table.get("departments_only") is True,
        )
    except (ValueError, re.error) as error:
        raise ValueError(f"{FILE}: section {number} ({key}): {error}") from error


def _list(table: Mapping[str, object], field: str) -> list[object]:
    values = table.get(field, [])
    if not isinstance(values, list):
        raise ValueError(f"{field} must be a list")
    return values
