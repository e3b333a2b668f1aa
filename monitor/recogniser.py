"""The one process that reads pages that are pictures.

Recognising text takes seconds a page and ten times the memory of reading it: in a process of its own no other file
waits for it, and what any other file may cost stays small.
"""

from pathlib import Path

from monitor.reader_process import ReaderProcess
from monitor.reading import recognise_and_understand
from monitor.settings import Settings


def recogniser(settings: Settings, scratch: Path | None = None) -> ReaderProcess:
    """Return the process; it starts with the first file that needs it, and a file gets time for each of its pages."""
    limits = settings.reader.model_copy(update={"workers": 1, "memory_megabytes": settings.ocr.memory_megabytes})
    return ReaderProcess(limits, recognise_and_understand, settings.ocr.seconds_a_page, scratch)
