from parsing.pages import GridCell, Place
from parsing.tables.alignment import aligned_by_place, bands_of, composed_bands
from tests.builders.pages import a_page


def rows(text: str) -> list[tuple[GridCell, ...]]:
    return [row for block in a_page(text, places=True).blocks for row in getattr(block, "rows", ())]


def test_a_row_without_merged_cells_shows_the_edges_of_all_columns() -> None:
    assert bands_of(rows("a | < | b\nc | d | e")) == ((0, 100), (100, 200), (200, 300))


def test_rows_with_merged_cells_show_the_edges_together() -> None:
    merged = rows("a | < | b | <\nc | d | < | <")
    assert bands_of(merged) is None
    assert composed_bands(merged) == ((0, 100), (100, 200), (200, 400), (0, 0))


def test_a_cell_goes_to_the_column_it_stands_in() -> None:
    bands = composed_bands(rows("a | < | b | <\nc | d | < | <"))
    (row,) = rows("x | < | y | <")
    short = (row[2],)
    assert bands is not None
    moved = aligned_by_place(short, bands)
    assert moved is not None
    assert [cell.text for cell in moved] == ["", "", "y", ""]


def test_a_place_of_the_grid_where_nothing_is_printed_takes_no_column() -> None:
    bands = ((0.0, 100.0), (100.0, 200.0))
    nothing, word = GridCell("", Place(page=1)), GridCell("y", Place(page=1, bbox=(100.0, 0.0, 200.0, 10.0)))
    moved = aligned_by_place((nothing, word), bands)
    assert moved is not None
    assert [cell.text for cell in moved] == ["", "y"]
