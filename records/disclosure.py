"""What one publication says, as far as it was understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from records.body import Body, Scope
from records.claim import Claim
from records.evidence import Evidence
from records.performance import Project
from records.property import Asset, Purchase
from records.table import Table, TableKind


class Kind(StrEnum):
    """What a disclosure is."""

    BUDGET = "budget"
    """部门（单位）预算."""
    FINAL_ACCOUNTS = "final-accounts"
    """部门（单位）决算."""
    PERFORMANCE = "performance"
    """绩效文本."""
    GOVERNMENT = "government"
    """政府预决算: recognised, not checked yet."""

    @property
    def has_totals(self) -> bool:
        """Whether it prints a total and the 三公, so that a headline can be made of it."""
        return self in (Kind.BUDGET, Kind.FINAL_ACCOUNTS)


@dataclass(frozen=True, slots=True)
class Document:
    """One file a disclosure was read from."""

    name: str
    sha256: str
    format: str
    pages: int | None
    """How many pages; None where the format has none."""


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the narrative with the text under it."""

    heading: str
    level: int
    text: str
    pages: tuple[int, ...]
    evidence: Evidence
    places: tuple[tuple[int, Evidence], ...] = ()
    """Where its paragraphs, and what of them stands on another page, begin: the offset in the text, and the place."""

    def place_of(self, offset: int) -> Evidence:
        """Return the nearest known place of a character of the text; the heading's where none is known."""
        return next((place for begin, place in reversed(self.places) if begin <= offset), self.evidence)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One entry of the list of contents (目录): what the document says it holds."""

    title: str
    """As printed, lines joined, without its numbering and the page behind it."""
    level: int
    """1 for the outermost entries."""
    evidence: Evidence
    """Where the list names it, quoted with its numbering."""
    numbering: str = ""
    """As printed: 第一部分, 二、, （三）; empty where it has none."""
    ordinal: int | None = None
    """The number its numbering means."""
    page: int | None = None
    """The page the list says it stands on, as pages are numbered in print."""
    table: TableKind | None = None
    """The kind of table it names, OTHER for one not known; None for a heading."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One disclosure; it may have been published as several files."""

    body: Body
    kind: Kind
    fiscal_year: int
    scope: Scope | None = None
    draft: bool = False
    tables: tuple[Table, ...] = ()
    claims: tuple[Claim, ...] = ()
    projects: tuple[Project, ...] = ()
    overall: tuple[Project, ...] = ()
    """What whole bodies are to achieve (整体绩效目标表): the name is the body's."""
    evaluations: tuple[Project, ...] = ()
    """Projects looked back on (自评表), their indicators with what was achieved."""
    purchases: tuple[Purchase, ...] = ()
    assets: tuple[Asset, ...] = ()
    sections: tuple[Section, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    """The list of contents; empty where none was found."""
    documents: tuple[Document, ...] = ()
    unread_pages: tuple[int, ...] = ()
    """Pages that hold something we could not read; a disclosure with any is checked in part."""
    ocr_pages: tuple[int, ...] = ()

    def of_kind(self, kind: TableKind) -> Iterator[Table]:
        """Yield the tables of one kind, in the order printed."""
        return (table for table in self.tables if table.kind is kind)

    @property
    def known_tables(self) -> tuple[Table, ...]:
        """The tables whose kind is known."""
        return tuple(table for table in self.tables if table.kind is not TableKind.OTHER)

    def claims_about(self, *subjects: str) -> Iterator[Claim]:
        """Yield the claims about any of the subjects, in the order printed."""
        return (claim for claim in self.claims if claim.subject in subjects)
