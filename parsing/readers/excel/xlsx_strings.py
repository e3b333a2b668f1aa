"""Reads the texts of an Excel workbook, which its cells share."""

import re
from collections.abc import Iterator

from parsing.readers.office.xml import Element, children_of, name_of
from parsing.readers.tally import Tally

_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
"""A character that XML cannot hold; halves of characters, which nothing can, stay as they are."""


def strings_of(content: bytes | None, tally: Tally) -> Iterator[str]:
    """Yield the texts in the order that cells count them. Raises UnreadableDocument if the bytes are no XML."""
    for item in children_of(content, "sst") if content else ():
        text = text_of(item)
        tally.count_characters(len(text))
        yield text


def text_of(item: Element) -> str:
    """Return one text without its phonetic guide."""
    parts = (part for part in item if name_of(part) != "rPh")
    runs = (each for part in parts for each in ((part,) if name_of(part) == "t" else part))
    text = "".join(each.text or "" for each in runs if name_of(each) == "t")
    return _ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), text).replace("\r", "")
