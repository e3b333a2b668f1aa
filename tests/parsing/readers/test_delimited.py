import pytest

from parsing.formats import CSV, TEXT, format_of
from parsing.limits import Limits
from parsing.pages import Grid
from parsing.reader import read_bytes
from tests.builders.blocks import shown

ROWS = [("年份", "收入合计", "支出合计"), ("2023", "18949.22", "18949.22")]


@pytest.mark.parametrize("delimiter", [",", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_fields_of_a_file_are_a_grid(delimiter: str, encoding: str) -> None:
    text = "".join(delimiter.join(row) + "\r\n" for row in ROWS)
    reading = read_bytes(text.encode(encoding), Limits())
    assert (reading.format, shown(reading.pages)) == (CSV, [ROWS])


def test_fields_in_quotes_may_hold_delimiters_and_lines() -> None:
    content = '项目,金额\n"甲,乙\n丙","1,234.50"\n'.encode()
    assert shown(read_bytes(content, Limits()).pages) == [[("项目", "金额"), ("甲,乙\n丙", "1,234.50")]]


def test_titles_above_the_table_are_lines_and_places_are_cells() -> None:
    (page,) = read_bytes("收支总表,\n项目,金额\n合计,5\n".encode(), Limits()).pages
    title, grid = page.blocks
    assert isinstance(grid, Grid)
    assert shown([page])[0] == "收支总表"
    assert (title.place.cell, grid.rows[1][1].place.cell) == ("A1", "B3")


@pytest.mark.parametrize(
    "text",
    [
        "部门预算, 2023\n收入合计 5 万元\n",
        "收入 1,234.50 万元\n支出 1,234,567.50 万元\n",
        "项目,金额\n",
        "项目\t金额\n甲\t5\n",
    ],
)
def test_text_with_commas_is_no_table(text: str) -> None:
    assert format_of(text.encode()) == TEXT
