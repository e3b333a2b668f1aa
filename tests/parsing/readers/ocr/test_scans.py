"""Which pages of a PDF are read from pictures of them, and what is said where they cannot be."""

from collections.abc import Callable

import pytest

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page, Place, TextLine
from parsing.reader import read_bytes
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.ocr.picture import PagePicture, PictureReader, PictureReaderMissing, PicturesLeft
from parsing.readers.ocr.scans import with_scans_read
from parsing.readers.pdf import read_pdf
from tests.builders.pdf import LATIN, PdfPrinter
from tests.builders.pdf_changes import without_unicode
from tests.builders.scans import joined, scanned


class Recorder:
    """Reads the word SCAN on every picture, and keeps the pictures."""

    def __init__(self) -> None:
        self.seen: list[PagePicture] = []

    def drawing_of(self, page: PagePicture, limits: Limits) -> Drawing:
        self.seen.append(page)
        return Drawing(
            page.sheet,
            [Letter(letter, (60 + 8 * place, 60, 68 + 8 * place, 70), 70) for place, letter in enumerate("SCAN")],
        )


def missing() -> PictureReader:
    raise PictureReaderMissing


def printed(*texts: str) -> bytes:
    """Print a page for each text."""
    printer = PdfPrinter()
    for text in texts:
        printer.text(60, 60, text, font=LATIN)
        printer.next_page()
    return printer.printed()


def read(
    content: bytes, opened: Callable[[], PictureReader] | None, limits: Limits | None = None
) -> list[tuple[str, bool, bool]]:
    """Return the text of each page, and whether it is unread and was recognised."""
    pages = read_bytes(content, limits or Limits(), pictures=opened).pages
    return [
        ("".join(block.text for block in page.blocks if isinstance(block, TextLine)), page.unread, page.ocr)
        for page in pages
    ]


MIXED = joined(printed("Budget of the bureau"), scanned(printed("one", "two")), printed("The end of it all"))


def test_only_the_pages_that_are_pictures_are_recognised() -> None:
    recorder = Recorder()
    assert read(MIXED, lambda: recorder) == [
        ("Budget of the bureau", False, False),
        ("SCAN", False, True),
        ("SCAN", False, True),
        ("The end of it all", False, False),
    ]
    assert [page.sheet[2:] for page in recorder.seen] == [pytest.approx((595, 842), abs=1)] * 2


def test_a_file_without_pictures_needs_no_reader_of_them() -> None:
    for opened in (missing, None):
        assert read(printed("Budget of the bureau"), opened) == [("Budget of the bureau", False, False)]


def test_where_pictures_cannot_be_read_their_pages_are_unread() -> None:
    assert [unread for _, unread, _ in read(MIXED, missing)] == [False, True, True, False]


def test_a_file_of_nothing_but_pictures_says_what_it_needs() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read(scanned(printed("one", "two")), missing)
    assert refused.value.cause is Cause.NEEDS_OCR
    assert "budgetwatch[ocr]" in refused.value.reason
    assert "budgetwatch[ocr]" in refused.value.chinese


def test_pictures_that_are_left_to_another_process_are_told_with_the_number_of_pages() -> None:
    with pytest.raises(PicturesLeft) as left:
        read(MIXED, None)
    assert left.value.pages == 4


def test_more_pictures_than_allowed_stay_unread() -> None:
    recorder = Recorder()
    pages = read(scanned(printed("one", "two", "three")), lambda: recorder, Limits(max_recognised_pages=2))
    assert [unread for _, unread, _ in pages] == [False, False, True]
    assert len(recorder.seen) == 2


def test_pictures_without_any_text_are_no_text() -> None:
    class Blank(Recorder):
        def drawing_of(self, page: PagePicture, limits: Limits) -> Drawing:
            return Drawing(page.sheet, lost=True)

    with pytest.raises(UnreadableDocument) as refused:
        read(scanned(printed("one")), Blank)
    assert refused.value.cause is Cause.NO_TEXT


def test_a_file_that_only_the_other_engine_opens_keeps_its_unread_pages() -> None:
    pages = (Page(1, (TextLine("Budget", Place(1)),)), Page(2, (), unread=True))
    assert with_scans_read(b"%PDF-1.7 nothing", pages, Limits(), Recorder) == pages


@pytest.mark.parametrize(("dots_per_inch", "read"), [(96, True), (80, False)])
def test_a_scan_too_coarse_for_its_decimal_points_stays_unread(dots_per_inch: int, read: bool) -> None:
    recorder = Recorder()
    pages = [Page(1, (), unread=True)]
    scan = scanned(printed("one"), dots_per_inch=dots_per_inch)
    assert [page.ocr for page in with_scans_read(scan, pages, Limits(), lambda: recorder)] == [read]
    assert bool(recorder.seen) is read


def test_text_whose_font_does_not_say_what_it_is_is_recognised() -> None:
    assert read(without_unicode(printed("Budget of the bureau")), Recorder) == [("SCAN", False, True)]


def test_a_page_the_file_does_not_have_is_left_unread() -> None:
    recorder = Recorder()
    pages = (Page(1, (), unread=True), Page(2, (), unread=True))
    assert [page.ocr for page in with_scans_read(printed("one"), pages, Limits(), lambda: recorder)] == [True, False]


def test_the_reader_of_pdf_files_alone_reads_no_pictures() -> None:
    assert [page.unread for page in read_pdf(MIXED, Limits())] == [False, True, True, False]
