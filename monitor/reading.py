"""What happens in the child process: one file is read and understood, or refused with a reason."""

from dataclasses import dataclass
from pathlib import Path

from monitor.store.states import State
from parsing.archive import is_archive, members
from parsing.failures import NotADisclosure, UnreadableDocument
from parsing.formats import UNKNOWN, ZIP, format_of
from parsing.knowledge_files import load_knowledge
from parsing.limits import Limits
from parsing.pages import Reading
from parsing.reader import read_file
from parsing.readers.ocr.picture import (
    OpenPictureReader,
    PicturesLeft,
    open_picture_reader,
    pictures_are_readable,
)
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
    pages: int = 0
    """How many it has, where an earlier reading told."""
    correction: Correction | None = None
    """What a person said of it."""
    knowledge: Path | None = None
    """The folder of files that extend what is known of how disclosures are printed."""


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


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file with pages that are pictures, left to the process that reads these."""

    format: str
    pages: int


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An archive, whose files stand in the folder of its reading."""

    names: tuple[str, ...]
    """What the archive calls them; the file of the first is called 0, that of the second 1."""
    format: str = ZIP


def read_and_understand(file: KeptFile) -> Understood | Refused | Scanned | Unpacked:
    """Read one file, but no pictures where another process can; unpack an archive into the working folder.

    Raises OSError where it cannot be opened; anything else that is raised is a fault of the reader.
    """
    if is_archive(file.path, Limits()):
        return _unpack(file)
    try:
        return _read(file, None if pictures_are_readable() else open_picture_reader)
    except PicturesLeft as left:
        return Scanned(_format(file.path, Limits()), left.pages)


def recognise_and_understand(file: KeptFile) -> Understood | Refused:
    """Read one file and the pictures in it. Raises as `read_and_understand` does."""
    return _read(file, open_picture_reader)


def _read(file: KeptFile, pictures: OpenPictureReader | None) -> Understood | Refused:
    limits = Limits()
    try:
        reading = read_file(file.path, limits, pictures=pictures)
    except UnreadableDocument as error:
        return Refused(State.UNREADABLE, str(error), error.chinese, _format(file.path, limits))
    pages = _page_count(reading)
    document = Document(file.name, file.sha256, reading.format, pages)
    try:
        disclosure = understand(reading, document, load_knowledge(file.knowledge), file.correction)
    except UnreadableDocument as error:
        return Refused(State.UNREADABLE, str(error), error.chinese, reading.format, pages)
    except NotADisclosure as error:
        return Refused(State.NOT_A_DISCLOSURE, error.reason, error.chinese, reading.format, pages)
    return Understood(reading.format, pages, disclosure)


def _unpack(file: KeptFile) -> Unpacked | Refused:
    names = []
    try:
        for number, member in enumerate(members(file.path.read_bytes(), Limits())):
            Path(str(number)).write_bytes(member.content)
            names.append(member.name)
    except UnreadableDocument as error:
        return Refused(State.UNREADABLE, str(error), error.chinese, ZIP)
    return Unpacked(tuple(names))


def _format(path: Path, limits: Limits) -> str:
    return format_of(path.read_bytes()) if path.stat().st_size <= limits.max_bytes else UNKNOWN


def _page_count(reading: Reading) -> int | None:
    numbers = [page.number for page in reading.pages if page.number is not None]
    return len(numbers) or None
