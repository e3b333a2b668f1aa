"""Tells how a heading is numbered, and at which level it stands among the others."""

import re
from typing import NamedTuple

_CHINESE = "一二三四五六七八九十"
_STYLES = (
    ("part", re.compile(rf"第([{_CHINESE}]+)(?:部分|章)")),
    ("chapter", re.compile(rf"第([{_CHINESE}]+)节")),
    ("chinese", re.compile(rf"([{_CHINESE}]+)[、.]")),
    ("chinese-brackets", re.compile(rf"\(([{_CHINESE}]+)\)")),
    ("arabic", re.compile(r"(\d{1,2})(?:、|\.(?!\d))")),
    ("arabic-brackets", re.compile(r"\(([1-9]\d?)\)")),
)


class Mark(NamedTuple):
    """How a heading is numbered."""

    style: str
    ordinal: int


def numbering_of(bare: str) -> Mark | None:
    """Return the number a folded text begins with, or None where it begins with none."""
    for style, pattern in _STYLES:
        if found := pattern.match(bare):
            return Mark(style, _ordinal(found[1]))
    return None


def _ordinal(numeral: str) -> int:
    """Return the number of 三, 十二, 二十一 or 12."""
    if numeral.isdigit():
        return int(numeral)
    tens, ten, ones = numeral.rpartition("十")
    count = _CHINESE.find(ones) + 1 if ones else 0
    return count + ((_CHINESE.find(tens) + 1 if tens else 1) * 10 if ten else 0)


class Outline:
    """The headings that are open, and where the closed ones stood.

    Levels follow the order in which styles first appear below one another: where 第一部分 stands under 五、 it is the
    lower level, elsewhere the higher. A list cannot begin with 六、: it goes on where the latest 五、 stood.
    """

    def __init__(self) -> None:
        self._open: list[tuple[Mark, str]] = []
        self._above: dict[Mark, list[tuple[Mark, str]]] = {}

    def place(self, mark: Mark, title: str) -> tuple[str, ...]:
        """Return the titles above a new heading, and open it."""
        styles = [one.style for one, _ in self._open]
        above = self._open[: styles.index(mark.style)] if mark.style in styles else self._open
        before = Mark(mark.style, mark.ordinal - 1)
        if not any(one == before for one, _ in self._open):
            above = self._above.get(before, above)
        self._above[mark] = above
        self._open = [*above, (mark, title)]
        return tuple(one for _, one in above)
