"""Counts the paragraphs that Word numbers by itself: their numbers are printed, but are not in their text."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from parsing.readers.office.xml import Element, attribute, child, name_of, tree_of, whole_number
from parsing.readers.word.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_TOUCHES = "、.．)）]】"
"""After these no blank is put between the number and the text."""
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int
    form: str
    pattern: str
    """`%1、` or `%1.%2`: each % with a digit stands for the counter of that level."""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """One list; several may count on together."""

    counters: str
    """What lists that share their counters have in common."""
    levels: Mapping[int, Level]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, NumberedList] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """List and level of the paragraphs of a style."""
    counted: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def number_of(self, paragraph: Element) -> str:
        """Return the number printed before the paragraph, with the blank behind it; count the paragraph.

        Bullets are ornaments and not returned.
        """
        place = self._place_of(paragraph) if self.lists else None
        known = self.lists.get(place[0]) if place else None
        if place is None or known is None or place[1] not in known.levels:
            return ""
        counters, index = self.counted[known.counters], place[1]
        counters[index] = counters.get(index, known.levels[index].start - 1) + 1
        for deeper in [each for each in counters if each > index]:
            del counters[deeper]
        return _written(known.levels, counters, index)

    def _place_of(self, paragraph: Element) -> tuple[str, int] | None:
        properties = child(paragraph, "pPr")
        if properties is None:
            return None
        own = child(properties, "numPr")
        style = child(properties, "pStyle")
        inherited = self.styles.get(attribute(style, "val") or "") if style is not None else None
        if own is None:
            return inherited
        number, level = child(own, "numId"), child(own, "ilvl")
        named = attribute(number, "val") if number is not None else None
        depth = _value(level, 0)
        return (named, depth) if named else (inherited[0], depth) if inherited else None


def numbering_of(numbering: bytes | None, styles: bytes | None) -> Numbering:
    """Return the lists that the two parts of a document define. Raises UnreadableDocument if they are no XML."""
    if numbering is None:
        return Numbering()
    root = tree_of(numbering)
    abstract = {attribute(each, "abstractNumId") or "": each for each in root if name_of(each) == "abstractNum"}
    lists = {
        attribute(each, "numId") or "": found
        for each in root
        if name_of(each) == "num" and (found := _list_of(each, abstract))
    }
    return Numbering(lists, _numbered_styles(styles))


def _list_of(element: Element, abstract: Mapping[str, Element]) -> NumberedList | None:
    named = child(element, "abstractNumId")
    shared = attribute(named, "val") if named is not None else None
    base = abstract.get(shared or "")
    if shared is None or base is None:
        return None
    levels = {whole_number(attribute(each, "ilvl")): _level_of(each) for each in base if name_of(each) == "lvl"}
    overrides = [each for each in element if name_of(each) == "lvlOverride"]
    for override in overrides:
        index, level, start = (
            whole_number(attribute(override, "ilvl")),
            child(override, "lvl"),
            child(override, "startOverride"),
        )
        if level is not None:
            levels[index] = _level_of(level)
        elif start is not None and index in levels:
            levels[index] = Level(_value(start, 1), levels[index].form, levels[index].pattern)
    own = attribute(element, "numId") or ""
    return NumberedList(f"num {own}" if overrides else f"abstract {shared}", levels)


def _level_of(element: Element) -> Level:
    form, pattern = child(element, "numFmt"), child(element, "lvlText")
    return Level(
        start=_value(child(element, "start"), 1),
        form=(attribute(form, "val") if form is not None else None) or "decimal",
        pattern=(attribute(pattern, "val") if pattern is not None else None) or "",
    )


def _numbered_styles(content: bytes | None) -> dict[str, tuple[str, int]]:
    if content is None:
        return {}
    styles = {attribute(each, "styleId") or "": each for each in tree_of(content) if name_of(each) == "style"}
    found: dict[str, tuple[str, int]] = {}
    for identifier in styles:
        style: Element | None = styles[identifier]
        for _ in range(_DEEPEST_STYLE):
            if style is None:
                break
            number = child(style, "pPr", "numPr", "numId")
            if number is not None:
                found[identifier] = attribute(number, "val") or "", _value(child(style, "pPr", "numPr", "ilvl"), 0)
                break
            base = child(style, "basedOn")
            style = styles.get(attribute(base, "val") or "") if base is not None else None
    return found


def _written(levels: Mapping[int, Level], counters: Mapping[int, int], index: int) -> str:
    if levels[index].form == "bullet":
        return ""

    def counted(hit: re.Match[str]) -> str:
        place = int(hit[1]) - 1
        level = levels.get(place)
        return numeral(counters.get(place, level.start), level.form) if level else ""

    text = _PLACE.sub(counted, levels[index].pattern)
    return text if not text or text.endswith(tuple(_TOUCHES)) else f"{text} "


def _value(element: Element | None, default: int) -> int:
    return whole_number(attribute(element, "val"), default) if element is not None else default
