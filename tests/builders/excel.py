"""Writes Excel workbooks, of both formats, from the same sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO

import xlwt

from tests.builders.packed import packed

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the format of its cell, as the file stores it."""

    stored: str
    format: str = "General"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet to be written."""

    name: str
    cells: Mapping[str, str | Number]
    """Text or number by reference."""
    merges: Sequence[str] = ()
    hidden_rows: Sequence[int] = ()
    """Counted from 1."""
    hidden_columns: Sequence[int] = ()
    state: str = "visible"
    shows_zeros: bool = True


def sheet(name: str, *rows: Sequence[str | Number], merges: Sequence[str] = ()) -> SheetPlan:
    """Return a plan of the rows, from A1 on; "" leaves a cell out."""
    cells = {
        f"{chr(ord('A') + column)}{row}": value
        for row, values in enumerate(rows, start=1)
        for column, value in enumerate(values)
        if value != ""
    }
    return SheetPlan(name, cells, merges)


def an_xlsx(*sheets: SheetPlan, extra: Mapping[str, bytes | str] | None = None, active: int = 0) -> bytes:
    """Return a workbook; `extra` replaces or adds parts."""
    formats = sorted({value.format for each in sheets for value in each.cells.values() if isinstance(value, Number)})
    strings = sorted({value for each in sheets for value in each.cells.values() if isinstance(value, str)})
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    listed = "".join(
        f'<sheet name="{escape(each.name)}" sheetId="{index}" state="{each.state}" r:id="s{index}"/>'
        for index, each in enumerate(sheets, start=1)
    )
    relations = "".join(
        f'<Relationship Id="s{index}" Type="{_KINDS}/worksheet" Target="worksheets/sheet{index}.xml"/>'
        for index in range(1, len(sheets) + 1)
    )
    for kind, name in (("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")):
        relations += f'<Relationship Id="{kind}" Type="{_KINDS}/{kind}" Target="{name}"/>'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_KINDS}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_KINDS}"><bookViews><workbookView activeTab="{active}"/></bookViews>'
            f"<sheets>{listed}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
        "xl/styles.xml": _styles(formats),
    }
    for index, each in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{index}.xml"] = _sheet_part(each, formats, strings)
    return packed({**parts, **(extra or {})})


def an_xls(*sheets: SheetPlan) -> bytes:
    """Return a workbook of the older format."""
    book = xlwt.Workbook(encoding="utf-8")
    for each in sheets:
        written = book.add_sheet(each.name)
        written.visibility = {"visible": 0, "hidden": 1}[each.state]
        written.show_zero_values = each.shows_zeros
        for reference, value in each.cells.items():
            row, column = _position(reference)
            if isinstance(value, Number):
                style = xlwt.easyxf(num_format_str=value.format)
                written.write(row, column, float(value.stored), style)
            else:
                written.write(row, column, value)
        for merge in each.merges:
            (top, left), (bottom, right) = map(_position, merge.split(":"))
            written.merged_ranges.append((top, bottom, left, right))
        for row in each.hidden_rows:
            written.row(row - 1).hidden = True
        for column in each.hidden_columns:
            written.col(column - 1).hidden = True
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _styles(formats: Sequence[str]) -> str:
    own = "".join(
        f'<numFmt numFmtId="{index}" formatCode="{escape(code)}"/>' for index, code in enumerate(formats, start=164)
    )
    used = "".join(f'<xf numFmtId="{index}"/>' for index in range(164, 164 + len(formats)))
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{own}</numFmts><cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def _sheet_part(plan: SheetPlan, formats: Sequence[str], strings: Sequence[str]) -> str:
    rows: dict[int, list[str]] = {}
    for reference, value in sorted(plan.cells.items(), key=lambda item: _position(item[0])):
        if isinstance(value, Number):
            cell = f'<c r="{reference}" s="{formats.index(value.format) + 1}"><v>{value.stored}</v></c>'
        else:
            cell = f'<c r="{reference}" t="s"><v>{strings.index(value)}</v></c>'
        rows.setdefault(_position(reference)[0] + 1, []).append(cell)
    body = "".join(
        f'<row r="{row}" hidden="{int(row in plan.hidden_rows)}">{"".join(cells)}</row>' for row, cells in rows.items()
    )
    hidden = "".join(f'<col min="{each}" max="{each}" hidden="1"/>' for each in plan.hidden_columns)
    merged = "".join(f'<mergeCell ref="{each}"/>' for each in plan.merges)
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView showZeros="{int(plan.shows_zeros)}"/></sheetViews>'
        f"<cols>{hidden}</cols><sheetData>{body}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
    )


def _position(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1
