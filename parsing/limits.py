"""How much of a file is read before it is given up."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds no honest disclosure comes near; a file beyond any of them is too large."""

    max_bytes: int = 200 * 1024 * 1024
    max_pages: int = 3_000
    """The longest disclosures known, a whole city's in one file, have some 1,500 pages."""
    max_characters: int = 20_000_000
    """Of the whole file."""
    max_rulings: int = 20_000
    """Drawn lines of one page; a page with more is a drawing, and its tables are not looked for."""
