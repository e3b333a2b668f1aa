"""What happens in the child process: one file is read and understood, or refused with a reason."""

from dataclasses import dataclass
from pathlib import Path

from monitor.store.states import State
from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.formats import UNKNOWN, format_of
from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.pages import Reading
from parsing.reader import read_file
from parsing.understanding import understand
from records.correction import Correction
from records.disclosure import Disclosure, Document


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file to be read."""

    path: Path
    """Where its bytes stand."""
    name: str
    """What its publisher called it."""
    sha256: str
    correction: Correction | None = None
    """What a person said of it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A file that is a disclosure."""

    format: str
    pages: int | None
    disclosure: Disclosure


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that will not become a disclosure by reading it again."""

    state: State
    """Unreadable, or not a disclosure."""
    reason: str
    chinese: str
    """The reason for oversight staff."""
    format: str
    pages: int | None = None


def read_and_understand(file: KeptFile) -> Understood | Refused:
    """Read one file.

    Raises OSError where it cannot be opened; anything else that is raised is a fault of the reader.
    """
    limits = Limits()
    try:
        reading = read_file(file.path, limits)
    except UnreadableDocument as error:
        return Refused(State.UNREADABLE, str(error), error.chinese, _format(file.path, limits))
    pages = _page_count(reading)
    document = Document(file.name, file.sha256, reading.format, pages)
    try:
        disclosure = understand(reading, document, load_knowledge(), file.correction)
    except UnreadableDocument as error:
        return Refused(State.UNREADABLE, str(error), error.chinese, reading.format, pages)
    except NotADisclosure as error:
        return Refused(State.NOT_A_DISCLOSURE, error.reason, error.chinese, reading.format, pages)
    return Understood(reading.format, pages, disclosure)


def _format(path: Path, limits: Limits) -> str:
    return format_of(path.read_bytes()) if path.stat().st_size <= limits.max_bytes else UNKNOWN


def _page_count(reading: Reading) -> int | None:
    numbers = [page.number for page in reading.pages if page.number is not None]
    return len(numbers) or None
