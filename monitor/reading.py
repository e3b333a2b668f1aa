"""What a child process that reads a file is asked, and what it answers.

The libraries that read files are imported by the child only: the service is spared their memory, and no file can reach
them in it.
"""

from dataclasses import dataclass
from pathlib import Path

from monitor.store.states import State
from parsing.formats import ZIP
from records.correction import Correction
from records.disclosure import Disclosure

CHILD = "monitor.reading_child"
"""The module that children begin with."""


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
    from monitor.reading_child import read_or_unpack

    return read_or_unpack(file)


def recognise_and_understand(file: KeptFile) -> Understood | Refused:
    """Read one file and the pictures in it. Raises as `read_and_understand` does."""
    from monitor.reading_child import read_with_pictures

    return read_with_pictures(file)
