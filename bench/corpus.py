"""The published documents that are measured: the files of the corpus, which is no part of the project."""

import os
import sys
from pathlib import Path

VARIABLE = "BUDGETWATCH_CORPUS"


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
