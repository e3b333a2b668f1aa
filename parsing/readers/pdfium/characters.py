"""Takes the characters of a page's letters from pdfium, one text for each of its indexes."""

import re
from collections.abc import Sequence
from ctypes import c_ushort
from itertools import compress, count, repeat

from parsing.readers.drawing import UNKNOWN_CHARACTER
from parsing.readers.pdfium.binding import Handle, answers, each, pdfium

_BLANK = re.compile("[\x00\x01\x03-\x20]")
_HYPHEN = re.compile("[\x02\ufffe]")
"""What pdfium gives for a hyphen at the end of a line, which may as well be a minus or an empty cell's dash."""
_HALVES = re.compile("[\ud800-\udfff]")
_SECOND_HALF = "\udc00"


def characters_on(page: Handle, amount: int) -> list[str]:
    """Return what each letter stands for: nothing where none is printed, `UNKNOWN_CHARACTER` where no font says.

    pdfium makes up blanks and line ends between letters, and gives characters beyond the first 65,536 in two halves.
    """
    text = _HYPHEN.sub("-", "".join(map(chr, _codes(page, amount))))
    texts = list(text)
    blanks = [match.start() for match in _BLANK.finditer(text)]
    for index in compress(blanks, answers(pdfium().is_generated, repeat(page), blanks)):
        texts[index] = ""
    for match in _HALVES.finditer(text):
        texts[match.start()] = _whole(text, match.start())
    for index in compress(count(), answers(pdfium().lacks_unicode, *each(page, amount))):
        texts[index] = UNKNOWN_CHARACTER
    return texts


def _codes(page: Handle, amount: int) -> Sequence[int]:
    units = (c_ushort * (amount + 1))()
    if pdfium().text_of(page, 0, amount, units) == amount + 1:  # it counts the zero at the end
        return units[:amount]
    return answers(pdfium().unicode_of, *each(page, amount))  # some letters have no character and are not in the text


def _whole(text: str, index: int) -> str:
    """Return the character of which a half stands here; nothing at its second half."""
    if text[index] >= _SECOND_HALF:
        return ""
    try:
        return text[index : index + 2].encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return UNKNOWN_CHARACTER
