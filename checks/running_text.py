"""The narrative as one running text, so that what is said after a statement can be looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from records.disclosure import Disclosure
from records.remembered import remembered
from records.width import normal_width


@dataclass(frozen=True, slots=True)
class RunningText:
    """The headings and paragraphs of a disclosure one after the other, folded."""

    text: str
    sections: Sequence[tuple[int, int]]
    """Where each section begins, and its level; in the order printed."""

    def after(self, quotation: str, stops: Iterable[str] = ()) -> str | None:
        """Return a quotation with what follows it, up to the first of the stops or the end of its section.

        None where the quotation is not found: it may have been put together from several places.
        """
        quoted = folded(quotation)
        start = self.text.find(quoted) if quoted else -1
        if start < 0:
            return None
        end = start + len(quoted)
        found = (self.text.find(stop, end) for stop in map(folded, stops) if stop and stop not in quoted)
        return self.text[start : min([self._end_of_section(start, end), *(place for place in found if place >= 0)])]

    def _end_of_section(self, start: int, end: int) -> int:
        """Return where the section that holds the start ends, what stands below it included."""
        level = next((level for begins, level in reversed(self.sections) if begins <= start), 0)
        return next((begins for begins, other in self.sections if begins >= end and other <= level), len(self.text))


@remembered(2)
def running_text(disclosure: Disclosure) -> RunningText:
    """Return the running text of every section in the order printed."""
    sections, text = [], ""
    for section in disclosure.sections:
        sections.append((len(text), section.level))
        text += folded(section.heading) + folded(section.text)
    return RunningText(text, tuple(sections))


@lru_cache(4096)
def folded(text: str) -> str:
    """Return a text without blanks and differences of width, as texts are compared."""
    return "".join(normal_width(text).split())
