from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges, snap_edges
from pdfplumber.utils.geometry import filter_edges

from parsing.readers.ruled_cells import Ruling, cells_of, merged, tables_of
from records.evidence import BoundingBox

PLACES = st.integers(0, 12).map(lambda step: step * 10.0) | st.floats(0, 120).map(lambda place: round(place, 1))


def rulings() -> st.SearchStrategy[list[Ruling]]:
    lengths = st.integers(0, 12).map(lambda step: step * 10.0) | st.sampled_from([0.5, 2.0, 2.9, 3.0, 12.5])
    ruling = st.builds(lambda stand, begin, length: (stand, begin, begin + length), PLACES, PLACES, lengths)
    return st.lists(ruling, max_size=16)


def found(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[list[BoundingBox]]:
    return rounded(tables_of(cells_of(merged(level), merged(upright))))


def found_by_pdfplumber(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[list[BoundingBox]]:
    edges: list[dict[str, Any]] = [
        *(edge("h", begin, stand, end, stand) for stand, begin, end in level),
        *(edge("v", stand, begin, stand, end) for stand, begin, end in upright),
    ]
    # What it snaps to one place may differ in the last digit, and then is not joined; a fault we do not copy.
    snapped = [
        {key: round(value, 6) if isinstance(value, float) else value for key, value in one.items()}
        for one in snap_edges(filter_edges(edges, min_length=1), 3, 3)
    ]
    joined = filter_edges(merge_edges(snapped, 0, 0, 3, 3), min_length=3)
    return rounded(cells_to_tables(intersections_to_cells(edges_to_intersections(joined, 3, 3))))


def rounded(tables: Iterable[Iterable[BoundingBox]]) -> list[list[BoundingBox]]:
    return sorted(
        sorted((round(x0, 3), round(top, 3), round(x1, 3), round(bottom, 3)) for x0, top, x1, bottom in cells)
        for cells in tables
    )


def edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    box = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top, "doctop": top}
    return {**box, "object_type": "line", "orientation": orientation}


@given(rulings(), rulings())
def test_the_cells_are_those_that_pdfplumber_finds(level: list[Ruling], upright: list[Ruling]) -> None:
    assert found(level, upright) == found_by_pdfplumber(level, upright)


def test_lines_that_nearly_meet_enclose_a_cell() -> None:
    level = [(0.0, 2.0, 98.0), (20.0, 0.0, 49.0), (20.5, 51.0, 100.0)]
    upright = [(0.0, 0.0, 20.0), (50.0, 0.0, 20.0), (100.0, 2.5, 18.0)]
    ((first, second),) = found(level, upright)
    assert first == (0.0, 0.0, 50.0, 20.25)
    assert second == (50.0, 0.0, 100.0, 20.25)


def test_a_cell_alone_is_a_frame_and_no_table() -> None:
    level = [(0.0, 0.0, 100.0), (20.0, 0.0, 100.0)]
    upright = [(0.0, 0.0, 20.0), (100.0, 0.0, 20.0)]
    assert found(level, upright) == []


def test_tables_that_touch_at_no_corner_are_two() -> None:
    level = [(stand, 0.0, 100.0) for stand in (0.0, 20.0, 60.0, 80.0)]
    upright = [(stand, begin, begin + 20.0) for stand in (0.0, 50.0, 100.0) for begin in (0.0, 60.0)]
    assert [len(cells) for cells in found(level, upright)] == [2, 2]
