"""Asks LibreOffice for its version."""

import subprocess
from tempfile import TemporaryDirectory

from parsing.readers.office.program import OfficeProgram

TIMEOUT_SECONDS = 30.0


def version_of(program: OfficeProgram) -> str | None:
    """Return what the program says of itself, such as "LibreOffice 7.4.7.2 …"; None where it says nothing."""
    with TemporaryDirectory(prefix="budgetwatch-office-") as home:
        command = (*program.command, f"-env:UserInstallation=file://{home}", "--version")
        try:
            said = subprocess.run(command, capture_output=True, timeout=TIMEOUT_SECONDS, check=True, text=True)
        except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
            return None
    return said.stdout.strip() or None
