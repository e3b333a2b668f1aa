"""Compares what documents are taken for with what their pages say they are: body, fiscal year, kind, scope."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.knowledge_files import Knowledge
from parsing.limits import Limits
from parsing.reader import read_file
from parsing.understanding import understand
from records.disclosure import Disclosure, Document

EXPECTATIONS = Path(__file__).with_name("identity.toml")
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


def compared(corpus: Path, knowledge: Knowledge) -> Iterator[Compared]:
    """Yield each document of the expectations; those that are not in the corpus are passed over."""
    for entry in tomllib.loads(EXPECTATIONS.read_text(encoding="utf-8"))["document"]:
        path = corpus / "real" / entry["file"]
        if path.is_file():
            expected = Told(entry["body"], entry["fiscal_year"], entry["kind"], entry["scope"])
            yield Compared(entry["file"], expected, _told(path, knowledge))


def _told(path: Path, knowledge: Knowledge) -> Told | str:
    try:
        reading = read_file(path, Limits())
        disclosure = understand(reading, Document(path.name, "", reading.format, None), knowledge)
    except (UnreadableDocument, NotADisclosure) as error:
        return str(error)
    return _of(disclosure)


def _of(disclosure: Disclosure) -> Told:
    return Told(disclosure.body.name, disclosure.fiscal_year, disclosure.kind, disclosure.scope or "")


def table_of(documents: list[Compared]) -> Iterator[str]:
    """Yield the lines of the report: those that differ, then the share that is right."""
    for one in documents:
        if not one.right:
            yield f"  {one.file}: expected {one.expected}, read {one.told}"
    right = sum(one.right for one in documents)
    yield f"  right in all four: {right} of {len(documents)} ({right / len(documents):.1%}; goal {GOAL:.0%})"
