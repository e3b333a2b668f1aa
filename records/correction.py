"""What a person knows better than our reading of a document."""

from dataclasses import dataclass

from records.body import Scope
from records.disclosure import Kind


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of a document; what is None is left to the text."""

    author: str
    body: str | None = None
    """The name of the body."""
    fiscal_year: int | None = None
    kind: Kind | None = None
    scope: Scope | None = None
