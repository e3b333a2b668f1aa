"""Tells whether pdfium lacks letters that a page has.

Where a font is not in the file, pdfium draws with another of the machine's. Letters which that one does not have get no
extent, and text without extent is left out of the text page, as blanks are.
"""

from collections.abc import Sequence
from ctypes import create_string_buffer, sizeof
from itertools import compress

from parsing.readers.pdfium.binding import FLOAT, Address, answers, pdfium, written

NO_EXTENT = 0.01
"""In points: pdfium leaves out text narrower than this."""
_LATIN = ("Times", "Arial", "Courier", "Helvetica", "Calibri", "Cambria", "Century", "Tahoma", "Verdana", "Georgia")
"""What the names of fonts begin with whose letters pdfium always has."""


def loses_letters(texts: Sequence[Address]) -> bool:
    """Return whether any of the text objects may be missing from the text page for want of a font."""
    fonts = answers(pdfium().font_of, texts)
    replaced = {font for font in set(fonts) if font and _may_lack_letters(font)}
    suspects = list(compress(texts, map(replaced.__contains__, fonts)))
    bounds = written(pdfium().bounds_of, suspects, amount=len(suspects), kind=FLOAT, width=4, outs=4)
    return any(right - left < NO_EXTENT for left, right in zip(bounds[0::4], bounds[2::4], strict=True))


def _may_lack_letters(font: Address) -> bool:
    if pdfium().is_embedded(font):
        return False
    name = create_string_buffer(128)
    pdfium().name_of_font(font, name, sizeof(name))
    return not name.value.decode("utf-8", "replace").startswith(_LATIN)
