"""Cuts the narrative at its headings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from parsing.narrative.outline import Mark, Outline, numbering_of
from parsing.narrative.sentences import Paragraph, paragraphs_of
from parsing.pages import Place, TextLine
from parsing.words.contents import is_contents_entry
from parsing.words.terms_file import read_terms
from parsing.words.wrapping import folded
from records.disclosure import Section
from records.evidence import Evidence

_FILE = "sections.toml"
_LONGEST_HEADING = 45
_SHORTEST_TEXT = 40
"""On a page with a contents list, a heading with less text below it is an entry of the list, until text begins."""
_NO_HEADING_END = tuple("。;,、?!")
_REASON = re.compile("原因[是为,:]")
"""What a numbered statement says that no heading does: 3.收支预算减少的主要原因，…."""
_FIGURE = re.compile(r"\d(?:万元|亿元|元|%|％)")
_TITLE = "title"


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """What headings without numbering look like, and the word over the contents."""

    endings: tuple[str, ...]
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading with the paragraphs up to the next heading of any level."""

    heading: Paragraph | None
    """None for what stands before the first heading."""
    above: tuple[str, ...]
    """The headings it stands under, the outermost first."""
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def title(self) -> str:
        """The heading as printed."""
        return self.heading.text if self.heading else ""

    @property
    def level(self) -> int:
        """1 for the outermost headings."""
        return len(self.above) + 1


def load_heading_words(overlay: Path | None = None) -> HeadingWords:
    """Return the words that ship with the package, extended by the overlay folder's."""
    terms = read_terms(_FILE, overlay)
    return HeadingWords(terms.words("headings", "endings"), terms.words("headings", "contents"))


def passages_of(lines: Iterable[TextLine], words: HeadingWords) -> tuple[Passage, ...]:
    """Return the narrative cut at its headings; contents lists are left out."""
    passages: list[Passage] = [Passage(None, ())]
    outline = Outline()
    for paragraph in paragraphs_of(line for line in lines if not is_contents_entry(line.text)):
        mark = _mark_of(paragraph.text, words)
        if mark:
            passages.append(Passage(paragraph, outline.place(mark, paragraph.text)))
        else:
            last = passages[-1]
            passages[-1] = replace(last, paragraphs=(*last.paragraphs, paragraph))
    return _without_contents(passages, words)


def sections_of(passages: Iterable[Passage]) -> tuple[Section, ...]:
    """Return the sections as records keep them."""
    return tuple(_section(passage, passage.heading) for passage in passages if passage.heading)


def _section(passage: Passage, heading: Paragraph) -> Section:
    lines = [line for paragraph in (heading, *passage.paragraphs) for line in paragraph.lines]
    return Section(
        heading=heading.text,
        level=passage.level,
        text="\n".join(paragraph.text for paragraph in passage.paragraphs),
        pages=tuple(dict.fromkeys(line.place.page for line in lines if line.place.page is not None)),
        evidence=_evidence(heading.place, heading.text).quoting(heading.text),
        places=tuple(_places(passage.paragraphs, heading.text)),
    )


def _places(paragraphs: Iterable[Paragraph], caption: str) -> Iterator[tuple[int, Evidence]]:
    """Yield where each paragraph begins in the section's text, and where it goes on on another page."""
    offset = 0
    for paragraph in paragraphs:
        for within, place in paragraph.places():
            yield offset + within, _evidence(place, caption)
        offset += len(paragraph.text) + 1


def _evidence(place: Place, caption: str) -> Evidence:
    return Evidence(page=place.page, cell=place.cell, line=place.line, caption=caption, bbox=place.bbox)


def _mark_of(text: str, words: HeadingWords) -> Mark | None:
    """Return how a paragraph is marked as a heading, or None where it is text."""
    bare = folded(text)
    if len(bare) > _LONGEST_HEADING or bare.endswith(_NO_HEADING_END):
        return None
    if _FIGURE.search(bare) or _REASON.search(bare):
        return None
    return numbering_of(bare) or (Mark(_TITLE, 1) if bare.endswith(words.endings) else None)


def _without_contents(passages: Sequence[Passage], words: HeadingWords) -> tuple[Passage, ...]:
    """Leave out the entries of a contents list: headings without text on its page, or that come again with text.

    Before the first real text of the page, a few words below a heading are the end of its entry.
    """
    contents_pages = {
        paragraph.place.page
        for passage in passages
        for paragraph in (*passage.paragraphs, *([passage.heading] if passage.heading else []))
        if folded(paragraph.text) in words.contents and paragraph.place.page is not None
    }
    text_begun = {
        passage.heading.place.page: index
        for index, passage in reversed(list(enumerate(passages)))
        if passage.heading and _length(passage) >= _SHORTEST_TEXT
    }
    kept = []
    later: set[str] = set()
    for index, passage in reversed(list(enumerate(passages))):
        title = folded(passage.title)
        page = passage.heading.place.page if passage.heading else None
        listed = page in contents_pages
        shortest = _SHORTEST_TEXT if listed and index < text_begun.get(page, len(passages)) else 1
        if _length(passage) >= shortest or not (listed or title in later):
            kept.append(passage)
        later.add(title)
    return tuple(reversed(kept))


def _length(passage: Passage) -> int:
    return sum(len(paragraph.text) for paragraph in passage.paragraphs)
