"""What of a page is shown around a place."""

from parsing.pictures.crops import crop_around

SHEET = (0.0, 0.0, 595.0, 842.0)


def test_without_a_table_the_whole_width_is_shown() -> None:
    assert crop_around((100, 400, 200, 415), SHEET) == (0, 230, 595, 475)


def test_nothing_beyond_the_sheet_is_shown() -> None:
    assert crop_around((100, 20, 200, 35), SHEET) == (0, 0, 595, 95)
    assert crop_around((100, 800, 200, 815), SHEET) == (0, 630, 595, 842)


def test_the_heading_and_caption_of_a_near_table_are_shown() -> None:
    assert crop_around((100, 400, 200, 415), SHEET, (60, 100, 500, 700)) == (36, 55, 524, 475)


def test_the_heading_of_a_far_table_is_not_shown() -> None:
    assert crop_around((100, 600, 200, 615), SHEET, (60, 100, 500, 700)) == (36, 430, 524, 675)


def test_a_place_that_is_not_on_the_sheet_has_no_crop() -> None:
    assert crop_around((600, 10, 700, 20), SHEET) is None
    assert crop_around((100, 20, 100, 20), SHEET) is None
