from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.colors import black

from parsing.limits import Limits
from parsing.readers.open_cells import closed
from parsing.readers.pdf import read_pdf
from parsing.readers.ruled_cells import Ruling, cells_of, merged
from records.evidence import BoundingBox
from tests.builders.blocks import COVERED, shown
from tests.builders.pdf import ROW_HEIGHT, PdfPrinter

FOOT = (60.0, 0.0, 90.0)
"""The last ruling of a table three columns wide, 30 points each, from 0 to 60."""
SIDES = [(stand, 0.0, 60.0) for stand in (0.0, 30.0, 60.0, 90.0)]


def cells(level: Sequence[Ruling], upright: Sequence[Ruling]) -> set[BoundingBox]:
    rows, columns = merged(level), merged(upright)
    return set(cells_of(closed(rows, columns), columns))


def test_a_cell_that_comes_from_the_page_before_is_closed_at_its_top() -> None:
    level = [(0.0, 60.0, 90.0), (20.0, 60.0, 90.0), (40.0, 30.0, 90.0), FOOT]
    found = cells(level, SIDES)
    assert {(0.0, 0.0, 30.0, 60.0), (30.0, 0.0, 60.0, 40.0)} <= found
    assert len(found) == 6


def test_a_cell_that_goes_on_to_the_next_page_is_closed_at_its_foot() -> None:
    level = [(0.0, 0.0, 90.0), (20.0, 30.0, 90.0), (60.0, 60.0, 90.0)]
    assert {(0.0, 0.0, 30.0, 60.0), (30.0, 20.0, 60.0, 60.0)} <= cells(level, SIDES)


def test_a_cell_that_fills_its_page_and_goes_on_at_both_ends_is_closed() -> None:
    level = [(stand, 60.0, 90.0) for stand in (0.0, 20.0, 60.0)]
    assert {(0.0, 0.0, 30.0, 60.0), (30.0, 0.0, 60.0, 60.0)} <= cells(level, SIDES)


def test_what_stands_in_an_open_cell_is_read_in_its_column() -> None:
    printer, height = PdfPrinter(), 2 * ROW_HEIGHT
    printer.table(160, 60, (150, 60), (("完成审计项目", "≥36"), ("审计报告合格率", "100%")))
    for side in (60, 110):
        printer.fill(side, 60, 0.5, height, black)
    printer.fill(110, 60 + height, 50, 0.5, black)
    printer.text(62, 64, "绩效")
    printer.text(112, 64, "产出指标")
    assert shown(read_pdf(printer.printed(), Limits())) == [
        [("绩效", "产出指标", "完成审计项目", "≥36"), (COVERED, COVERED, "审计报告合格率", "100%")]
    ]


def test_a_cell_merged_over_rows_within_the_table_is_not_cut() -> None:
    level = [(0.0, 0.0, 90.0), (20.0, 0.0, 30.0), (20.0, 60.0, 90.0), FOOT]
    upright = [*SIDES, (15.0, 20.0, 60.0), (75.0, 20.0, 60.0)]
    assert (30.0, 0.0, 60.0, 60.0) in cells(level, upright)


def test_a_caption_in_a_corner_that_no_line_bounds_is_no_cell() -> None:
    level = [(0.0, 30.0, 90.0), (20.0, 0.0, 90.0), FOOT]
    upright = [(0.0, 20.0, 60.0), *SIDES[1:]]
    assert min(x0 for x0, top, _, _ in cells(level, upright) if top == 0.0) == 30.0


def test_two_tables_side_by_side_stay_two() -> None:
    level = [(stand, *span) for stand in (0.0, 30.0, 60.0) for span in ((0.0, 30.0), (60.0, 90.0))]
    assert all(x1 - x0 == 30.0 and x0 in (0.0, 60.0) for x0, _, x1, _ in cells(level, SIDES))


@given(st.lists(st.integers(1, 9), min_size=1, unique=True), st.lists(st.integers(1, 9), min_size=1, unique=True))
def test_a_table_that_is_closed_stays_as_it_is(tops: list[int], lefts: list[int]) -> None:
    rows = merged((10.0 * top, 0.0, 100.0) for top in (0, *tops, 10))
    columns = merged((10.0 * left, 0.0, 100.0) for left in (0, *lefts, 10))
    assert closed(rows, columns) == rows
