"""Finds the number format of each style of an Excel workbook."""

from collections.abc import Sequence

from parsing.readers.excel.built_in_formats import BUILT_IN, GENERAL
from parsing.readers.office.xml import attribute, child, tree_of, whole_number


def formats_of(styles: bytes | None) -> Sequence[str]:
    """Return the format code of each cell style, in the order that cells count them.

    Raises UnreadableDocument if the bytes are no XML.
    """
    if styles is None:
        return ()
    root = tree_of(styles)
    own = child(root, "numFmts")
    named = {attribute(each, "numFmtId"): attribute(each, "formatCode") for each in (own if own is not None else ())}
    codes = []
    used = child(root, "cellXfs")
    for style in used if used is not None else ():
        number = attribute(style, "numFmtId") or "0"
        codes.append(named.get(number) or BUILT_IN.get(whole_number(number), GENERAL))
    return codes
