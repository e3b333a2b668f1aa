"""Closes the cells that the end of a page leaves open.

A merged cell that goes on over several pages has no ruling where a page ends. Office programs draw its sides and not
its end; without one it would be no cell, and its text would stand outside the table.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parsing.readers.ruled_cells import TOLERANCE, Ruling, merged


def closed(rows: Sequence[Ruling], columns: Sequence[Ruling]) -> list[Ruling]:
    """Return the level rulings, and those that lack at the top and the foot of tables; all as `merged`."""
    tops = _lacking(rows, columns)
    feet = _lacking(_mirrored(rows), sorted((stand, -end, -begin) for stand, begin, end in columns))
    lacking = [*tops, *_mirrored(feet)]
    return merged([*rows, *lacking]) if lacking else list(rows)


def _mirrored(rows: Iterable[Ruling]) -> list[Ruling]:
    return sorted((-stand, begin, end) for stand, begin, end in rows)


def _lacking(rows: Sequence[Ruling], columns: Sequence[Ruling]) -> Iterator[Ruling]:
    """Yield the tops that lack where others are drawn."""
    begins = sorted(begin for _, begin, _ in columns)
    for stand in sorted({row[0] for row in rows}):
        if bisect_right(begins, stand + TOLERANCE) - bisect_left(begins, stand - TOLERANCE) > 1:
            drawn = [row for row in rows if row[0] == stand]
            below = [row for row in rows if row[0] > stand + TOLERANCE]
            beside = [column for column in columns if column[1] <= stand + TOLERANCE < column[2]]
            yield from _lacking_at(stand, drawn, below, list(pairwise(beside)))


def _lacking_at(
    stand: float, drawn: Sequence[Ruling], below: Sequence[Ruling], gaps: Sequence[tuple[Ruling, Ruling]]
) -> Iterator[Ruling]:
    """Yield the tops that lack at one height, between neighbouring columns that begin there."""
    tops = [index for index, (left, right) in enumerate(gaps) if _joined(drawn, left, right)]
    for index, (left, right) in enumerate(gaps) if tops else ():
        if index in tops or min(left[1], right[1]) < stand - TOLERANCE:
            continue
        end = min(left[2], right[2])
        ends_below = _joined([row for row in below if row[0] <= end + TOLERANCE], left, right)
        # Open at both ends it is a cell at the side of a table; between two tables it is the gap.
        at_the_side = not tops[0] < index < tops[-1] and abs(left[2] - right[2]) <= TOLERANCE
        if ends_below or at_the_side:
            yield stand, left[0], right[0]


def _joined(rows: Iterable[Ruling], left: Ruling, right: Ruling) -> bool:
    return any(begin <= left[0] + TOLERANCE and end >= right[0] - TOLERANCE for _, begin, end in rows)
