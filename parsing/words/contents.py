"""Tells the entries of a list of contents from captions and headings."""

import re

_ENTRY = re.compile(r"(?:[.·．。]{3,}|[…⋯]{2,})[.·．。…⋯\s\d]*$|\t\s*\d{1,3}$")
_BEHIND = re.compile(r"(?:[.·．。…⋯]{2,}|…|⋯|\s)[.·．。…⋯\s]*(\d{1,3})?\s*$")


def is_contents_entry(text: str) -> bool:
    """Return whether the line is an entry of a list of contents: dots, or a tab, and a page number behind the words."""
    return _ENTRY.search(text.strip()) is not None


def without_leader(text: str) -> tuple[str, int | None]:
    """Return the words of an entry, and the page printed behind them if there is one."""
    found = _BEHIND.search(text)
    if found is None:
        return text.strip(), None
    return text[: found.start()].strip(), int(found[1]) if found[1] else None
