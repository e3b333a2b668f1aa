"""The folder in which children may write: each reading has one of its own in it, which is gone afterwards."""

import os
import secrets
import shutil
from itertools import count
from pathlib import Path

from monitor.leftovers import end_leftovers

_OURS_ALONE = 0o700


class Scratch:
    """A folder below `parent`, from `make` to `remove`."""

    def __init__(self, parent: Path) -> None:
        self.folder = parent.absolute() / f"reading-{os.getpid()}-{secrets.token_hex(4)}"
        self._numbers = count(1)

    @property
    def sessions(self) -> Path:
        """Where children announce the sessions they lead."""
        return self.folder / "sessions"

    def make(self) -> None:
        """Make the folder."""
        self.folder.mkdir(_OURS_ALONE, parents=True)
        self.sessions.mkdir()

    def new_folder(self) -> Path:
        """Make the folder of one reading."""
        folder = self.folder / str(next(self._numbers))
        folder.mkdir()
        return folder

    def end_leftovers(self) -> None:
        """End what dead children left running."""
        end_leftovers(self.sessions)

    def remove(self) -> None:
        """Remove everything, after all children are dead."""
        self.end_leftovers()
        clear(self.folder)


def clear(folder: Path) -> None:
    """Remove a folder and all in it; what cannot be removed now goes with the next start of the service."""
    shutil.rmtree(folder, ignore_errors=True)
