"""Takes from this process what no reading needs: the network, and writing anywhere but below one folder.

The kernel does it where it can (Landlock, Linux 5.13 and later, without privileges), for this process and whatever it
starts, LibreOffice included; TCP from Linux 6.7. Python's own sockets are refused everywhere.
"""

import ctypes
import errno
import os
import struct
import sys
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""The numbers of the system calls, the same on every architecture."""
_ASK_VERSION = 1
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_WRITE_FILE, _REMOVE_FILE, _MAKE_SOCKET, _MOVE, _TRUNCATE = 1 << 1, 1 << 5, 1 << 9, 1 << 13, 1 << 14
_WRITING = _WRITE_FILE | sum(1 << bit for bit in range(4, 13))
"""Writing to files, and removing and making whatever a folder may hold."""
_TCP = 0b11
_KNOWS_MOVE, _KNOWS_TRUNCATE, _KNOWS_TCP = 2, 3, 4
"""The versions of Landlock that brought them."""

_NOWHERE = Path(os.devnull)
_SOCKETS_OF_LIBREOFFICE = Path("/tmp")
"""LibreOffice asks nobody where to put the socket on which it listens for a second LibreOffice."""


class NotConfined(OSError):
    """The kernel cannot confine this process, or is not allowed to."""


def refuse_sockets() -> None:
    """Have every use of a socket from Python fail in this process, for good."""
    sys.addaudithook(_refuse_socket)


def _refuse_socket(event: str, _: object) -> None:
    if event.startswith("socket."):
        raise PermissionError("a reader of files has no network")


def confine_to(folder: Path) -> None:
    """Have the kernel refuse TCP, and writing anywhere but below the folder, to this process and all it starts.

    Call it before the process has threads. In /tmp sockets may be made, and files removed, as LibreOffice does there.

    Raises NotConfined where the kernel cannot.
    """
    if sys.platform != "linux":
        raise NotConfined(errno.ENOSYS, os.strerror(errno.ENOSYS))
    kernel = ctypes.CDLL(None, use_errno=True)
    version = _called(kernel.syscall(_CREATE_RULESET, None, 0, _ASK_VERSION))
    rights = _WRITING | (_MOVE if version >= _KNOWS_MOVE else 0) | (_TRUNCATE if version >= _KNOWS_TRUNCATE else 0)
    asked = struct.pack("QQ", rights, _TCP) if version >= _KNOWS_TCP else struct.pack("Q", rights)
    rules = _called(kernel.syscall(_CREATE_RULESET, asked, len(asked), 0))
    try:
        _allow(kernel, rules, folder, rights)
        _allow(kernel, rules, _NOWHERE, rights & (_WRITE_FILE | _TRUNCATE))
        if _SOCKETS_OF_LIBREOFFICE.is_dir():
            _allow(kernel, rules, _SOCKETS_OF_LIBREOFFICE, _MAKE_SOCKET | _REMOVE_FILE)
        _called(kernel.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
        _called(kernel.syscall(_RESTRICT_SELF, rules, 0))
    finally:
        os.close(rules)


def _allow(kernel: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _called(kernel.syscall(_ADD_RULE, rules, _BENEATH, struct.pack("=Qi", rights, place), 0))
    finally:
        os.close(place)


def _called(answer: int) -> int:
    if answer < 0:
        number = ctypes.get_errno()
        raise NotConfined(number, os.strerror(number))
    return answer
