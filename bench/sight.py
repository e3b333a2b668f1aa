"""Looks at a page as rendered: whether anything is seen at a place."""

from contextlib import closing
from typing import Any

import numpy as np
from pypdfium2 import PdfDocument

from parsing.readers.ruled_cells import Ruling
from records.evidence import BoundingBox

SCALE = 3
"""Dots a point."""
CONTRAST = 8
"""Of 255 levels of grey: what differs less from what is around it is not seen."""
BESIDE = 1.5
"""How far from a ruling, in points, its edge may be looked for."""


class Sheet:
    """One page as rendered, addressed in points from its top left."""

    def __init__(self, document: PdfDocument, number: int) -> None:
        with closing(document[number - 1]) as page:
            self._dots: Any = np.asarray(page.render(scale=SCALE, grayscale=True).to_numpy(), dtype=np.int16).squeeze()

    def inked(self, box: BoundingBox) -> bool:
        """Return whether anything is seen within a box."""
        dots = self._cut(box)
        return bool(dots.size) and int(dots.max() - dots.min()) > CONTRAST

    def seen_part(self, ruling: Ruling, upright: bool) -> Ruling | None:
        """Return the ruling from where it is first seen to where it is last, or None where it is not."""
        stand, begin, end = ruling
        around = (
            (stand - BESIDE, begin, stand + BESIDE, end) if upright else (begin, stand - BESIDE, end, stand + BESIDE)
        )
        dots = self._cut(around)
        across = 1 if upright else 0
        if not dots.size:
            return None
        seen = np.flatnonzero(dots.max(axis=across) - dots.min(axis=across) > CONTRAST)
        if not seen.size:
            return None
        first = max(begin, 0.0)
        return stand, first + float(seen[0]) / SCALE, first + float(seen[-1] + 1) / SCALE

    def _cut(self, box: BoundingBox) -> Any:
        left, top, right, bottom = (max(0, round(place * SCALE)) for place in box)
        return self._dots[top:bottom, left:right]
