"""Reads the hostile files of the corpus, or of the folder named, as `check` does, and prints how each ended.

Exits with 1 where a file broke its reader, or anything was left behind.
"""

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpus import corpus_folder
from monitor.examination import Examined, read_all
from monitor.reader_process import ReaderProcess
from monitor.recogniser import recogniser
from monitor.settings import Settings
from monitor.store.states import State

SLOW_SECONDS = 5.0


def main(arguments: Sequence[str]) -> int:
    """Read, print, and return the exit status."""
    folder = Path(arguments[0]) if arguments else corpus_folder() / "hostile"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        ends, peaks = _read(files, folder, scratch)
        left = [path.name for path in scratch.iterdir()]
    for cause, count in Counter(map(_cause, ends)).most_common():
        print(f"{count:5}  {cause}")
    memory = ", ".join(f"{process} {peak:.0f} MB" for process, peak in peaks.items())
    print(f"{len(ends):5}  files; peaks: {memory}; left behind: {left or 'nothing'}")
    return int(bool(left) or any(end.state is State.QUARANTINED for end in ends))


def _read(files: Sequence[Path], folder: Path, scratch: Path) -> tuple[list[Examined], dict[str, float]]:
    settings = Settings()
    ends: list[Examined] = []
    reader, recognising = ReaderProcess(settings.reader, scratch=scratch), recogniser(settings, scratch)
    with reader, recognising:
        reader.warm_up()
        for file in files:
            began = time.monotonic()
            found = read_all([file], reader, recognising)
            seconds = time.monotonic() - began
            ends.extend(found)
            if seconds > SLOW_SECONDS or any(end.state is State.QUARANTINED for end in found):
                print(f"{seconds:6.1f} s  {file.relative_to(folder)}  {_cause(found[0])}", flush=True)
        children = [_peak_megabytes(path.name) for path in scratch.glob("*/sessions/*")]
        return ends, {"coordinator": _peak_megabytes("self"), "largest child": max(children)}


def _cause(end: Examined) -> str:
    cause = f" {end.reason.partition(':')[0]}" if end.reason and end.state is not State.NOT_A_DISCLOSURE else ""
    return f"{end.state}{cause}{' (ocr)' if end.disclosure and end.disclosure.ocr_pages else ''}"


def _peak_megabytes(process: str) -> float:
    return max((int(line.split()[1]) / 1024 for line in _status(process) if line.startswith("VmHWM:")), default=0)


def _status(process: str) -> Iterator[str]:
    try:
        yield from Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:  # a child that made room for another
        return


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
