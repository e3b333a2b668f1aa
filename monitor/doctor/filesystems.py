"""Tells what kind of file system a path stands on, and how much room is left there."""

import os
import re
import shutil
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "davfs"})


def nearest(path: Path) -> Path:
    """Return the path itself, or the folder nearest above it that is there."""
    absolute = path.absolute()
    return next((each for each in (absolute, *absolute.parents) if each.exists()), Path("/"))


def on_network(path: Path, mounts: str | None = None) -> bool:
    """Return whether the path stands on a share of another machine; `mounts` are the lines of /proc/self/mounts."""
    if mounts is None:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace") if MOUNTS.exists() else ""
    kinds = {Path(_plain(fields[1])): fields[2] for line in mounts.splitlines() if len(fields := line.split()) > 2}
    absolute = Path(os.path.realpath(path))
    return next((kinds[each] for each in (absolute, *absolute.parents) if each in kinds), "") in NETWORK


def free_bytes(path: Path) -> int:
    """Return how much may still be written where the path stands, or would stand."""
    return shutil.disk_usage(nearest(path)).free


def writable(folder: Path) -> bool:
    """Return whether this process may make files in the folder, or make the folder."""
    there = nearest(folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _plain(mount_point: str) -> str:
    """Return a mount point as it is; blanks and the like are written as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), mount_point)
