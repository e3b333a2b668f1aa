from parsing.readers.drawing import Letter
from parsing.readers.letters import lines_of
from parsing.readers.ruled_table import fill, ruled_table


def letter(text: str, x: float, baseline: float, size: float = 10) -> Letter:
    return Letter(text, (x, baseline - size, x + size, baseline), baseline)


def test_a_gap_between_letters_is_a_blank_and_a_narrow_one_is_not() -> None:
    (line,) = lines_of([letter("单", 0, 100), letter("位", 12, 100), letter("元", 30, 100)])
    assert line.text == "单位 元"


def test_a_raised_mark_of_smaller_size_does_not_join_the_line_above() -> None:
    first, second = lines_of([letter("款", 0, 100), letter("项", 0, 112), letter("1", 10, 109, size=6)])
    assert (first.text, second.text) == ("款", "项1")


def test_letters_outside_every_cell_are_handed_back() -> None:
    table = ruled_table([(0, 0, 50, 20), (50, 0, 100, 20)])
    grid, outside = fill(table, [letter("收", 10, 15), letter("注", 10, 45)], page=1)
    assert [cell.text for cell in grid.rows[0]] == ["收", ""]
    assert [letter.text for letter in outside] == ["注"]


def test_a_merged_cell_cut_by_the_end_of_the_page_still_holds_its_text() -> None:
    cells = [(0, 0, 50, 20), (50, 0, 100, 20), (50, 20, 100, 40), (50, 40, 100, 60)]
    grid, outside = fill(ruled_table(cells), [letter("产", 10, 35), letter("出", 10, 55)], page=1)
    assert not outside
    assert [(row[0].text, row[0].covered) for row in grid.rows] == [("", False), ("产\n出", False), ("", True)]


def test_a_gap_above_the_first_row_is_no_cell_because_a_caption_may_stand_in_it() -> None:
    cells = [(50, 0, 100, 20), (0, 20, 50, 40), (50, 20, 100, 40)]
    grid, outside = fill(ruled_table(cells), [letter("表", 10, 15)], page=1)
    assert [letter.text for letter in outside] == ["表"]
    assert grid.rows[0][0].place.bbox is None
