"""The published documents that are measured: the PDF files of the corpus, which is no part of the project."""

import os
import sys
from pathlib import Path

VARIABLE = "BUDGETWATCH_CORPUS"


def corpus_folder() -> Path:
    """Return the folder; ends the program where none is set."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        sys.exit(f"{VARIABLE} is not set: it names the folder of published documents that are measured")
    return Path(folder)


def pdf_files() -> tuple[Path, ...]:
    """Return the files in a fixed order; ends the program where no corpus is set."""
    found = (corpus_folder() / part for part in ("real", "typeset"))
    return tuple(path for part in found for path in sorted(part.rglob("*.pdf")))


def hostile_pdf_files() -> tuple[Path, ...]:
    """Return the broken, encrypted and odd files in a fixed order; ends the program where no corpus is set."""
    return tuple(sorted((corpus_folder() / "hostile").rglob("*.pdf")))
