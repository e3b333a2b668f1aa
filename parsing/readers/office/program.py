"""Has LibreOffice write documents of older formats anew as .docx, in a folder that is gone afterwards."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from parsing.failures import Cause, UnreadableDocument

_FILTER = "docx:MS Word 2007 XML"
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_MODES_OF_CARE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value>
</prop></item>
</oor:items>
"""
"""A profile in which no macro runs and nothing a document links to is fetched."""


@dataclass(frozen=True, slots=True)
class OfficeProgram:
    """How LibreOffice is started."""

    command: tuple[str, ...] = ("soffice",)
    timeout_seconds: float = 60
    """For one document, half of what its whole reading may take; a batch gets as much for each ten of its documents."""
    scratch: Path | None = None
    """Where the folder with the profile and the copies is made; the system's place for such files if None."""

    @property
    def present(self) -> bool:
        """Whether the program is on this machine."""
        return shutil.which(self.command[0]) is not None


def as_docx(documents: Sequence[bytes], program: OfficeProgram) -> tuple[bytes | None, ...]:
    """Return each document as the bytes of a .docx, or None where LibreOffice can make nothing of it.

    One call for ten documents takes a third of the time of ten calls. Where a call fails, its documents are tried one
    by one, so that a bad one does not spoil the others.

    Raises UnreadableDocument with the cause needs-libreoffice where the program is not on this machine.
    """
    if not program.present:
        raise UnreadableDocument(Cause.NEEDS_LIBREOFFICE, f"{program.command[0]} is not on this machine")
    converted = _converted(documents, program)
    if len(documents) == 1:
        return converted
    return tuple(
        _converted((document,), program)[0] if content is None else content
        for document, content in zip(documents, converted, strict=True)
    )


def _converted(documents: Sequence[bytes], program: OfficeProgram) -> tuple[bytes | None, ...]:
    with TemporaryDirectory(prefix="budgetwatch-office-", dir=program.scratch, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        copies = []
        for number, document in enumerate(documents):
            copies.append(folder / f"{number}.doc")
            copies[-1].write_bytes(document)
        _run(_command(program, folder, copies), folder, program.timeout_seconds * (1 + len(documents) // 10))
        results = [folder / "converted" / f"{copy.stem}.docx" for copy in copies]
        return tuple(result.read_bytes() if result.is_file() else None for result in results)


def _command(program: OfficeProgram, folder: Path, copies: Sequence[Path]) -> tuple[str, ...]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_MODES_OF_CARE, "utf-8")
    return (
        *program.command,
        f"-env:UserInstallation={profile.as_uri()}",
        *_OPTIONS,
        *("--convert-to", _FILTER, "--outdir", str(folder / "converted")),
        *map(str, copies),
    )


def _run(command: Sequence[str], folder: Path, timeout_seconds: float) -> None:
    """Run the command to its end or its time limit; then nothing it started is left.

    The program is a script that starts another that starts a third: only their process group ends them all. They stay
    in our session, so that they are found should we be killed before.
    """
    surroundings = {"HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", "")}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=surroundings, stdin=quiet, stdout=quiet, stderr=quiet, process_group=0
    ) as process:
        try:
            process.wait(timeout_seconds)
        except subprocess.TimeoutExpired:
            pass  # what was converted until then is there
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
