"""Reads what people found in the published documents, and where they found all to be well."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from records.finding import Severity

_CERTAIN = "certain"


@dataclass(frozen=True, slots=True)
class Defect:
    """One defect of a document."""

    file: str
    """Its path in the corpus."""
    code: str
    severity: Severity
    certain: bool
    line: int | None
    """Where it stands, in files of lines."""
    page: int | None
    """Where it stands, in files of pages; with neither it is about the whole document."""
    item: str
    """The code of the row that is named; empty where none is. Several tables print the same row."""
    quote: str
    """What is printed there, without blanks; empty where it is not told."""
    text: str


@dataclass(frozen=True, slots=True)
class Tested:
    """A check whose relations hold in a document, or that a trap must not deceive."""

    file: str
    check: str


def defects_of(truth: Path) -> tuple[Defect, ...]:
    """Return the defects of seeds.json and real.json."""
    return (*map(_of_seed, _entries(truth / "seeds.json")), *map(_of_real, _entries(truth / "real.json")))


def read_tested(truth: Path) -> tuple[Tested, ...]:
    """Return what clean.json lists; a document is named by the number its seed begins with."""
    listed = json.loads((truth / "clean.json").read_text(encoding="utf-8"))
    files = {entry["seed"]: f"seeds/{entry['file']}" for entry in _entries(truth / "seeds.json")}
    return tuple(Tested(files[one["seed"]], one["check"]) for part in ("clean", "traps") for one in listed[part])


def _entries(file: Path) -> Iterator[dict[str, Any]]:
    yield from json.loads(file.read_text(encoding="utf-8"))


def _of_seed(entry: dict[str, Any]) -> Defect:
    return Defect(
        file=f"seeds/{entry['file']}",
        code=entry["code"],
        severity=Severity(entry["severity"]),
        certain=entry["confidence"] == _CERTAIN,
        line=entry["where"]["line"],
        page=None,
        item=row if (row := entry["where"]["row"]).isdigit() else "",
        quote="".join(entry["where"]["quote"].split()),
        text=entry["expected"],
    )


def _of_real(entry: dict[str, Any]) -> Defect:
    return Defect(
        file=f"real/{entry['file']}",
        code=entry["code"],
        severity=Severity(entry["severity"]),
        certain=True,
        line=None,
        page=entry["page"],
        item="",
        quote="",
        text=entry["what"],
    )
