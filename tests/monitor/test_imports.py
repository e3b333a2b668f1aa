"""The service stays small, and away from the libraries that read what anybody may publish."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
READING_LIBRARIES = {"pdfplumber", "pdfminer", "pypdfium2", "pikepdf", "lxml", "xlrd", "numpy", "cv2", "rapidocr"}


def test_the_service_imports_no_library_that_reads_files() -> None:
    look = "import sys, monitor.command_line; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", look], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert not READING_LIBRARIES & set(shown.stdout.split())
