"""Fixtures of tests that read published documents."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from parsing.limits import Limits
from parsing.pages import Reading
from parsing.reader import read_file
from parsing.readers.office.program import OfficeProgram


@pytest.fixture(scope="session")
def published(corpus: Path) -> Callable[[str, str], Reading]:
    """Return what reads a document of the corpus, 000 to 004, in a format it was laid out in: txt, pdf, docx or doc.

    Each is read once, as LibreOffice takes a second for every .doc.
    """

    @cache
    def read(name: str, form: str) -> Reading:
        if form == "doc" and not OfficeProgram().present:
            pytest.skip("LibreOffice is not on this machine: no .doc is read")
        (path,) = corpus.glob(f"seeds/{name}_*.txt" if form == "txt" else f"typeset/{name}.{form}")
        return read_file(path, Limits())

    return read
