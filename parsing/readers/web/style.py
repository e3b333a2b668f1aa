"""Reads the style attribute of HTML elements."""

import re
from collections.abc import Mapping

from parsing.readers.office.xml import Element

_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|px|cm|mm|in)")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0}


def style_of(element: Element) -> Mapping[str, str]:
    """Return the declarations of the element's own style, names and values in lower case."""
    pairs = (each.partition(":") for each in (element.get("style") or "").lower().split(";"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def lengths_of(style: Mapping[str, str]) -> Mapping[str, float]:
    """Return those declarations that are one length, in points."""
    found = ((name, _LENGTH.fullmatch(value)) for name, value in style.items())
    return {name: float(hit[1]) * _POINTS[hit[2]] for name, hit in found if hit}
