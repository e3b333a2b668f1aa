"""Real databases to test on: SQLite files, and a private PostgreSQL server where its programs are installed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")
"""Quick rather than safe, and reachable through a socket only."""


class NoPostgresql(Exception):
    """The programs of PostgreSQL are not installed."""


class PostgresqlServer:
    """A running server in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._created = 0

    def new_database(self) -> str:
        """Create an empty database and return its URL."""
        self._created += 1
        name = f"test_{self._created}"
        with psycopg.connect(host=str(self._folder), user="tester", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql://tester@/{name}?host={self._folder}"


@contextmanager
def postgresql_server() -> Iterator[PostgresqlServer]:
    """Run a server until the block ends. Raises NoPostgresql where it is not installed."""
    programs = _programs()
    # Not pytest's folder: a socket's path may have 107 bytes only, and the server's user must be able to enter it.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = _unprivileged_user()
        if user:
            shutil.chown(folder, user)
        cluster = folder / "cluster"
        initialise = ["--auth=trust", "--username=tester", "--encoding=UTF8", "--no-locale", "--no-sync"]
        _run([str(programs / "initdb"), f"--pgdata={cluster}", *initialise], user)
        options = " ".join(f"-c {setting}" for setting in SETTINGS) + f" -k {folder}"
        control = [str(programs / "pg_ctl"), f"--pgdata={cluster}", "--wait"]
        _run([*control, f"--options={options}", f"--log={folder / 'log'}", "start"], user)
        try:
            yield PostgresqlServer(folder)
        finally:
            _run([*control, "--mode=immediate", "stop"], user)


def _programs() -> Path:
    """Return the folder of the newest installed version; distributions keep it out of the search path."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda program: int(program.parts[-3]))
    if not found:
        raise NoPostgresql("PostgreSQL is not installed: no initdb on PATH or under /usr/lib/postgresql")
    return found[-1].parent


def _unprivileged_user() -> str | None:
    """Return whom the server is to run as: it refuses to run as root."""
    return "nobody" if os.geteuid() == 0 else None


def _run(command: Sequence[str], user: str | None) -> None:
    subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
