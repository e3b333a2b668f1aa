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
    max_crossings: int = 250_000
    """Places where rulings of one page may cross; more make no table that anybody can read."""
    max_cells: int = 1_000_000
    """Cells of the tables of one file, the empty and the merged ones among them."""
    max_entries: int = 10_000
    """Of an archive or an Office file, which is one."""
    max_unpacked_bytes: int = 500 * 1024 * 1024
    """Of all entries of an archive together, those of archives within it included."""
    max_markup_bytes: int = 128 * 1024 * 1024
    """Of one XML part of an Office file; that of a thousand pages has some 60 MB."""
    max_ratio: int = 250
    """How many times larger an entry may become; the XML of wide, mostly empty sheets shrinks to a hundredth."""
    max_nesting: int = 3
    """Archives within one another."""
    max_dots: int = 60_000_000
    """Of an image: A4 at 600 dots an inch has 35 million."""
    max_recognised_pages: int = 200
    """Pages of a file that are pictures and are read from them, at three seconds each; the others stay unread."""
