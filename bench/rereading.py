"""Makes an alteration in what the reader read of a file, so that everything is understood anew."""

from dataclasses import replace

from bench.alterations import Alteration
from bench.reach import Place
from parsing.pages import Grid, GridCell, Page, Reading, TextLine
from parsing.pages import Place as Spot

REREAD_KINDS = frozenset({"digit changed", "digits swapped", "point moved", "row dropped", "stated change altered",
                          "direction turned", "year left over"})  # fmt: skip
"""What is one place of the file; the unit of a table is not."""


def altered_reading(reading: Reading, alteration: Alteration) -> Reading | None:
    """Return the reading with the alteration made, None where it is not one certain place of it."""
    hits = [(page, block) for page in reading.pages for block in page.blocks if _hits(block, alteration)]
    if len(hits) != 1:
        return None
    ((page, block),) = hits
    changed = _changed(block, alteration)
    blocks = tuple(changed if one is block else one for one in page.blocks)
    pages = tuple(Page(one.number, blocks, one.unread) if one is page else one for one in reading.pages)
    return Reading(reading.format, pages)


def _hits(block: TextLine | Grid, alteration: Alteration) -> bool:
    if isinstance(block, TextLine):
        return _key(block.place) == alteration.place and block.text.count(alteration.old) == 1
    return sum(_is_cell(cell, alteration) for row in block.rows for cell in row) == 1


def _is_cell(cell: GridCell, alteration: Alteration) -> bool:
    return _key(cell.place) == alteration.place and cell.text.strip() == alteration.old


def _changed(block: TextLine | Grid, alteration: Alteration) -> TextLine | Grid:
    if isinstance(block, TextLine):
        return replace(block, text=block.text.replace(alteration.old, alteration.new))
    if not alteration.new:
        return replace(block, rows=tuple(row for row in block.rows if not any(_is_cell(c, alteration) for c in row)))
    rows = tuple(
        tuple(replace(cell, text=alteration.new) if _is_cell(cell, alteration) else cell for cell in row)
        for row in block.rows
    )
    return replace(block, rows=rows)


def _key(place: Spot) -> Place:
    return place.page, place.line, place.cell, place.bbox
