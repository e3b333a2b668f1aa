"""Reads the list of contents (目录): what it says the document holds, and on which page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parsing.knowledge_files import CaptionTerms, Knowledge
from parsing.narrative.outline import Mark, Outline, numbering_of
from parsing.narrative.sentences import without_furniture
from parsing.pages import TextLine
from parsing.tables.captions import caption_kind
from parsing.words.bare_words import bare, without_brackets
from parsing.words.contents import is_contents_entry, without_leader
from parsing.words.wrapping import folded, unwrapped
from records.disclosure import ContentsEntry
from records.evidence import Evidence
from records.table import TableKind

_FEWEST = 4
"""A list has at least so many entries."""
_LONGEST, _LONGEST_TITLE = 60, 30
_SHORTEST_WRAPPED = 15
"""A line with fewer characters is not broken off at the margin."""
_FIRST_PART = "第一部分"
_NUMBERING = re.compile(
    r"(?:第[一二三四五六七八九十]+(?:部分|章|节)[:：]?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]"
    r"|(?:附?表|附件)\d{1,2}(?!\d)[-、.．:：]?|\d{1,2}(?:[、．]|\.(?!\d{1,2}(?!\d))))\s*"
)
"""As printed. Unlike in text, a number before a dot counts where three digits follow: 23.2024年消防设施修缮."""
_COUNTED = re.compile(r"(附?表|附件)?(\d{1,2})")


class Contents(NamedTuple):
    """The entries of the list of contents, and the lines that are none of its own."""

    entries: tuple[ContentsEntry, ...]
    rest: tuple[TextLine, ...]


def contents_of(lines: Sequence[TextLine], knowledge: Knowledge) -> Contents:
    """Return the list of contents; without entries where the document has none."""
    if any("录" in line.text or _FIRST_PART in line.text for line in lines):
        printed = without_furniture(lines)
        for title, start in _starts(printed, knowledge.sections.contents):
            listed = _listed(printed[start:])
            if len(listed) >= _FEWEST:
                own = {id(line) for line in (*printed[title:start], *(line for one in listed for line in one.lines))}
                rest = tuple(line for line in lines if id(line) not in own)
                return Contents(tuple(_entry(one, knowledge.captions) for one in listed), rest)
    return Contents((), tuple(lines))


def _starts(lines: Sequence[TextLine], titles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a list may begin, its title and its entries: without a title at a first part that comes again."""
    for index, line in enumerate(lines):
        text = line.text.strip()
        if len(text) <= _LONGEST_TITLE and "录" in text:
            word, below = folded(text), lines[index + 1 : index + 3]
            if word in titles or (word.endswith(tuple(titles)) and any(_is_entry(one.text) for one in below)):
                yield index, index + 1
        elif text.startswith(_FIRST_PART) and _comes_again(text, lines[index + 1 :]):
            yield index, index


def _comes_again(text: str, lines: Sequence[TextLine]) -> bool:
    wanted = folded(text)
    named = wanted.removeprefix(_FIRST_PART)
    return len(named) > 1 and any(folded(line.text) in (wanted, named) for line in lines if named[-1] in line.text)


@dataclass(slots=True)
class _Listed:
    """An entry as it is read."""

    lines: list[TextLine]
    mark: Mark | None
    above: tuple[str, ...]

    @property
    def text(self) -> str:
        """The entry as one line."""
        return unwrapped("\n".join(line.text.strip() for line in self.lines))

    @property
    def bare(self) -> str:
        """Its words, as titles are compared."""
        return _bare(self.text)


def _listed(lines: Sequence[TextLine]) -> list[_Listed]:
    """Return the entries from the first line on, up to where the body begins."""
    outline = Outline()
    listed: list[_Listed] = []
    for index, line in enumerate(lines):
        last = listed[-1] if listed else None
        mark = _mark_of(line.text)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if last and mark is None and _is_rest(line, last, lines[:index], following):
            last.lines.append(line)
        elif mark or is_contents_entry(line.text):
            above = outline.place(mark, line.text) if mark else ()
            one = _Listed([line], mark, above)
            if _is_body(one, listed):
                break
            listed.append(one)
        elif not _is_group(line, last, following):
            break
    return listed


def _is_body(one: _Listed, listed: Sequence[_Listed]) -> bool:
    """Return whether what looks like an entry is a heading of the body: text, or the list begins again."""
    line = one.lines[0]
    if listed and not _is_near(line, listed[-1].lines[-1]):
        return True
    if is_contents_entry(line.text):
        return False
    if len(one.bare) > _LONGEST or any(one.bare == first.bare for first in listed[:2]):
        return True
    beside = [other for other in listed if other.above == one.above and other.mark and one.mark]
    same = [other for other in beside if other.mark == one.mark]
    return any(other is beside[0] or other.bare == one.bare for other in same)


def _is_rest(line: TextLine, last: _Listed, before: Sequence[TextLine], following: TextLine | None) -> bool:
    """Return whether a line without number is what found no room in the line of the entry before."""
    above = last.lines[-1]
    if is_contents_entry(above.text) or len(above.text) < _SHORTEST_WRAPPED:
        return False
    if line.place.page != above.place.page and not _is_next(following, last):
        return False
    box = above.place.bbox
    if box is None or is_contents_entry(line.text):
        return is_contents_entry(line.text)
    ends = [one.place.bbox[2] for one in before if one.place.bbox and one.place.page == above.place.page]
    return box[2] >= max(ends) - (box[3] - box[1])


def _is_next(line: TextLine | None, last: _Listed) -> bool:
    """Return whether a line is the entry after another, told by its number."""
    mark = _mark_of(line.text) if line else None
    return mark is not None and last.mark is not None and mark == last.mark._replace(ordinal=last.mark.ordinal + 1)


def _is_group(line: TextLine, last: _Listed | None, following: TextLine | None) -> bool:
    """Return whether a line is a word over several entries: it names none itself."""
    if len(line.text) > _LONGEST_TITLE or following is None:
        return False
    if last is None:
        return _is_entry(following.text)
    return line.place.page == last.lines[-1].place.page and is_contents_entry(following.text)


def _is_near(line: TextLine, before: TextLine) -> bool:
    page, page_before = line.place.page, before.place.page
    return page is None or page_before is None or page - page_before <= 1


def _is_entry(text: str) -> bool:
    return is_contents_entry(text) or _mark_of(text) is not None


def _mark_of(text: str) -> Mark | None:
    """Return how an entry is numbered; a number alone is a title page of the body."""
    found = _NUMBERING.match(text.strip())
    if found is None or not text.strip()[found.end() :]:
        return None
    counted = _COUNTED.match(found.group())
    return Mark(counted[1] or "arabic", int(counted[2])) if counted else numbering_of(folded(found.group()))


def _bare(text: str) -> str:
    return bare(without_leader(text)[0])


def _entry(one: _Listed, captions: CaptionTerms) -> ContentsEntry:
    words, page = without_leader("\n".join(line.text.strip() for line in one.lines))
    whole = unwrapped(words)
    found = _NUMBERING.match(whole)
    title = whole[found.end() :] if found else whole
    place = one.lines[0].place
    return ContentsEntry(
        title=title,
        level=len(one.above) + 1,
        evidence=Evidence(
            page=place.page, cell=place.cell, line=place.line, caption="目录", text=whole, bbox=place.bbox
        ),
        numbering=found.group().strip() if found else "",
        ordinal=one.mark.ordinal if one.mark else None,
        page=page,
        table=_table(title, captions),
    )


def _table(title: str, captions: CaptionTerms) -> TableKind | None:
    return caption_kind(title, captions) if without_brackets(bare(title)).endswith("表") else None
