"""Decides how much of a page is shown around a place on it."""

from parsing.readers.boxes import area, common
from records.evidence import BoundingBox

ABOVE, BELOW = 170.0, 60.0
"""In points, as everything here: seven rows above the place and two below it."""
HEADING_WITHIN = 320.0
"""How far above the place its table may begin for the heading of the table to be shown too: half a page."""
CAPTION = 45.0
"""What stands above a table and belongs to it: its caption and its unit."""
BESIDE = 24.0


def crop_around(box: BoundingBox, sheet: BoundingBox, table: BoundingBox | None = None) -> BoundingBox | None:
    """Return the part of the sheet to show around a box: the whole row of its table, or else the whole width.

    None where nothing of the box is on the sheet.
    """
    if not area(common(box, sheet)):
        return None
    left, _, right, _ = sheet
    top, bottom = box[1] - ABOVE, box[3] + BELOW
    if table:
        left, right = table[0] - BESIDE, table[2] + BESIDE
        if box[1] - table[1] <= HEADING_WITHIN:
            top = table[1] - CAPTION
    return common((left, top, right, bottom), sheet)
