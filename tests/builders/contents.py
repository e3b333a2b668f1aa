"""Builds lists of contents."""

import re

from records.disclosure import ContentsEntry
from records.evidence import Evidence
from records.table import TableKind

_NUMBERED = re.compile(r"(第[一二三四五六七八九十]部分|[一二三四五六七八九十]+、)\s*(.*)")
_COUNT = "一二三四五六七八九十"


def an_entry(
    text: str, *, level: int = 2, page: int | None = None, table: TableKind | None = None, listed_on: int = 2
) -> ContentsEntry:
    """Return an entry as it is printed: 三、支出总表. Its number is one character."""
    found = _NUMBERED.fullmatch(text)
    numbering, title = found.groups() if found else ("", text)
    numeral = "".join(character for character in numbering if character in _COUNT)
    ordinal = _COUNT.index(numeral) + 1 if numeral else None
    evidence = Evidence(page=listed_on, caption="目录", text=text)
    return ContentsEntry(title, level, evidence, numbering, ordinal, page, table)
