"""Finds the cells that ruling lines enclose.

The algorithm is the one pdfplumber calls "lines", with its tolerances, so that both find the same cells; it goes back
to Anssi Nurminen, Algorithmic Extraction of Data in Tables in PDF Documents, Tampere 2013.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import itemgetter

from parsing.readers.boxes import Point
from records.evidence import BoundingBox

Ruling = tuple[float, float, float]
"""A line along one axis: where it stands on the other axis, where it begins and where it ends."""

STROKE = 1.0
"""Shorter lines are the ends of thin rectangles that stand for lines."""
TOLERANCE = 3.0
"""In points: lines closer than this are one line, gaps narrower than this are closed, lines that miss one another by
less cross, and what is then still shorter is no ruling."""

_Crossings = Mapping[Point, tuple[Sequence[int], Sequence[int]]]
"""For each crossing the numbers of the level and of the upright rulings that meet there."""


def merged(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Return the rulings with neighbours made one, in order of where they stand."""
    merged: list[Ruling] = []
    for neighbours in _neighbours(sorted(ruling for ruling in rulings if ruling[2] - ruling[1] >= STROKE)):
        stand = sum(map(itemgetter(0), neighbours)) / len(neighbours)
        spans = sorted((begin, end) for _, begin, end in neighbours)
        begin, end = spans[0]
        for further in spans:
            if further[0] > end + TOLERANCE:
                merged.append((stand, begin, end))
                begin, end = further
            elif further[1] > end:
                end = further[1]
        merged.append((stand, begin, end))
    return [ruling for ruling in merged if ruling[2] - ruling[1] >= TOLERANCE]


def _neighbours(rulings: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    group: list[Ruling] = []
    for ruling in rulings:
        if group and ruling[0] > group[-1][0] + TOLERANCE:
            yield group
            group = []
        group.append(ruling)
    if group:
        yield group


def cells_of(rows: Sequence[Ruling], columns: Sequence[Ruling]) -> list[BoundingBox]:
    """Return the cells between level and upright rulings as `merged`.

    At each crossing begins at most one: the smallest to its lower right whose four sides are ruled.
    """
    crossings, tops_on, lefts_on = _crossings(rows, columns)
    cells: list[BoundingBox] = []
    for (left, top), (level, upright) in crossings.items():
        bottoms = _beyond(top, upright, tops_on)
        rights = _beyond(left, level, lefts_on) if bottoms else ()
        for bottom, right in product(bottoms, rights):
            corner = crossings.get((right, bottom))
            if corner and _meet(corner[0], crossings[left, bottom][0]) and _meet(corner[1], crossings[right, top][1]):
                cells.append((left, top, right, bottom))
                break
    return cells


def _crossings(
    rows: Sequence[Ruling], columns: Sequence[Ruling]
) -> tuple[_Crossings, Sequence[Sequence[float]], Sequence[Sequence[float]]]:
    """Return the crossings, the tops of those on each column, and the lefts of those on each row."""
    crossings: dict[Point, tuple[list[int], list[int]]] = {}
    tops_on: list[list[float]] = []
    lefts_on: list[list[float]] = [[] for _ in rows]
    stands = [row[0] for row in rows]
    for column, (left, begin, end) in enumerate(columns):
        reached = range(bisect_left(stands, begin - TOLERANCE), bisect_right(stands, end + TOLERANCE))
        crossed = [row for row in reached if rows[row][1] - TOLERANCE <= left <= rows[row][2] + TOLERANCE]
        tops_on.append([stands[row] for row in crossed])
        for row in crossed:
            lefts_on[row].append(left)
            level, upright = crossings.setdefault((left, stands[row]), ([], []))
            level.append(row)
            upright.append(column)
    return crossings, tops_on, lefts_on


def _beyond(start: float, lines: Sequence[int], stands_on: Sequence[Sequence[float]]) -> Sequence[float]:
    """Return the crossings on the lines that lie beyond the start, nearest first."""
    if len(lines) == 1:
        stands = stands_on[lines[0]]
        return stands[bisect_right(stands, start) :]
    return sorted({stand for line in lines for stand in stands_on[line] if stand > start})


def _meet(lines: Sequence[int], others: Sequence[int]) -> bool:
    return lines == others or not set(lines).isdisjoint(others)


def tables_of(cells: Iterable[BoundingBox]) -> list[list[BoundingBox]]:
    """Return the groups of cells that hang together by their corners; a cell alone is a frame, and no table."""
    group_at: dict[Point, list[BoundingBox]] = {}
    groups: list[list[BoundingBox]] = []
    for cell in cells:
        corners = _corners(cell)
        group, *others = _distinct(map(group_at.get, corners)) or [[]]
        for other in others:
            group += other
            group_at |= {corner: group for member in other for corner in _corners(member)}
            other.clear()
        if not group:
            groups.append(group)
        group.append(cell)
        group_at |= dict.fromkeys(corners, group)
    return [group for group in groups if len(group) > 1]


def _distinct(groups: Iterable[list[BoundingBox] | None]) -> list[list[BoundingBox]]:
    return list({id(group): group for group in groups if group}.values())


def _corners(cell: BoundingBox) -> tuple[Point, ...]:
    x0, top, x1, bottom = cell
    return (x0, top), (x1, top), (x0, bottom), (x1, bottom)
