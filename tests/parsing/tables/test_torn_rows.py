import pytest

from parsing.pages import GridCell, Place
from parsing.tables.torn_rows import rows_of_pages

PROJECT = "53000021|事业运行专项经费|208|1,619,700.|1,619,700."


def row(text: str, page: int = 1) -> tuple[GridCell, ...]:
    return tuple(GridCell(cell, Place(page=page)) for cell in text.split("|"))


def texts(*pages: str) -> list[str]:
    rows = rows_of_pages([[row(line, number) for line in page.splitlines()] for number, page in enumerate(pages, 1)])
    return ["|".join("".join(cell.text.split()) for cell in cells) for cells in rows]


def test_a_row_whose_numbers_end_on_the_next_page_is_one_row() -> None:
    torn = texts(PROJECT, "0006||0150|00|00\n53000021|委托项目|2080150|203,200.00|203,200.00")
    assert torn == [
        "530000210006|事业运行专项经费|2080150|1,619,700.00|1,619,700.00",
        "53000021|委托项目|2080150|203,200.00|203,200.00",
    ]


def test_a_row_whose_code_ends_on_the_next_page_is_one_row() -> None:
    assert texts("3022|工会经费|540,800.00", "8||\n30229|福利费|162,300.00") == [
        "30228|工会经费|540,800.00",
        "30229|福利费|162,300.00",
    ]


def test_a_torn_row_stands_where_it_begins() -> None:
    (torn,) = rows_of_pages([[row(PROJECT)], [row("||0150|00|00", page=2)]])
    assert {cell.place.page for cell in torn} == {1}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("30228|工会经费|540,800.00", "30229|福利费|162,300.00"),
        ("208|社会保障|15.00", "20805|养老支出|15.00"),
        ("1|办公楼维修|15.00", "2|设备购置|12.00"),
        ("1.|办公楼维修|15.00", "2.|设备购置|12.00"),
        ("208||15.00", "05|养老支出|15.00"),
        ("—|合计|—", "5|合计|5"),
        ("3022|工会经费|540,800.00", "8||12.00"),
        ("30228|工会经费|", "||.00"),
    ],
)
def test_rows_of_their_own_stay_apart(above: str, below: str) -> None:
    assert texts(above, below) == [above, below]
