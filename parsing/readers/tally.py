"""Counts what is read of one file, and stops where it is too much."""

from dataclasses import dataclass

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits


@dataclass(slots=True)
class Tally:
    """How much was read so far."""

    limits: Limits
    characters: int = 0
    cells: int = 0

    def count_characters(self, number: int) -> None:
        """Add to the characters. Raises UnreadableDocument beyond the limit."""
        self.characters += number
        if self.characters > self.limits.max_characters:
            raise UnreadableDocument(Cause.TOO_LARGE, f"more than {self.limits.max_characters} characters")

    def count_cells(self, number: int) -> None:
        """Add to the cells, before they are made. Raises UnreadableDocument beyond the limit."""
        self.cells += number
        if self.cells > self.limits.max_cells:
            raise UnreadableDocument(Cause.TOO_LARGE, f"more than {self.limits.max_cells} cells of tables")
