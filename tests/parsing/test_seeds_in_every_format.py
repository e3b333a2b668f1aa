"""Five published documents, laid out anew as PDF and Word, say in every format what their text says.

Compared is all that is understood of tables, claims, projects, purchases and assets, and every row of cells as printed.
Differences that the layout made are listed with their reason; any other fails.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

import pytest

from parsing.knowledge_files import Knowledge, load_knowledge
from parsing.pages import Grid, Reading
from parsing.understanding import understand
from records.disclosure import Document

Published = Callable[[str, str], Reading]
Said = Mapping[str, str]
"""What is said, by where it is said: tables[3].rows[2].label."""

DOCUMENTS = ("000", "001", "002", "003", "004")
FORMATS = ("pdf", "docx", "doc")
OF_THE_FILE = frozenset(
    {"page", "cell", "line", "bbox", "document", "pages", "documents", "unread_pages", "ocr_pages", "sections"}
)
"""Fields that say where something stands in the file, and the narrative, of which the claims are compared."""


@dataclass(frozen=True)
class Difference:
    """Something that the layout says otherwise than the text it was made from."""

    place: str
    """Where it is said; * is any number."""
    text: str
    laid_out: str
    reason: str


MERGED = "the text lost how wide the merged headings are; the layout draws the first over one column, not two"
UNDERSTOOD_OTHERWISE = {
    "004": tuple(
        Difference(place, "支出部门经济分类科目/科目名称", "一般公共预算基本支出/科目名称", MERGED)
        for place in ("tables[5].columns[2].heading", "tables[5].rows[*].label_evidence.column")
    ),
}
PRINTED_OTHERWISE = {
    "004": (
        Difference(
            "rows[249]",
            "绩效目标 | 1.目标1:利用社区矫正定位管理平台，实现对社区矫正对象的日常管理及定位巡查。"
            "2.目标2:开展对社区矫正对象的心理矫治，缓解其心理压力，达到顺利回归社会目的",
            "绩效目标 | 1.目标1:利用社区矫正定位管理平台，实现对社区矫正对象的日常管理及定位巡查。",
            "empty lines part the second goal from the first in the text; the layout prints it below the cells",
        ),
    ),
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_understood_is_the_same_in_every_format(
    published: Published, knowledge: Knowledge, name: str, form: str
) -> None:
    text, laid_out = (understood(published(name, each), knowledge) for each in ("txt", form))

    assert len(text) > 1000
    found = differing(text, laid_out)
    assert found == listed(UNDERSTOOD_OTHERWISE.get(name, ()), found)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_row_has_the_same_cells_in_every_format(published: Published, name: str, form: str) -> None:
    text, laid_out = (rows_of(published(name, each)) for each in ("txt", form))

    assert len(text) > 100
    found = differing(text, laid_out)
    assert found == listed(PRINTED_OTHERWISE.get(name, ()), found)


def understood(reading: Reading, knowledge: Knowledge) -> Said:
    """Return what the document says once it is understood; headings of which the text lost the merged cells apart."""
    disclosure = understand(reading, Document("", "", reading.format, None), knowledge)
    tables = (replace(each, grid=each.grid[len(each.grid) - each.printed_rows :]) for each in disclosure.tables)
    return dict(_leaves(replace(disclosure, tables=tuple(tables)), ""))


def _leaves(value: object, place: str) -> Iterator[tuple[str, str]]:
    if is_dataclass(value):
        for field in fields(value):
            if field.name not in OF_THE_FILE:
                yield from _leaves(getattr(value, field.name), f"{place}.{field.name}".lstrip("."))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            yield from _leaves(each, f"{place}[{index}]")
    elif value is not None:
        yield place, "".join(str(value).split())


def rows_of(reading: Reading) -> Said:
    """Return the rows of all grids in order, empty cells left out; the layout has the contents list as a table."""
    grids = [block for page in reading.pages for block in page.blocks if isinstance(block, Grid)]
    rows = [["".join(cell.text.split()) for cell in row if cell.text.strip()] for grid in grids for row in grid.rows]
    printed = (" | ".join(row) for row in rows if row and not any(cell.endswith("....") for cell in row))
    return {f"rows[{index}]": row for index, row in enumerate(printed)}


def differing(text: Said, laid_out: Said) -> Mapping[str, tuple[str, str]]:
    """Return what differs, by its place: what the text says and what the layout says there."""
    places = dict.fromkeys((*text, *laid_out))
    both = {place: (text.get(place, ""), laid_out.get(place, "")) for place in places}
    return {place: said for place, said in both.items() if said[0] != said[1]}


def listed(differences: tuple[Difference, ...], found: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Return the listed differences by their places; one of several places at each of them that differs."""
    places = list(found)
    return {
        place: (each.text, each.laid_out)
        for each in differences
        for place in _places(each.place, places) or [each.place]
    }


def _places(pattern: str, places: Iterable[str]) -> list[str]:
    shape = re.compile(re.escape(pattern).replace(r"\*", r"\d+"))
    return [place for place in places if shape.fullmatch(place)]
