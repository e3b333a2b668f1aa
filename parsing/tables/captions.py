"""Recognises the captions of tables, whatever number, year, body or affix they are printed with."""

import re

from parsing.knowledge_files import CaptionTerms
from parsing.words.bare_words import bare, without_brackets
from parsing.words.caption_core import core_of
from parsing.words.contents import is_contents_entry
from records.table import TableKind

_UNIT_BEHIND = re.compile(r"\s+(金额)?单位\s*[:：].*$")
_SENTENCE = re.compile(r"[。；;！？!?]")
_TITLE = re.compile(r".*表(?:[-—–]+[^-—–]{2,20})?")
"""The name of a table, or of a part of it: 基本支出表——公用经费."""
_LONGEST = 60


def caption_text(text: str) -> str:
    """Return the caption of a line without the unit that stands behind it on the same line."""
    return _UNIT_BEHIND.sub("", text).strip()


def caption_kind(text: str, terms: CaptionTerms) -> TableKind | None:
    """Return the kind of table the line is the caption of: OTHER where we do not know it, None where it is none."""
    line = bare(caption_text(text))
    if not line or len(line) > _LONGEST or _SENTENCE.search(line) or is_contents_entry(text):
        return None
    core = core_of(line, terms.core)
    known = terms.kinds.get(core) or _by_ending(core, terms) or _behind_a_body(core, terms) or _nearest(core, terms)
    known = known or _by_word(core, terms)
    named = core != "表" and _TITLE.fullmatch(without_brackets(line))
    return known or (TableKind.OTHER if named and core else None)


def _by_ending(core: str, terms: CaptionTerms) -> TableKind | None:
    return next(
        (kind for ending, kind in terms.endings if core.endswith(ending) and not _is_excepted(core, kind, terms)),
        None,
    )


def _is_excepted(core: str, kind: TableKind, terms: CaptionTerms) -> bool:
    return any(word in core for word in terms.excepted.get(kind, ()))


def _behind_a_body(core: str, terms: CaptionTerms) -> TableKind | None:
    """Return the kind of the longest caption the core ends with, where the rest is the name of a body."""
    for start in range(1, len(core)):
        kind = terms.kinds.get(core[start:])
        if kind:
            return kind if core[:start].endswith(terms.body_endings) else None
    return None


def _nearest(core: str, terms: CaptionTerms) -> TableKind | None:
    """Return the kind of the caption that is a misprint away, if one is; short captions are too alike for that."""
    found = {
        kind
        for caption, kind in terms.kinds.items()
        if abs(len(core) - len(caption)) <= len(caption) // 7
        and caption.endswith("表") is core.endswith("表")
        and _misprints(core, caption) <= len(caption) // 7
    }
    return found.pop() if len(found) == 1 else None


def _by_word(core: str, terms: CaptionTerms) -> TableKind | None:
    """Return the kind that a word within the caption of a table tells."""
    told = (kind for word, kind in terms.words.items() if word in core and not _is_excepted(core, kind, terms))
    return next(told, None) if core.endswith("表") else None


def _misprints(one: str, other: str) -> int:
    """Return how many characters must be put in, taken out or changed to make one word of the other."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for index, character in enumerate(one, start=1):
        previous, row[0] = row[0], index
        for column, wanted in enumerate(other, start=1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (character != wanted)),
            )
    return row[-1]
