"""What is known of how performance tables are printed: their labels, headings, signs and units."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from parsing.words.bare_words import label_of
from parsing.words.terms_file import TermsFile, read_terms
from parsing.words.wrapping import folded, label_key

_FILE = "performance.toml"


class Label(StrEnum):
    """What a label of the upper part of a performance table announces."""

    NAME = "name"
    CODE = "code"
    BODY = "body"
    PURPOSE = "purpose"
    BUDGET = "budget"
    FISCAL = "fiscal"
    OTHER = "other"
    PLAN = "plan"
    GOALS = "goals"
    UNREAD = "unread"
    """Known, and of no use to us: what follows it belongs to nothing else."""
    END = "end"
    """The list of indicators is over."""


class IndicatorColumn(StrEnum):
    """What a column of the list of indicators holds."""

    LEVEL1 = "level1"
    LEVEL2 = "level2"
    LEVEL3 = "level3"
    DESCRIPTION = "description"
    TARGET = "target"
    BASIS = "basis"
    OPERATOR = "operator"
    """The sign of the target, where it has a column of its own."""
    UNIT = "unit"
    """The unit of the target, where it has a column of its own."""
    ACHIEVED = "achieved"
    """What was reached, in an evaluation."""


class ListColumn(StrEnum):
    """What a column holds in a table that lists projects a row each."""

    NAME = "name"
    BODY = "body"
    BUDGET = "budget"
    FISCAL = "fiscal"
    OTHER = "other"
    GOALS = "goals"
    INDICATORS = "indicators"
    """All indicators of a project, one behind the other."""


@dataclass(frozen=True, slots=True)
class TargetTerms:
    """How the value an indicator is to reach is written."""

    operators: Mapping[str, str]
    """The sign for each way of writing it before a number, the longest way first."""
    endings: Mapping[str, str]
    """The sign for each way of writing it behind a number, the longest way first."""
    unit_names: Mapping[str, str]
    """The one name of a unit for each other way of writing it."""
    known_units: frozenset[str]
    multipliers: tuple[str, ...]
    date_units: frozenset[str]


@dataclass(frozen=True, slots=True)
class PerformanceTerms:
    """How performance tables are printed."""

    caption_endings: tuple[str, ...]
    """The longest first."""
    nameless: frozenset[str]
    """What a caption says before its ending where it names no project."""
    labels: Mapping[str, Label]
    columns: Mapping[str, IndicatorColumn]
    """What each heading stands for; of two headings of one column the first here wins."""
    list_columns: Mapping[str, ListColumn]
    first_levels: frozenset[str]
    second_levels: frozenset[str]
    money_levels: frozenset[str]
    """Levels whose indicators count money."""
    targets: TargetTerms

    def label(self, text: str) -> Label | None:
        """Return what a cell announces if it is a label; brackets count only where they tell labels apart."""
        return self.labels.get(label_of(text).name.strip(":")) or self.labels.get(label_key(text))

    def column(self, text: str) -> IndicatorColumn | None:
        """Return what a heading stands for."""
        return self.columns.get(label_key(text))

    def list_column(self, text: str) -> ListColumn | None:
        """Return what a heading of a list of projects stands for."""
        return self.list_columns.get(label_key(text))


def load_performance_terms(overlay: Path | None = None) -> PerformanceTerms:
    """Return how performance tables are printed. Raises InvalidTerms naming file and key."""
    file = read_terms(_FILE, overlay)
    return PerformanceTerms(
        caption_endings=_longest_first(file.words("caption_endings")),
        nameless=frozenset(file.words("nameless")),
        labels={
            label_of(word).name: label for label, words in file.table_of("labels", Label).items() for word in words
        },
        columns={
            label_key(word): column
            for column, words in file.table_of("columns", IndicatorColumn).items()
            for word in words
        },
        list_columns={
            label_key(word): column
            for column, words in file.table_of("list_columns", ListColumn).items()
            for word in words
        },
        first_levels=frozenset(file.words("levels", "first")),
        second_levels=frozenset(file.words("levels", "second")),
        money_levels=frozenset(file.words("levels", "money")),
        targets=_target_terms(file),
    )


def _target_terms(file: TermsFile) -> TargetTerms:
    operators, endings = _by_word(file.table("operators")), _by_word(file.table("endings"))
    return TargetTerms(
        operators={word: operators[word] for word in _longest_first(operators)},
        endings={word: endings[word] for word in _longest_first(endings)},
        unit_names=_by_word(file.table("units")),
        known_units=frozenset(file.words("known_units", "units")),
        multipliers=file.words("known_units", "multipliers"),
        date_units=frozenset(file.words("known_units", "dates")),
    )


def _by_word(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {folded(word): key for key, words in table.items() for word in words}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))
