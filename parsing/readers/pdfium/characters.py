"""Takes the characters of a page's letters from pdfium, one text for each of its indexes."""

import re
from collections.abc import Sequence
from ctypes import c_ushort
from itertools import compress, count

from parsing.readers.drawing import UNKNOWN_CHARACTER
from parsing.readers.pdfium.binding import Handle, answers, each, pdfium

_PECULIAR = re.compile("[\x00-\x20\ud800-\udfff\ufffe]")
_HYPHENS = "\x02\ufffe"
"""What pdfium gives for a hyphen at the end of a line, which may as well be a minus or an empty cell's dash."""
_SECOND_HALF = "\udc00"


def characters_on(page: Handle, amount: int) -> list[str]:
    """Return what each letter stands for: nothing where none is printed, `UNKNOWN_CHARACTER` where no font says.

    pdfium makes up blanks and line ends between letters, and gives characters beyond the first 65,536 in two halves.
    """
    text = "".join(map(chr, _codes(page, amount)))
    texts = list(text)
    for match in _PECULIAR.finditer(text):
        texts[match.start()] = _printed(page, text, match.start())
    for index in compress(count(), answers(pdfium().lacks_unicode, *each(page, amount))):
        texts[index] = UNKNOWN_CHARACTER
    return texts


def _codes(page: Handle, amount: int) -> Sequence[int]:
    units = (c_ushort * (amount + 1))()
    if pdfium().text_of(page, 0, amount, units) == amount + 1:  # it counts the zero at the end
        return units[:amount]
    return answers(pdfium().unicode_of, *each(page, amount))  # some letters have no character and are not in the text


def _printed(page: Handle, text: str, index: int) -> str:
    """Return what a peculiar character of the text stands for."""
    if text[index] in _HYPHENS:
        return "-"
    if text[index] <= " ":
        return "" if pdfium().is_generated(page, index) else text[index]
    if text[index] >= _SECOND_HALF:
        return ""
    try:
        return text[index : index + 2].encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return UNKNOWN_CHARACTER
