"""Lets one service at a time work on a database, and lets others see whether it does."""

from pathlib import Path

from filelock import FileLock, Timeout

from monitor.settings import StoreSettings


class AlreadyRunning(Exception):
    """Another service works on the same database."""


def lock_of(settings: StoreSettings) -> FileLock:
    """Return the lock that the running service holds; the kernel frees it however the service ends.

    It stands beside the database file, or beside the kept copies where the database is a server.
    """
    database = settings.database_file
    path = database.with_name(database.name + ".lock") if database else settings.kept.with_name("budgetwatch.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(path)


def hold(lock: FileLock) -> FileLock:
    """Take the lock, for use in a with statement; waits shortly, because `status` looks at it for a moment.

    Raises AlreadyRunning.
    """
    try:
        lock.acquire(timeout=2)
    except Timeout as held:
        raise AlreadyRunning(str(lock.lock_file)) from held
    return lock


def running(settings: StoreSettings) -> bool:
    """Return whether a service holds the lock."""
    lock = lock_of(settings)
    if not Path(lock.lock_file).exists():
        return False
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        return True
