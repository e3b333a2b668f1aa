"""Compares titles of headings and tables by what they say, not by how they are printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from checks.prose import Part, passages_of
from checks.running_text import folded
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.remembered import remembered

_NUMBERING = re.compile(
    r"(?:第[一二三四五六七八九十]+(?:部分|章|节)|[一二三四五六七八九十]+[、.:]|\([一二三四五六七八九十\d]+\)"
    r"|(?:公开|附)?表?\d{1,2}表?[、.:]|附?表\d{1,2}(?!\d)):?"
)
_BRACKETS = re.compile(r"\([^()]*\)")
_NEUTRAL = re.compile(r"20\d\d年?度?|部门|单位|本级|关于|情况|的|[“”‘’\"'《》、,.:;。]")
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Title:
    """A title that is printed in the body."""

    printed: str
    essence: str
    """What it says: see `essence_of`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in a disclosure apart from its list of contents."""

    titles: tuple[Title, ...]
    """Headings, captions, and paragraphs short enough to be one."""
    essences: frozenset[str]
    """What the titles say."""


def essence_of(text: str, disclosure: Disclosure) -> str:
    """Return a title without numbering, year, body, brackets, quotation marks and words that tell titles not apart."""
    bare = _NUMBERING.sub("", folded(text), count=1) if _NUMBERING.match(folded(text)) else folded(text)
    return _essence(_BRACKETS.sub("", bare), disclosure)


def numbering_of(text: str) -> str:
    """Return the number a title is printed with, without what closes it; empty where it has none."""
    found = _NUMBERING.match(folded(text))
    return found.group().rstrip("、.:") if found else ""


def _essence(bare: str, disclosure: Disclosure) -> str:
    return _NEUTRAL.sub("", bare.replace(folded(disclosure.body.name), ""))


@remembered(2)
def body_of(disclosure: Disclosure) -> Body:
    """Return what the disclosure prints below its list of contents."""
    titles = [Title(text, essence_of(text, disclosure), evidence) for text, evidence in _printed(disclosure)]
    said = tuple(title for title in titles if title.essence)
    return Body(said, frozenset(title.essence for title in said))


@remembered(2)
def sentences_of(disclosure: Disclosure) -> tuple[str, ...]:
    """Return what the sentences of the disclosure say below its list of contents, as essences."""
    words = "。".join(folded(passage.text) for passage in passages_of(disclosure))
    return tuple(_essence(sentence, disclosure) for sentence in re.split("[。;]", words))


def _printed(disclosure: Disclosure) -> Iterable[tuple[str, Evidence]]:
    for passage in passages_of(disclosure):
        if passage.part in (Part.HEADING, Part.CAPTION):
            yield passage.text, passage.evidence
        elif passage.section:
            lines = ((line, passage.section.evidence) for line in passage.text.split("\n"))
            yield from ((line, evidence) for line, evidence in lines if len(line) <= _LONGEST_TITLE)
    for project in (*disclosure.projects, *disclosure.evaluations, *disclosure.overall):
        yield project.evidence.caption, project.evidence
