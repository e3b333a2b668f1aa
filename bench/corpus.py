"""The published documents that are measured: files of the corpus, which is no part of the project."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from checks.registry import ALL
from checks.settings import default_settings
from monitor.examination import Examined, check_all, read_all
from monitor.reader_process import ReaderProcess
from monitor.settings import ReaderSettings

VARIABLE = "BUDGETWATCH_CORPUS"
WORKERS = 2


def corpus_folder() -> Path:
    """Return the folder of the corpus; ends the program where none is set."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        sys.exit(f"{VARIABLE} is not set: it names the folder of published documents that are measured")
    return Path(folder)


def pdf_files() -> tuple[Path, ...]:
    """Return the PDF files in a fixed order."""
    found = (corpus_folder() / part for part in ("real", "typeset"))
    return tuple(path for part in found for path in sorted(part.rglob("*.pdf")))


def read_documents(files: Iterable[Path]) -> tuple[Examined, ...]:
    """Read the files as the command line does."""
    with ReaderProcess(ReaderSettings(workers=WORKERS)) as reader:
        return read_all(files, reader)


def check_documents(files: Iterable[Path]) -> tuple[Examined, ...]:
    """Read and check the files with the settings that are shipped; they are each other's history."""
    return check_all(read_documents(files), default_settings(ALL))
