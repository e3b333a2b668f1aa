"""Follows the fields of a Word document, of which only the results are printed.

A field is an instruction (PAGEREF _Toc12, TC "总体目标") and, behind a separator, what Word last made of it.
Fields stand in one another and reach over paragraphs: a list of contents is one field with two in each of its entries.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class OpenFields:
    """The fields that were begun and have not ended, outermost first."""

    shows_result: list[bool] = field(default_factory=list)
    """For each whether its separator has come."""

    def mark(self, kind: str) -> None:
        """Take in the mark that begins a field, separates it or ends it; marks that belong to none are passed over."""
        if kind == "begin":
            self.shows_result.append(False)
        elif kind == "separate" and self.shows_result:
            self.shows_result[-1] = True
        elif kind == "end" and self.shows_result:
            self.shows_result.pop()

    def end_paragraph(self) -> None:
        """Give up instructions that never ended, so that a broken field hides nothing behind its paragraph."""
        while self.shows_result and not self.shows_result[-1]:
            self.shows_result.pop()

    @property
    def hide(self) -> bool:
        """Whether what follows is part of an instruction."""
        return not all(self.shows_result)
