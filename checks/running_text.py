"""The narrative as one running text, so that what is said after a statement can be looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checks.said import said_at
from records.disclosure import Disclosure, Section
from records.evidence import LEFT_OUT, Evidence
from records.remembered import remembered
from records.width import normal_width


@dataclass(frozen=True, slots=True)
class RunningText:
    """The headings and paragraphs of a disclosure one after the other, folded."""

    text: str
    sections: Sequence[tuple[int, Section]]
    """Where each section begins; in the order printed."""

    def after(self, quotation: str, stops: Iterable[str] = ()) -> str | None:
        """Return a quotation with what follows it, up to the first of the stops or the end of its section.

        None where the quotation is not found. Of one in several pieces all that stands between them is returned too.
        """
        span = self.span_after(quotation, stops)
        return self.text[slice(*span)] if span else None

    def span_after(self, quotation: str, stops: Iterable[str] = ()) -> tuple[int, int] | None:
        """Return where a quotation with what follows it begins and ends."""
        pieces = [folded(piece) for piece in quotation.split(LEFT_OUT)]
        start = self.text.find(pieces[0]) if all(pieces) else -1
        end = self._end_of(pieces, start)
        if start < 0 or end < 0:
            return None
        firsts = (folded(stop.partition(LEFT_OUT)[0]) for stop in stops)
        found = (self.text.find(stop, end) for stop in firsts if stop and stop not in self.text[start:end])
        return start, min([self._end_of_section(start, end), *(place for place in found if place >= 0)])

    def evidence(self, begin: int, end: int) -> Evidence:
        """Return the place of the last section that a stretch reaches into, quoting as much of it as stands there."""
        start, section = next(one for one in reversed(self.sections) if one[0] < end)
        start += len(folded(section.heading))
        first, last = _unfolded(section.text, max(0, begin - start)), _unfolded(section.text, end - start - 1) + 1
        return said_at(section, first, last)

    def _end_of(self, pieces: Iterable[str], start: int) -> int:
        """Return where the last of some pieces that follow one another ends; below 0 where one is not found."""
        end = start
        for piece in pieces:
            found = self.text.find(piece, end)
            if end < 0 or found < 0:
                return -1
            end = found + len(piece)
        return end

    def _end_of_section(self, start: int, end: int) -> int:
        """Return where the section that holds the start ends, what stands below it included."""
        level = next((section.level for begins, section in reversed(self.sections) if begins <= start), 0)
        return next(
            (begins for begins, section in self.sections if begins >= end and section.level <= level), len(self.text)
        )


@remembered(2)
def running_text(disclosure: Disclosure) -> RunningText:
    """Return the running text of every section in the order printed."""
    sections, text = [], ""
    for section in disclosure.sections:
        sections.append((len(text), section))
        text += folded(section.heading) + folded(section.text)
    return RunningText(text, tuple(sections))


@lru_cache(4096)
def folded(text: str) -> str:
    """Return a text without blanks and differences of width, as texts are compared."""
    return "".join(normal_width(text).split())


def _unfolded(text: str, place: int) -> int:
    """Return where in a text the character stands that is at a place of the folded text."""
    begin, passed = 0, 0
    for line in text.splitlines(keepends=True):
        length = len(folded(line))
        if passed + length > place:
            break
        begin, passed = begin + len(line), passed + length
    for index, character in enumerate(text[begin:], begin):
        passed += len("".join(normal_width(character).split()))
        if passed > place:
            return index
    return len(text)
