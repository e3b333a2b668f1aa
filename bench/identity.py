"""Compares what documents are taken for with what their pages say they are: body, fiscal year, kind, scope."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.disclosures import Read
from records.disclosure import Disclosure

EXPECTATIONS = Path(__file__).with_name("identity.toml")
FOLDER = "real"
GOAL = 0.95


@dataclass(frozen=True, slots=True)
class Told:
    """What a document is, by our reading or by its pages."""

    body: str
    fiscal_year: int
    kind: str
    scope: str
    """Empty where no page tells it."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One document, what it is and what it is taken for."""

    file: str
    expected: Told
    told: Told | str
    """What it is taken for, or why it is taken for nothing."""

    @property
    def right(self) -> bool:
        """Whether all four agree."""
        return self.told == self.expected


def identities_of(documents: Iterable[Read]) -> tuple[Compared, ...]:
    """Return the documents of the expectations that are among those read."""
    read = {document.name: document for document in documents}
    return tuple(
        Compared(name, expected, _told(read[f"{FOLDER}/{name}"]))
        for name, expected in _expected()
        if f"{FOLDER}/{name}" in read
    )


def report(compared: Iterable[Compared]) -> Iterator[str]:
    """Yield a line for each document that is taken for something else."""
    for one in compared:
        if not one.right:
            yield f"  {one.file}: is {one.expected}, read as {one.told}"


def figures(compared: tuple[Compared, ...]) -> dict[str, object]:
    """Return how many are right in all four."""
    right = sum(one.right for one in compared)
    return {"documents": len(compared), "right_in_all_four": right, "share": round(right / len(compared), 3)}


def shortcomings(compared: tuple[Compared, ...]) -> Iterator[str]:
    """Yield the goal, if it is missed."""
    share = sum(one.right for one in compared) / len(compared)
    if share < GOAL:
        yield f"identity: {share:.1%} right in all four, at least {GOAL:.0%} must be"


def _expected() -> Iterator[tuple[str, Told]]:
    for entry in tomllib.loads(EXPECTATIONS.read_text(encoding="utf-8"))["document"]:
        yield entry["file"], Told(entry["body"], entry["fiscal_year"], entry["kind"], entry["scope"])


def _told(document: Read) -> Told | str:
    return _of(document.disclosure) if document.disclosure else document.reason


def _of(disclosure: Disclosure) -> Told:
    return Told(disclosure.body.name, disclosure.fiscal_year, disclosure.kind.value, disclosure.scope or "")
