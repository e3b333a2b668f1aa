"""Where on the printed page a number or a statement stands."""

from dataclasses import dataclass, replace

LEFT_OUT = "……"
"""What stands in a quotation for text between two of its pieces."""

BoundingBox = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points from the page's top left."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the document that a reader can be sent to, or the place where something was looked for."""

    page: int | None = None
    """The page, counted from 1; None where the format has no pages."""
    cell: str | None = None
    """Sheet and cell of a spreadsheet: 收支总表!B7."""
    line: int | None = None
    """The line, counted from 1, in formats made of lines."""
    caption: str = ""
    """The caption of the table, or the heading of the section."""
    row: str = ""
    column: str = ""
    text: str = ""
    """What is printed there, as printed; several pieces are parted by LEFT_OUT."""
    bbox: BoundingBox | None = None
    absent: bool = False
    """True when the evidence is that nothing is here: the place names where it was looked for."""
    document: str = ""
    """The file's name, where it is another than the one the finding is about."""

    def quoting(self, text: str) -> "Evidence":
        """Return the same place with another quotation."""
        return replace(self, text=text)
