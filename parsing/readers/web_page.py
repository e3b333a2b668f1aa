"""Reads web pages (HTML): as published, as saved by a browser, as written by Word and Excel."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page, Place, TextLine
from parsing.readers.office.xml import Element
from parsing.readers.table_blocks import Block, blocks_of_table
from parsing.readers.tally import Tally
from parsing.readers.web.furniture import Furniture, furniture_of
from parsing.readers.web.knowledge import load_web_knowledge
from parsing.readers.web.positioned import is_positioned_page, positioned_page
from parsing.readers.web.tables import rows_of_table
from parsing.readers.web.tree import page_tree, pages_of_message

_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "caption", "dd", "details", "dir", "div", "dl", "dt"),
        *("fieldset", "figure", "figcaption", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
"""Elements that stand on lines of their own."""
_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")


def read_html(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read the page's document without what the site puts around it; scripts are not run, nothing is fetched.

    A page has no number, and a text's place is its line as read, in tables the cell. Pages that were converted from a
    PDF, every text at its place, keep the page numbers of the PDF.

    Raises UnreadableDocument if the page is too large, nested too deeply, or has no text.
    """
    return _read([(content, None)], limits)


def read_mhtml(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read a web page saved as one file with its parts (.mht), as `read_html` does."""
    return _read(pages_of_message(content), limits)


def _read(contents: Iterable[tuple[bytes, str | None]], limits: Limits) -> tuple[Page, ...]:
    tally = Tally(limits)
    pages: list[Page] = []
    for content, declared in contents:
        root = page_tree(content, declared)
        if root is None:
            continue
        flow = _Flow(furniture_of(root, load_web_knowledge()), tally)
        try:
            flow.take(root)
        except RecursionError as error:
            raise UnreadableDocument(Cause.TOO_LARGE, "the elements of the page are nested too deeply") from error
        flow.end_line()
        pages += [Page(None, tuple(flow.blocks))] * bool(flow.blocks) + flow.pages
    if not any(page.blocks for page in pages):
        raise UnreadableDocument(Cause.EMPTY, "the page has no text")
    return tuple(pages)


@dataclass(slots=True)
class _Flow:
    """What was read so far, and the line that is not ended yet."""

    furniture: Furniture
    tally: Tally
    cell: str | None = None
    """The cell whose content is read; nothing in a table is the site's own line."""
    blocks: list[Block] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    """The pages of a PDF that was converted."""
    pieces: list[str] = field(default_factory=list)
    lines: int = 0
    tables: int = 0

    def take(self, element: Element) -> None:
        """Take in an element with all that stands in it."""
        if self.furniture.holds(element):
            return
        if is_positioned_page(element):
            self.pages.append(positioned_page(element, len(self.pages) + 1, self.tally))
            return
        breaks = element.tag in _BLOCKS
        if breaks or element.tag == "br":
            self.end_line()
        if element.tag == "table":
            self._take_table(element)
        else:
            self._take_content(element)
        if breaks:
            self.end_line()

    def end_line(self) -> None:
        """End the line; a blank one and one of the site's are left out."""
        text = _BLANKS.sub(" ", "".join(self.pieces)).strip()
        self.pieces.clear()
        if text and not (self.cell is None and self.furniture.is_line(text)):
            self.lines += 1
            self.tally.count_characters(len(text))
            self.blocks.append(TextLine(text, Place(line=self.lines, cell=self.cell)))

    def _take_content(self, element: Element) -> None:
        keeps_lines = element.tag == "pre"
        self._take_text(element.text, keeps_lines)
        for each in element:
            self.take(each)
            self._take_text(each.tail, keeps_lines)

    def _take_text(self, text: str | None, keeps_lines: bool) -> None:
        first, *others = (text or "").splitlines() if keeps_lines and text else [text or ""]
        self.pieces.append(first)
        for line in others:
            self.end_line()
            self.pieces.append(line)

    def _take_table(self, element: Element) -> None:
        self.tables += 1
        for caption in element.findall("caption"):
            self.take(caption)
        name = f"第{self.tables}个表"
        rows = rows_of_table(element, name, self.lines + 1, self._blocks_of_cell, self.tally)
        self.blocks += blocks_of_table(rows)

    def _blocks_of_cell(self, cell: Element, name: str) -> tuple[Block, ...]:
        outer, self.cell = (self.blocks, self.cell), name
        self.blocks = []
        self._take_content(cell)
        self.end_line()
        found, (self.blocks, self.cell) = tuple(self.blocks), outer
        return found
