"""Tells the entries of a list of contents from captions and headings."""

import re

_ENTRY = re.compile(r"(?:[.·．。]{3,}|[…⋯]{2,})[.·．。…⋯\s\d]*$|\t\s*\d{1,3}$")


def is_contents_entry(text: str) -> bool:
    """Return whether the line is an entry of a list of contents: dots, or a tab, and a page number behind the words."""
    return _ENTRY.search(text.strip()) is not None
