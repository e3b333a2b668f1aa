"""Reads the text of one paragraph of a Word document as it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parsing.readers.office.xml import Element, attribute, child, is_on, name_of, whole_number
from parsing.readers.word.fields import OpenFields

_NOT_PRINTED = frozenset(
    {
        *("pPr", "rPr", "sdtPr", "tcPr", "rt", "fldData", "softHyphen"),
        *("instrText", "del", "moveFrom", "delText", "delInstrText"),
        *("footnoteReference", "endnoteReference", "commentReference", "annotationRef"),
    }
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {
    ("symbol", "b3"): "≥",
    ("symbol", "a3"): "≤",
    ("symbol", "b1"): "±",
    ("symbol", "b4"): "×",
    ("wingdings", "fe"): "☑",
    ("wingdings", "fc"): "√",
    ("wingdings", "a8"): "□",
    ("wingdings 2", "52"): "☑",
    ("wingdings 2", "50"): "√",
    ("wingdings 2", "a3"): "□",
}
"""What signs of fonts without letters look like; the others are ornaments."""
_EMU_PER_POINT = 12_700
_PICTURE_WIDTH, _PICTURE_HEIGHT = 250, 110
"""In points: a picture at least so large may be a table; seals and emblems are smaller. Our choice."""
_POINTS = re.compile(r"(width|height)\s*:\s*([\d.]+)pt")


@dataclass(slots=True)
class WordParagraph:
    """What was found in one paragraph."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)
    """The contents of the text boxes anchored in it, each once."""
    embedded: list[str] = field(default_factory=list)
    """What the document calls the objects of other programs in it, such as tables of Excel."""
    pictured: bool = False
    """Whether a picture as large as a table is in it."""


def paragraph_of(element: Element, fields: OpenFields) -> WordParagraph:
    """Return what the paragraph prints: results of fields without their instructions, insertions without deletions.

    Line breaks stay. The marks of fields are taken in by `fields`, as a field may reach over paragraphs.
    """
    paragraph = WordParagraph()
    paragraph.text = "".join(_pieces(element, fields, paragraph))
    fields.end_paragraph()
    return paragraph


def _pieces(element: Element, fields: OpenFields, paragraph: WordParagraph) -> Iterator[str]:
    for each in element:
        name = name_of(each)
        if name == "t":
            yield "" if fields.hide else each.text or ""
        elif name in _CHARACTERS:
            yield "" if fields.hide else _CHARACTERS[name]
        elif name == "sym":
            yield "" if fields.hide else _symbol(each)
        elif name == "fldChar":
            fields.mark(attribute(each, "fldCharType") or "")
        elif name == "txbxContent":
            paragraph.boxes.append(each)
        elif name == "object":
            paragraph.embedded += [attribute(inner, "id") or "" for inner in each if name_of(inner) == "OLEObject"]
        elif name == "AlternateContent":
            yield from _pieces(alternative(each), fields, paragraph)
        elif name not in _NOT_PRINTED and not (name == "r" and is_on(child(each, "rPr", "vanish"))):
            paragraph.pictured |= _is_large_picture(each, name)
            yield from _pieces(each, fields, paragraph)


def alternative(element: Element) -> Element:
    """Return the one of several renderings of the same content to be read: the first that has any text."""
    versions = [each for each in element if name_of(each) in ("Choice", "Fallback")]
    worded = (each for each in versions if any(name_of(inner) == "t" for inner in each.iter()))
    return next(worded, versions[0] if versions else element)


def _symbol(element: Element) -> str:
    font, code = attribute(element, "font") or "", attribute(element, "char") or ""
    return _SYMBOLS.get((font.lower(), code.lower().removeprefix("f0")), "")


def _is_large_picture(element: Element, name: str) -> bool:
    if name in ("inline", "anchor") and any(name_of(each) in ("blip", "chart") for each in element.iter()):
        extent = child(element, "extent")
        sizes = (
            [] if extent is None else [whole_number(attribute(extent, side)) / _EMU_PER_POINT for side in ("cx", "cy")]
        )
    elif name == "shape" and child(element, "imagedata") is not None:
        found = dict(_POINTS.findall(attribute(element, "style") or ""))
        sizes = [float(found[side]) for side in ("width", "height") if side in found]
    else:
        return False
    return len(sizes) == 2 and sizes[0] >= _PICTURE_WIDTH and sizes[1] >= _PICTURE_HEIGHT
