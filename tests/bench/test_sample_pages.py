from random import Random

from bench.sample_pages import Sheet, chosen

SHEETS = tuple(
    Sheet(folder, file, page, full_of_figures=page % 2 == 0)
    for folder, file, pages in (
        ("上海", "长.pdf", 90),
        ("上海", "短.pdf", 2),
        ("北京", "甲.pdf", 6),
        ("网页", "乙.html", 1),
    )
    for page in range(1, pages + 1)
)


def test_the_choice_is_the_same_every_time_and_takes_no_page_twice() -> None:
    first = chosen(SHEETS, 12, Random(1))
    assert first == chosen(SHEETS, 12, Random(1))
    assert len(set(first)) == 12


def test_every_folder_gives_a_page() -> None:
    assert {sheet.folder for sheet in chosen(SHEETS, 3, Random(5))} == {"上海", "北京", "网页"}


def test_of_three_pages_two_are_full_of_figures_where_there_are_such() -> None:
    taken = chosen([sheet for sheet in SHEETS if sheet.file == "长.pdf"], 30, Random(7))
    assert sum(sheet.full_of_figures for sheet in taken) == 20


def test_a_choice_larger_than_the_corpus_takes_every_page() -> None:
    assert len(chosen(SHEETS[:5], 9, Random(0))) == 5
