"""What happens in the child process: one file is read and understood, or refused with a reason."""

from pathlib import Path

from monitor.reading import KeptFile, Refused, Scanned, Understood, Unpacked
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
from records.disclosure import Document


def read_or_unpack(file: KeptFile) -> Understood | Refused | Scanned | Unpacked:
    """Do what `read_and_understand` is asked."""
    if is_archive(file.path, Limits()):
        return _unpack(file)
    try:
        return _read(file, None if pictures_are_readable() else open_picture_reader)
    except PicturesLeft as left:
        return Scanned(_format(file.path, Limits()), left.pages)


def read_with_pictures(file: KeptFile) -> Understood | Refused:
    """Do what `recognise_and_understand` is asked."""
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
