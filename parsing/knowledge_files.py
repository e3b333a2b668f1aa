"""Loads what is known of how disclosures are printed: captions, headings, the names of rows, units, phrases."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from parsing.identity.identity_words import IdentityWords, load_identity_words
from parsing.identity.register import BodyRegister, load_register
from parsing.narrative.phrases import Phrases, load_phrases
from parsing.narrative.sections import HeadingWords, load_heading_words
from parsing.performance.performance_terms import PerformanceTerms, load_performance_terms
from parsing.property.property_terms import AssetTerms, PurchaseTerms, load_asset_terms, load_purchase_terms
from parsing.words.bare_words import bare
from parsing.words.caption_core import CoreWords, core_of
from parsing.words.terms_file import InvalidTerms, TermsFile, read_terms
from records.table import Measure, Side, TableKind

Key = TypeVar("Key", bound=StrEnum)


class Role(StrEnum):
    """What a column that measures nothing is for."""

    INDEX = "index"
    """序号, 行次: never data."""
    CODE = "code"
    """A classification code, or one part of it."""
    NAME = "name"
    """The name of the item."""
    BODY = "body"
    """Whose row it is."""


@dataclass(frozen=True, slots=True)
class CaptionTerms:
    """How tables are called."""

    core: CoreWords
    body_endings: tuple[str, ...]
    kinds: Mapping[str, TableKind]
    """The kind for the core of each caption."""
    endings: tuple[tuple[str, TableKind], ...]
    """The kinds told by how a caption ends."""
    excepted: Mapping[TableKind, tuple[str, ...]]
    """The words that keep a caption from being of a kind told by its ending or by a word in it."""
    words: Mapping[str, TableKind]
    """The kind for words that tell it wherever they stand in a caption."""
    preamble: tuple[str, ...]
    """What the lines between a caption and its grid begin with."""
    notes: tuple[str, ...]
    """What the remarks under a table begin with."""


@dataclass(frozen=True, slots=True)
class HeadingTerms:
    """What columns are called."""

    roles: Mapping[str, Role]
    role_endings: tuple[tuple[str, Role], ...]
    """What headings end with that are not listed among the roles."""
    measures: Mapping[str, Measure]
    subtotals: frozenset[str]
    year_parts: frozenset[str]
    sides: Mapping[str, Side]
    required: Mapping[TableKind, tuple[frozenset[Measure], ...]]
    """The measures a kind must show: one of every set."""
    signatures: tuple[tuple[frozenset[str], TableKind], ...]
    """The headings that together tell a kind without a caption."""


@dataclass(frozen=True, slots=True)
class ItemTerms:
    """What rows without codes are called."""

    totals: frozenset[str]
    sums: Mapping[str, str]
    """The item for each name of a row without a code that sums up others."""
    sides: Mapping[Side, Mapping[str, str]]
    """The item for each name, for each half of a two-sided table."""
    ambiguous: Mapping[Side, frozenset[str]]
    """The names that mean the year's sum where the side has a grand total besides."""
    sangong: Mapping[str, str]
    whole_of: Mapping[str, str]
    """The item another item is part of."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of how disclosures are printed, frozen after loading."""

    captions: CaptionTerms
    headings: HeadingTerms
    items: ItemTerms
    units: Mapping[str, Decimal]
    """How many 元 each unit of money is."""
    performance: PerformanceTerms
    purchases: PurchaseTerms
    assets: AssetTerms
    identity: IdentityWords
    bodies: BodyRegister
    sections: HeadingWords
    phrases: Phrases


def load_knowledge(overlay: Path | None = None) -> Knowledge:
    """Return the knowledge that ships with the package, extended by the files of the overlay folder.

    Raises InvalidTerms, which names the file and the key.
    """
    return Knowledge(
        captions=_caption_terms(read_terms("captions.toml", overlay)),
        headings=_heading_terms(read_terms("headings.toml", overlay)),
        items=_item_terms(read_terms("items.toml", overlay)),
        units=_units(read_terms("units.toml", overlay)),
        performance=load_performance_terms(overlay),
        purchases=load_purchase_terms(overlay),
        assets=load_asset_terms(overlay),
        identity=load_identity_words(overlay),
        bodies=load_register(overlay),
        sections=load_heading_words(overlay),
        phrases=load_phrases(overlay),
    )


def _caption_terms(file: TermsFile) -> CaptionTerms:
    endings = _below(file, "endings").table_of("kinds", TableKind)
    rewrites = _below(file, "core").table("rewrites")
    core = CoreWords(
        rewrites=tuple((bare(word), name) for name, words in rewrites.items() for word in words),
        drop=tuple(sorted(map(bare, file.words("core", "drop")), key=len, reverse=True)),
        numbering_words=file.words("core", "numbering_words"),
    )

    def core_form(caption: str) -> str:
        return core_of(bare(caption), core)

    return CaptionTerms(
        core=core,
        body_endings=file.words("core", "body_endings"),
        kinds=_by_word(file, "kinds", TableKind, core_form),
        endings=tuple((core_form(word), kind) for kind, words in endings.items() for word in words),
        excepted=_below(file, "endings").table_of("except", TableKind),
        words=_by_word(file, "words", TableKind),
        preamble=tuple(map(bare, file.words("preamble", "begins"))),
        notes=tuple(map(bare, file.words("notes", "begins"))),
    )


def _heading_terms(file: TermsFile) -> HeadingTerms:
    return HeadingTerms(
        roles=_by_word(file, "roles", Role),
        role_endings=tuple(_by_word(file, "role_endings", Role).items()),
        measures=_by_word(file, "measures", Measure),
        subtotals=frozenset(map(bare, file.words("subtotals", "words"))),
        year_parts=frozenset(map(bare, file.words("year_parts", "words"))),
        sides=_by_word(file, "sides", Side),
        required=MappingProxyType(dict(_required(file))),
        signatures=tuple(
            (frozenset(map(bare, entry.split())), kind)
            for kind, entries in file.table_of("signatures", TableKind).items()
            for entry in entries
        ),
    )


def _required(file: TermsFile) -> Iterator[tuple[TableKind, tuple[frozenset[Measure], ...]]]:
    for kind, entries in file.table_of("required", TableKind).items():
        unknown = [word for entry in entries for word in entry.split() if word not in list(Measure)]
        if unknown:
            raise InvalidTerms(file.name, f"required.{kind}", f"unknown measures {', '.join(unknown)}")
        yield kind, tuple(frozenset(map(Measure, entry.split())) for entry in entries)


def _item_terms(file: TermsFile) -> ItemTerms:
    ambiguous = file.table_of("ambiguous", Side)
    return ItemTerms(
        totals=frozenset(map(bare, file.words("totals", "coded"))),
        sums=_inverted(file, "sums", file.table("sums")),
        sides=MappingProxyType({side: _inverted(file, side, file.table(side)) for side in Side}),
        ambiguous=MappingProxyType({side: frozenset(map(bare, words)) for side, words in ambiguous.items()}),
        sangong=_inverted(file, "sangong", file.table("sangong")),
        whole_of=MappingProxyType({part: whole for whole, parts in file.table("part_of").items() for part in parts}),
    )


def _units(file: TermsFile) -> Mapping[str, Decimal]:
    units: dict[str, Decimal] = {}
    for size, names in file.table("yuan").items():
        try:
            units |= dict.fromkeys(names, Decimal(size))
        except InvalidOperation as error:
            raise InvalidTerms(file.name, f"yuan.{size}", "must be a number of 元") from error
    return MappingProxyType(units)


def _below(file: TermsFile, key: str) -> TermsFile:
    content = file.content.get(key)
    if not isinstance(content, Mapping):
        raise InvalidTerms(file.name, key, "must be a table")
    return TermsFile(f"{file.name}: {key}", content)


def _by_word(file: TermsFile, name: str, kind: type[Key], form: Callable[[str], str] = bare) -> Mapping[str, Key]:
    keys = _inverted(file, name, file.table_of(name, kind), form)
    return MappingProxyType({word: kind(key) for word, key in keys.items()})


def _inverted(
    file: TermsFile, name: str, table: Mapping[Any, tuple[str, ...]], form: Callable[[str], str] = bare
) -> Mapping[str, str]:
    """Return the key of each word in the form it is looked up in. Raises InvalidTerms where two keys claim one."""
    keys: dict[str, str] = {}
    for key, words in table.items():
        for word in map(form, words):
            if keys.setdefault(word, key) != key:
                raise InvalidTerms(file.name, f"{name}.{key}", f"{word} already belongs to {keys[word]}")
    return MappingProxyType(keys)
