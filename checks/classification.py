"""What the items of the government income and expenditure classification are called, year by year."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from records.width import normal_width

FILE = "classification.toml"
_PUNCTUATION = re.compile(r"[\s、,()“”\"·.:\-]")


@dataclass(frozen=True, slots=True)
class ItemName:
    """A name that a code had from one year to another."""

    code: str
    name: str
    first_year: int
    last_year: int | None
    """None while it is still in use."""

    def holds_in(self, fiscal_year: int) -> bool:
        """Say whether the code is known to have had the name in that year."""
        return self.first_year <= fiscal_year and (self.last_year is None or fiscal_year <= self.last_year)


@dataclass(frozen=True, slots=True)
class Classification:
    """The names of the items, as far as they are known."""

    by_code: Mapping[str, Sequence[ItemName]]

    def names_of(self, code: str, fiscal_year: int) -> tuple[str, ...]:
        """Return what a code is called in a year; nothing where that is not known."""
        return tuple(one.name for one in self.by_code.get(code, ()) if one.holds_in(fiscal_year))

    def codes_named(self, name: str, like: str) -> tuple[str, ...]:
        """Return the codes of the same level and classification as another that have this name."""
        wanted = plain(name)
        return tuple(
            code
            for code, names in self.by_code.items()
            if len(code) == len(like) and code[0] == like[0] and any(plain(one.name) == wanted for one in names)
        )


@lru_cache(4096)  # tables print the same names
def plain(name: str) -> str:
    """Return a name without spaces, punctuation and width variants."""
    return _PUNCTUATION.sub("", normal_width(name))


@cache
def load_classification() -> Classification:
    """Return the names in checks/knowledge. Raises ValueError, naming the entry, if one is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    newest = content.get("newest")
    if not isinstance(newest, int):
        raise ValueError(f"{FILE}: newest: must be a year; is {newest!r}")
    by_code: dict[str, list[ItemName]] = {}
    for entry in content.get("names", ()):
        name = _bind(entry, newest)
        by_code.setdefault(name.code, []).append(name)
    return Classification(by_code)


def _bind(entry: object, newest: int) -> ItemName:
    match entry:
        case [str(code), str(name), int(first), int(last)] if code.isdigit() and name and first <= last:
            return ItemName(code, name, first, None if last >= newest else last)
    raise ValueError(f"{FILE}: names: must be code, name, first and last year; is {entry!r}")
