"""Measures how right and how fast pages that are pictures are read, against the same pages as they were typeset.

Its time is compared with what nobody could save: drawing the page at 200 dots an inch, finding its rulings, and
RapidOCR finding and recognising text as it comes, all measured alone on the same pages in the same rounds.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

import numpy as np
from pypdfium2 import PdfDocument
from rapidocr import RapidOCR

from bench.corpus import corpus_folder
from bench.results import record
from parsing.limits import Limits
from parsing.pages import Grid, Page
from parsing.readers.ocr.picture import PagePicture, PictureReader, open_picture_reader
from parsing.readers.ocr.recognised_page import recognised_page
from parsing.readers.ocr.rulings import ink_of, ruled_tables
from parsing.readers.ocr.scans import picture_of
from parsing.readers.pdf import read_pdf

ROUNDS = 2
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
ONE_CORE = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def main() -> None:
    """Measure, print and record."""
    folder = corpus_folder() / "typeset"
    reader, plain = open_picture_reader(), RapidOCR(params=ONE_CORE)
    with closing(PdfDocument(folder / "002_scan.pdf")) as scan:
        pages = [_read(scan, number, reader) for number in range(1, len(scan) + 1)]
        taken = [_seconds_a_page(scan, number, reader, plain) for number in range(1, len(scan) + 1)]
    printed = read_pdf((folder / "002.pdf").read_bytes(), Limits())[: len(pages)]
    ours, parts = (sum(times) / len(times) for times in zip(*taken, strict=True))
    record(
        "ocr",
        {
            **_rightness(pages, printed),
            "seconds_a_page": round(ours, 2),
            "seconds_a_page_of_its_parts_alone": round(parts, 2),
            "times_its_parts": round(ours / parts, 2),
        },
    )


def _read(scan: PdfDocument, number: int, reader: PictureReader) -> Page:
    return recognised_page(_drawn(scan, number), number, Limits(), reader) or Page(number, (), unread=True)


def _seconds_a_page(scan: PdfDocument, number: int, reader: PictureReader, plain: RapidOCR) -> tuple[float, float]:
    """Return how long reading a page takes, and how long its parts take alone; the best of the rounds."""
    rounds = [
        (_seconds(lambda: _read(scan, number, reader)), _seconds(lambda: _parts(scan, number, plain)))
        for _ in range(ROUNDS)
    ]
    return min(ours for ours, _ in rounds), min(parts for _, parts in rounds)


def _parts(scan: PdfDocument, number: int, plain: RapidOCR) -> None:
    drawn = _drawn(scan, number)
    grey = np.asarray(drawn.picture, np.uint8)
    ruled_tables(ink_of(grey, drawn.scale), drawn.scale, Limits().max_crossings)
    plain(np.stack([grey] * 3, axis=-1))


def _drawn(scan: PdfDocument, number: int) -> PagePicture:
    drawn = picture_of(scan, number)
    if drawn is None:
        raise LookupError(f"page {number} cannot be drawn")
    return drawn


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()  # on one core, whatever else the machine does
    work()
    return time.process_time() - begin


def _rightness(pages: Sequence[Page], printed: Sequence[Page]) -> dict[str, float]:
    told, expected = [_numbers(page) for page in pages], [_numbers(page) for page in printed]
    right = sum((mine & theirs).total() for mine, theirs in zip(told, expected, strict=True))
    cells = [(_cells(page), _cells(other)) for page, other in zip(pages, printed, strict=True)]
    return {
        "pages": len(pages),
        "numbers": sum(map(Counter.total, expected)),
        "numbers_right_percent": round(100 * right / sum(map(Counter.total, expected)), 2),
        "numbers_wrong": sum((mine - theirs).total() for mine, theirs in zip(told, expected, strict=True)),
        "cells": sum(len(theirs) for _, theirs in cells),
        "cells_the_same": sum(mine == theirs for page in cells for mine, theirs in zip(*page, strict=False)),
        "pages_unread": sum(page.unread for page in pages),
    }


def _numbers(page: Page) -> Counter[str]:
    lines = [block.text for block in page.blocks if not isinstance(block, Grid)]
    texts = ("".join(text.split()) for text in (*lines, *_cells(page)))
    return Counter(number for text in texts for number in NUMBER.findall(text))


def _cells(page: Page) -> list[str]:
    grids: Iterator[Grid] = (block for block in page.blocks if isinstance(block, Grid))
    return ["".join(cell.text.split()) for grid in grids for row in grid.rows for cell in row]


if __name__ == "__main__":
    main()
