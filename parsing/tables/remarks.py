"""Puts the remarks under a table together from the lines they are printed on."""

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from parsing.knowledge_files import CaptionTerms
from parsing.pages import TextLine
from parsing.tables.captions import caption_kind
from parsing.tables.table_lines import is_heading, is_note, is_preamble
from parsing.words.bare_words import bare
from parsing.words.wrapping import unwrapped

_SENTENCE_ENDS = ("。", "！", "？", "。）", "。)")
_COMMAS = ("，", "、", ",")
_ENTRY = re.compile(r"(?:^|:)(\d{1,2})[、.](?!\d)")

Lines = tuple[TextLine, ...]


def remarks_first(lines: Sequence[TextLine], furniture: Set[TextLine], terms: CaptionTerms) -> tuple[Lines, ...]:
    """Return the remarks that lines begin with, each with the lines it goes on in; page furniture is left out."""
    printed = [line for line in lines if line not in furniture]
    remarks: list[list[TextLine]] = []
    for index, line in enumerate(printed):
        if is_note(line.text, terms):
            remarks.append([line])
        elif not remarks or _stops(line, terms):
            break
        elif _is_next_entry(line, remarks[-1]):
            remarks.append([line])
        elif _goes_on(remarks[-1], line):
            remarks[-1].append(line)
        elif _stands_among_remarks(printed[index:], remarks[0][0], terms):
            remarks.append([line])
        else:
            break
    return tuple(map(tuple, remarks))


def joined(lines: Lines) -> TextLine:
    """Return a remark as one line that stands where it begins."""
    return TextLine(unwrapped("\n".join(line.text for line in lines)), lines[0].place)


def _stops(line: TextLine, terms: CaptionTerms) -> bool:
    return caption_kind(line.text, terms) is not None or is_preamble(line.text, terms) or is_heading(line.text)


def _is_next_entry(line: TextLine, remark: Sequence[TextLine]) -> bool:
    """Return whether a line is the 2. of a remark whose last entry was 1.: 注：1.…"""
    entry, before = _ENTRY.match(bare(line.text)), _ENTRY.search(bare(joined(tuple(remark)).text))
    return entry is not None and before is not None and int(entry[1]) == int(before[1]) + 1


def _goes_on(remark: Sequence[TextLine], line: TextLine) -> bool:
    """Return whether a line is the rest of an unfinished remark.

    On the next page only what a bracket or a comma leaves open goes on: a remark may lack its full stop.
    """
    last, text = remark[-1], bare(joined(tuple(remark)).text)
    if line.place.page is None or last.text.rstrip().endswith(_SENTENCE_ENDS):
        return False
    if line.place.page == last.place.page:
        return True
    left_open = text.count("(") > text.count(")") or last.text.rstrip().endswith(_COMMAS)
    return left_open and line.place.page - 1 == last.place.page


def _stands_among_remarks(lines: Sequence[TextLine], first: TextLine, terms: CaptionTerms) -> bool:
    """Return whether, on the page of the first remark, another one follows the lines, and nothing else before it."""
    page = first.place.page
    below = takewhile(lambda line: page is not None and line.place.page == page and not _stops(line, terms), lines)
    return any(is_note(line.text, terms) for line in below)
