"""Reckons with the numbers of a list of contents: its numbering, and the pages it names."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from records.disclosure import ContentsEntry
from records.evidence import Evidence

_FEWEST_PAGES = 8
_SHARE_OF_PAGES = 0.8
"""Our choice: with fewer entries on the page they name, pages are counted otherwise than we count them."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Two entries that follow one another, whose numbers do not."""

    before: ContentsEntry
    entry: ContentsEntry

    @property
    def doubled(self) -> bool:
        """Whether both have the same number; otherwise one is left out between them."""
        return self.before.ordinal == self.entry.ordinal


@dataclass(frozen=True, slots=True)
class WrongPage:
    """An entry that stands on another page than the list says."""

    entry: ContentsEntry
    page: int
    """Where it stands, counted as the list counts."""
    found: Evidence


def slips_of(contents: Sequence[ContentsEntry]) -> Iterator[Slip]:
    """Yield where numbers are doubled or skipped; they may begin anew, or go on, below another heading."""
    latest: dict[int, ContentsEntry] = {}
    for entry in contents:
        before = latest.get(entry.level)
        if before and before.ordinal and entry.ordinal and _slips(before.ordinal, entry.ordinal):
            yield Slip(before, entry)
        latest = {level: one for level, one in latest.items() if level < entry.level} | {entry.level: entry}


def _slips(before: int, number: int) -> bool:
    return number == before or number > before + 1


def wrong_pages(found: Sequence[tuple[ContentsEntry, Evidence]]) -> tuple[WrongPage, ...]:
    """Return the entries that do not stand where the list says, where nearly all others do.

    Covers and lists are often not counted, so that a constant difference from the pages of the file is none.
    """
    offsets = [(entry, place, place.page - entry.page) for entry, place in found if place.page and entry.page]
    most = Counter(offset for _, _, offset in offsets).most_common(1)
    if not most or most[0][1] < max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(offsets)):
        return ()
    usual = most[0][0]
    return tuple(
        WrongPage(entry, (place.page or 0) - usual, place) for entry, place, offset in offsets if offset != usual
    )
