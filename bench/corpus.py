"""The published documents that are measured: the files of the corpus, which is no part of the project."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from checks.registry import ALL
from checks.settings import default_settings
from monitor.examination import Examined, check_all, read_all
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.settings import ReaderSettings, Settings

VARIABLE = "BUDGETWATCH_CORPUS"
WORKERS = 2


def corpus_folder() -> Path:
    """Return the folder of the published documents; ends the program where none is set."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        sys.exit(f"{VARIABLE} is not set: it names the folder of published documents that are measured")
    return Path(folder)


def all_files() -> tuple[Path, ...]:
    """Return the files of every format in a fixed order, without the index of the corpus itself."""
    folder = corpus_folder()
    found = (folder / part for part in ("real", "typeset", "seeds"))
    return tuple(
        path for part in found for path in sorted(part.rglob("*")) if path.is_file() and path.name != "INDEX.tsv"
    )


def pdf_files() -> tuple[Path, ...]:
    """Return the PDF files in a fixed order."""
    folder = corpus_folder()
    found = (folder / part for part in ("real", "typeset"))
    return tuple(path for part in found for path in sorted(part.rglob("*.pdf")))


def hostile_pdf_files() -> tuple[Path, ...]:
    """Return the broken, encrypted and odd files in a fixed order; ends the program where no corpus is set."""
    return tuple(sorted((corpus_folder() / "hostile").rglob("*.pdf")))


def read_documents(files: Iterable[Path]) -> tuple[Examined, ...]:
    """Read the files as the command line does."""
    settings = Settings(reader=ReaderSettings(workers=WORKERS))
    with ReaderProcess(settings.reader) as reader, recogniser(settings) as recognising:
        return read_all(files, reader, recognising)


def check_documents(files: Iterable[Path]) -> tuple[Examined, ...]:
    """Read and check the files with the settings that are shipped; they are each other's history."""
    return check_all(read_documents(files), default_settings(ALL))
