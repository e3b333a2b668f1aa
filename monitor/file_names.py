"""Writes file names so that people can read them."""

import os


def readable(name: str) -> str:
    """Return a name as text: one that is not UTF-8 reaches Python with lone surrogates, and is tried as GB18030."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", errors="replace")
    return name
