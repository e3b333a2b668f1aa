"""Writes small programs that stand in for LibreOffice at the edge."""

import sys
from pathlib import Path

_CONVERTER = """
import pathlib, sys
arguments = sys.argv[1:]
outdir = pathlib.Path(arguments[arguments.index("--outdir") + 1])
copies = [pathlib.Path(each) for each in arguments[arguments.index("--outdir") + 2 :]]
outdir.mkdir()
with open({log!r}, "a") as log:
    log.write(f"{{len(copies)}}\\n")
if any(b"CRASH" in copy.read_bytes() for copy in copies) and len(copies) > 1:
    sys.exit(1)
for copy in copies:
    if b"CRASH" not in copy.read_bytes():
        (outdir / f"{{copy.stem}}.docx").write_bytes(b"docx of " + copy.read_bytes())
"""
_SLEEPER = """
import pathlib, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({log!r}).write_text(str(child.pid))
time.sleep(60)
"""


_FORKING_SLEEPER = """
import subprocess, sys, time
if sys.argv[-1] != "again":
    subprocess.Popen([sys.executable, __file__, "again"], process_group=0)
time.sleep(60)
"""


def converter(folder: Path) -> tuple[str, ...]:
    """Return the command of a program that converts all but documents that hold CRASH; it logs its batches."""
    return _written(folder / "converter.py", _CONVERTER.format(log=str(folder / "log")))


def sleeper(folder: Path) -> tuple[str, ...]:
    """Return the command of a program that starts another and never ends; it logs the other's process."""
    return _written(folder / "sleeper.py", _SLEEPER.format(log=str(folder / "log")))


def forking_sleeper(folder: Path) -> Path:
    """Return a program that starts itself again in a process group of its own, and never ends."""
    return Path(_written(folder / "forking_sleeper.py", _FORKING_SLEEPER)[1])


def _written(path: Path, program: str) -> tuple[str, ...]:
    path.write_text(program, "utf-8")
    return sys.executable, str(path)
