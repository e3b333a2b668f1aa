"""Images are pages as scans in a PDF are, whatever they are saved as."""

import numpy as np
import pytest
from PIL import Image

from parsing.failures import Cause, UnreadableDocument
from parsing.formats import format_of
from parsing.limits import Limits
from parsing.pages import TextLine
from parsing.reader import read_bytes
from parsing.readers.drawing import Drawing, Letter
from parsing.readers.image import pictures_of
from parsing.readers.ocr.picture import PagePicture, PictureReader, PictureReaderMissing, PicturesLeft
from tests.builders.scans import saved

A4 = (1654, 2339)


class Recorder:
    """Reads the word SCAN on pictures with any ink."""

    def drawing_of(self, page: PagePicture, limits: Limits) -> Drawing:
        if np.asarray(page.picture).min() == 255:
            return Drawing(page.sheet, lost=True)
        return Drawing(page.sheet, [Letter("字", (60, 60, 70, 70), 70)])


def missing() -> PictureReader:
    raise PictureReaderMissing


def a_picture(size: tuple[int, int] = A4, colour: int = 0) -> Image.Image:
    image = Image.new("L", size, 255)
    image.paste(colour, (100, 100, 140, 140))
    return image


def refusal(content: bytes, limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, limits or Limits(), pictures=Recorder)
    return refused.value


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "GIF", "BMP"])
def test_an_image_is_told_by_its_bytes_and_read_as_one_page(form: str) -> None:
    content = saved([a_picture()], form)
    assert format_of(content) == "image"
    reading = read_bytes(content, Limits(), pictures=Recorder)
    (page,) = reading.pages
    assert (reading.format, page.number, page.ocr, page.unread) == ("image", 1, True, False)
    (line,) = page.blocks
    assert isinstance(line, TextLine)
    assert line.text == "字"


def test_a_text_that_begins_like_a_bitmap_is_a_text() -> None:
    assert format_of("BM,MC\n204,公共安全支出\n".encode()) == "csv"


def test_every_page_of_a_tiff_is_read_and_an_empty_one_is_unread() -> None:
    content = saved([a_picture(), Image.new("L", A4, 255), a_picture()], "TIFF")
    pages = read_bytes(content, Limits(), pictures=Recorder).pages
    assert [(page.number, page.ocr, page.unread) for page in pages] == [
        (1, True, False),
        (2, False, True),
        (3, True, False),
    ]


@pytest.mark.parametrize("size", [A4, (827, 1170), (3308, 4678)])
def test_an_image_is_looked_at_as_a_page_of_a4_whatever_its_size(size: tuple[int, int]) -> None:
    (picture,) = pictures_of(saved([a_picture(size)], "PNG"), Limits())
    assert picture.sheet[2:] == pytest.approx((595, 842), abs=1)


@pytest.mark.parametrize(
    "image",
    [
        a_picture().convert("1"),
        a_picture().convert("P"),
        a_picture().convert("RGB"),
        Image.fromarray(np.asarray(a_picture(), np.uint16) * 257),
        Image.merge("LA", (Image.new("L", A4, 0), a_picture(colour=255).point(lambda level: 255 - level))),
    ],
    ids=["two levels", "palette", "colour", "65,536 levels", "paper shines through"],
)
def test_whatever_its_levels_paper_is_white_and_ink_black(image: Image.Image) -> None:
    (picture,) = pictures_of(saved([image], "PNG"), Limits())
    levels = np.asarray(picture.picture)
    assert levels[5, 5] > 250


def test_a_photograph_is_turned_as_the_camera_was_held() -> None:
    image = a_picture((2339, 1654))
    tags = Image.Exif()
    tags[0x0112] = 6
    (picture,) = pictures_of(saved([image], "JPEG", exif=tags), Limits())
    assert picture.picture.height > picture.picture.width


def test_what_is_damaged_too_large_or_without_text_is_named() -> None:
    content = saved([a_picture()], "PNG")
    assert refusal(content[:200]).cause is Cause.DAMAGED
    assert refusal(content[:20]).cause is Cause.DAMAGED
    assert refusal(content, Limits(max_dots=A4[0] * A4[1] - 1)).cause is Cause.TOO_LARGE
    assert refusal(saved([a_picture()] * 3, "TIFF"), Limits(max_pages=2)).cause is Cause.TOO_LARGE
    assert refusal(saved([Image.new("L", A4, 255)], "PNG")).cause is Cause.NO_TEXT
    assert refusal(saved([a_picture((900, 3600))], "PNG")).cause is Cause.NO_TEXT
    assert refusal(saved([a_picture((700, 990))], "PNG")).cause is Cause.NO_TEXT


def test_an_image_of_more_dots_than_pillow_opens_is_too_large() -> None:
    header = saved([Image.new("1", (20_000, 20_000))], "PNG")
    assert refusal(header, Limits(max_dots=10**9)).cause is Cause.TOO_LARGE


def test_without_a_reader_of_pictures_it_says_what_it_needs_or_how_many_pages_it_has() -> None:
    content = saved([a_picture()] * 3, "TIFF")
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(content, Limits(), pictures=missing)
    assert refused.value.cause is Cause.NEEDS_OCR
    with pytest.raises(PicturesLeft) as left:
        read_bytes(content, Limits(), pictures=None)
    assert left.value.pages == 3
    with pytest.raises(PicturesLeft):
        read_bytes(content[:20], Limits(), pictures=None)
