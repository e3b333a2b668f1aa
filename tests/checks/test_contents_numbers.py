from checks.contents_numbers import slips_of, wrong_pages
from records.evidence import Evidence
from tests.builders.contents import an_entry


def slips(*entries: tuple[str, int]) -> list[tuple[str, bool]]:
    return [
        (slip.entry.title, slip.doubled) for slip in slips_of([an_entry(text, level=level) for text, level in entries])
    ]


def test_numbers_that_follow_one_another_pass() -> None:
    assert not slips(("第一部分 概况", 1), ("一、职责", 2), ("二、机构", 2), ("第二部分 报表", 1))


def test_numbers_may_begin_anew_or_go_on_below_another_heading() -> None:
    assert not slips(("第一部分 概况", 1), ("一、职责", 2), ("第二部分 报表", 1), ("一、总表", 2))
    assert not slips(("第一部分 概况", 1), ("四、人员", 2), ("第二部分 报表", 1), ("五、收支", 2))


def test_a_number_printed_twice_is_a_slip() -> None:
    assert slips(("一、职责", 1), ("二、机构", 1), ("二、人员", 1)) == [("人员", True)]


def test_a_number_left_out_is_a_slip() -> None:
    assert slips(("一、职责", 1), ("三、机构", 1)) == [("机构", False)]


def test_entries_without_numbers_are_no_slips() -> None:
    assert not slips(("一、职责", 1), ("部门预算收支总表", 1), ("三、机构", 1))


def paged(*pages: tuple[int, int]) -> list[tuple[str, int]]:
    """Which of the entries, each with the page listed and the page it stands on, are wrong, and where they stand."""
    found = [(an_entry(f"标题{index}", page=listed), Evidence(page=at)) for index, (listed, at) in enumerate(pages)]
    return [(one.entry.title, one.page) for one in wrong_pages(found)]


RIGHT = [(number, number + 2) for number in range(1, 9)]


def test_a_constant_difference_from_the_pages_of_the_file_passes() -> None:
    assert not paged(*RIGHT)


def test_an_entry_on_another_page_than_listed_is_found() -> None:
    assert paged(*RIGHT, (11, 15)) == [("标题8", 13)]


def test_a_list_whose_pages_fit_too_seldom_says_nothing() -> None:
    assert not paged(*RIGHT[:7], (11, 15)), "seven that agree are too few"
    assert paged(*RIGHT, (11, 15), (12, 13)), "eight of ten agree"
    assert not paged(*RIGHT, (11, 15), (12, 13), (13, 14)), "eight of eleven agree"


def test_files_without_pages_say_nothing() -> None:
    assert not wrong_pages([(an_entry("一、职责", page=1), Evidence(line=4))] * 9)
