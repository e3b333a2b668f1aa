"""Which units a department consists of, as its disclosure says."""

import re
from collections.abc import Iterator

from records.body import Body, Scope, key_of
from records.disclosure import Disclosure
from records.table import TableKind
from records.width import normal_width

_HEADINGS = re.compile("机构设置|机构情况|单位构成")
_STOPS = re.compile(r"[\s、,;:。.!?]+")
_JOINTS = re.compile("以及|及|和|与|包括|分别为|分别是")
"""Stand between names, and within some: 发展和改革委员会."""
_EDGES = re.compile(r"^(?:\(?[一二三四五六七八九十\d]+\)?)|(?:\((?:本级|本部|机关)\)|本级|本部)$")
_NAME = re.compile(
    r"\S{3,40}(?:局|委员会|办公室|办事处|中心|所|院|馆|站|队|台|校|学院|大学|园|社|团|署|厅|部|委|会|处|室)"
)


def unit_keys(disclosure: Disclosure) -> frozenset[str]:
    """Return the keys of the bodies a department may consist of: its own, and every name where it speaks of its units.

    That is running text, so offices and half sentences are among them; only another body's whole name is its key.
    """
    if disclosure.scope is not Scope.DEPARTMENT:
        return frozenset()
    texts = [section.text for section in disclosure.sections if _HEADINGS.search(section.heading)]
    cells = [cell for table in disclosure.of_kind(TableKind.INSTITUTIONS) for line in table.grid for cell in line]
    names = (name for text in (*texts, *cells) for name in _names(text))
    return frozenset({disclosure.body.key, *map(key_of, names)})


def _names(text: str) -> Iterator[str]:
    for part in _STOPS.split(normal_width(text)):
        for word in (part, *_JOINTS.split(part)):
            name = _EDGES.sub("", word)
            if _NAME.fullmatch(name):
                yield name


def is_unit_of(unit: Disclosure, department: Disclosure) -> bool:
    """Return whether one is the disclosure of a unit and the other that of its department, for the same year."""
    return (
        unit.scope is Scope.UNIT
        and department.scope is Scope.DEPARTMENT
        and unit.kind is department.kind
        and unit.fiscal_year == department.fiscal_year
        and unit.draft == department.draft
        and in_one_region(unit.body, department.body)
        and unit.body.key in unit_keys(department)
    )


def in_one_region(one: Body, other: Body) -> bool:
    """Return whether two bodies may be of one region, which may be printed in part or not at all."""
    regions = one.region or "", other.region or ""
    return regions[0] in regions[1] or regions[1] in regions[0]
