"""The counts that stand beside the amounts of the 三公: how many vehicles, groups, persons, receptions and guests."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import takewhile

from checks.running_text import folded
from checks.said import said_at
from checks.wording import place
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.hierarchies import CODED_KINDS
from records.remembered import remembered
from records.width import narrow

FILE = "sangong_counts.toml"
_MAY_COUNT = re.compile(r"\d\s*[辆台个批次人]|\d\s*,\s*\d|[车辆]")
_NUMBER = re.compile(r"\d[\d,]*")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?")


class Counts(StrEnum):
    """What is counted."""

    VEHICLES_HELD = "vehicles-held"
    VEHICLES_BOUGHT = "vehicles-bought"
    GROUPS_ABROAD = "groups-abroad"
    PERSONS_ABROAD = "persons-abroad"
    RECEPTIONS = "receptions"
    GUESTS = "guests"


@dataclass(frozen=True, slots=True)
class CountPhrases:
    """How one of them is printed."""

    counts: Counts
    name: str
    unit: str
    rows: tuple[re.Pattern[str], ...]
    """Their row labels in tables."""
    context: re.Pattern[str]
    """What the sentence or its heading must contain."""
    phrases: tuple[re.Pattern[str], ...]
    none: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things as printed, zero where the text says that there are none."""

    counts: Counts
    name: str
    number: int
    unit: str
    evidence: Evidence
    none: str = ""
    """The words that say there are none, where no number is printed."""

    @property
    def text(self) -> str:
        """The count as a finding words it: 公务用车保有量 7 辆（第 12 页）; 文字写“未安排购置车辆”（第 12 页）."""
        said = f"文字写“{self.none}”" if self.none else f"{self.name} {self.number} {self.unit}"
        return f"{said}{place(self.evidence)}"


@remembered(2)
def counts_of(disclosure: Disclosure, phrases: Sequence[CountPhrases]) -> Mapping[Counts, tuple[Count, ...]]:
    """Return every count by what is counted, those of tables first."""
    found = [*_in_tables(disclosure, phrases), *_in_sections(disclosure, phrases)]
    return {counts: tuple(one for one in found if one.counts is counts) for counts in Counts}


def _in_tables(disclosure: Disclosure, phrases: Sequence[CountPhrases]) -> Iterator[Count]:
    """Yield the counts that any table gives in a row: some forms have a table of their own for them."""
    any_row = re.compile("|".join(row.pattern for one in phrases for row in one.rows))
    for table in (table for table in disclosure.tables if table.kind not in CODED_KINDS):
        for cells in table.grid:
            for index, label in enumerate(map(folded, cells)):
                if label.isascii() or not any_row.search(label):
                    continue
                one = next((one for one in phrases if any(row.search(label) for row in one.rows)), None)
                number = _number_behind(cells[index + 1 :]) if one else None
                if one and number is not None:
                    evidence = replace(table.evidence, row=cells[index], text=number)
                    yield Count(one.counts, one.name, int(number.replace(",", "")), one.unit, evidence)


def _number_behind(cells: Sequence[str]) -> str | None:
    """Return the last number before the next words: the column of 行次 may stand between."""
    numbers = [cell.strip() for cell in takewhile(_is_no_word, cells) if _NUMBER.fullmatch(cell.strip())]
    return numbers[-1] if numbers else None


def _is_no_word(cell: str) -> bool:
    return not cell.strip() or not any(character.isalpha() for character in cell)


def _in_sections(disclosure: Disclosure, phrases: Sequence[CountPhrases]) -> Iterator[Count]:
    for section in disclosure.sections:
        for sentence in _SENTENCE.finditer(narrow(section.text)):
            if not _MAY_COUNT.search(sentence.group()):  # most sentences: spare them the patterns
                continue
            text = folded(sentence.group())
            for one in phrases:
                said = _said(text, one) if one.context.search(folded(section.heading) + text) else None
                if said:
                    evidence = said_at(section, sentence.start(), sentence.end())
                    yield Count(one.counts, one.name, said[0], one.unit, evidence, said[1])


def _said(text: str, one: CountPhrases) -> tuple[int, str] | None:
    """Return the number a sentence prints first; zero with its words where it says that there are none."""
    matches = [match for phrase in one.phrases if (match := phrase.search(text))]
    if matches:
        first = min(matches, key=lambda match: match.start("n"))
        return int(first.group("n").replace(",", "") or 0), ""
    return next(((0, match.group()) for phrase in one.none if (match := phrase.search(text))), None)


@cache
def load_count_phrases() -> tuple[CountPhrases, ...]:
    """Return the phrases of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return tuple(_bind(table) for table in content.get("count", ()))


def _bind(table: Mapping[str, object]) -> CountPhrases:
    key = table.get("key")
    name, unit, context = (table.get(field, "") for field in ("name", "unit", "context"))
    if key not in list(Counts) or not isinstance(name, str) or not isinstance(unit, str):
        raise ValueError(f"{FILE}: count {key}: needs a known key, a name and a unit")
    phrases = _patterns(table, "phrases")
    if any("n" not in phrase.groupindex for phrase in phrases):
        raise ValueError(f"{FILE}: count {key}: every phrase needs a group n")
    (context_pattern,) = _patterns({"key": key, "context": [context]}, "context")
    rows, none = _patterns(table, "rows"), _patterns(table, "none")
    return CountPhrases(Counts(str(key)), name, unit, rows, context_pattern, phrases, none)


def _patterns(table: Mapping[str, object], field: str) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(re.compile(str(pattern)) for pattern in _list(table, field))
    except re.error as error:
        raise ValueError(f"{FILE}: count {table.get('key')}: {field}: {error.pattern!r}: {error}") from error


def _list(table: Mapping[str, object], field: str) -> Sequence[object]:
    values = table.get(field)
    if not isinstance(values, list):
        raise ValueError(f"{FILE}: count {table.get('key')}: {field} must be a list")
    return values
