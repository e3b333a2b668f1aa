"""Reads Excel workbooks (.xlsx) from their XML."""

from collections.abc import Iterator

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.excel.sheets import Sheet, blocks_of_sheet
from parsing.readers.excel.xlsx_sheet import Shared, sheet_of
from parsing.readers.excel.xlsx_strings import strings_of
from parsing.readers.excel.xlsx_styles import formats_of
from parsing.readers.office.parts import OfficeParts, main_part, office_parts
from parsing.readers.office.xml import Element, attribute, child, is_true, tree_of, whole_number
from parsing.readers.tally import Tally


def read_xlsx(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read each visible sheet as a page without a number; a text's place is its cell: 收支总表!B7.

    Numbers are printed as their cells show them. Hidden rows and columns are not read. A formula whose value was not
    saved leaves its cell empty and marks the page as unread.

    Raises UnreadableDocument if the file is encrypted, damaged, too large, or shows nothing.
    """
    tally = Tally(limits)
    sheets = sheets_of_xlsx(content, limits)
    pages = [Page(None, blocks, sheet.unread) for sheet in sheets if (blocks := blocks_of_sheet(sheet, tally))]
    if not pages:
        raise UnreadableDocument(Cause.EMPTY, "no sheet of the workbook shows anything")
    return tuple(pages)


def sheets_of_xlsx(content: bytes, limits: Limits, *, only_active: bool = False) -> Iterator[Sheet]:
    """Yield what the visible sheets show, or only the one that was last looked at."""
    parts = office_parts(content, limits)
    workbook, main = main_part(parts, usual="xl/workbook.xml")
    root = tree_of(main)
    view, properties = child(root, "bookViews", "workbookView"), child(root, "workbookPr")
    active = whole_number(attribute(view, "activeTab")) if view is not None else 0
    shared = Shared(
        strings=tuple(strings_of(parts.related_content(workbook, "sharedStrings"), Tally(limits))),
        formats=formats_of(parts.related_content(workbook, "styles")),
        from_1904=properties is not None and is_true(attribute(properties, "date1904")),
        tally=Tally(limits),
    )
    for index, name, part in _visible(root, parts, workbook):
        if index == active or not only_active:
            yield sheet_of(name, parts.content(part) or b"", shared)


def _visible(root: Element, parts: OfficeParts, workbook: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, name and part of the sheets that are not hidden."""
    relations = parts.relations(workbook)
    sheets = child(root, "sheets")
    for index, sheet in enumerate(sheets if sheets is not None else ()):
        relation = relations.get(attribute(sheet, "id") or "")
        if relation and relation.kind == "worksheet" and attribute(sheet, "state") in (None, "visible"):
            yield index, attribute(sheet, "name") or "", relation.part
