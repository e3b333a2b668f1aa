"""Tells the lines around tables apart: captions, what stands between them and the grid, remarks, page furniture."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from parsing.knowledge_files import CaptionTerms
from parsing.pages import Page, TextLine
from parsing.words.bare_words import bare

_SENTENCE = re.compile(r"[。；;]")
_LONGEST_PREAMBLE = 60
_PAGE_NUMBER = re.compile(r"[-—–·~]*第?\d{1,4}[-—–·~页]*(?:/?共?\d{1,4}页?)?|[-—–]*[IVXivx]{1,5}[-—–]*")
_BARE_NUMBER = re.compile(
    r"(?=\(?[附公预决财G表]|.*表)\(?(?:附|公开|预算|决算|财决公开|GK)*表?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:-\d+)?表?\)?"
)
_BARE_YEAR = re.compile(r"\(?20\d\d年?度?(?:预算|决算)?\)?")
_BODY_WITH_CODE = re.compile(r"(?!20\d\d年)\[?\d{3,12}\]?-?\D{2,40}")
_MEASURED = r"(?:金额)?单位[:/]?(?:人民币)?"
_SEEN_ON_PAGES = 3
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[部章节]"
)


def is_preamble(text: str, terms: CaptionTerms) -> bool:
    """Return whether a line may stand between a caption and its grid: body, year, unit, number of the table."""
    line = bare(text)
    return (
        line.startswith(terms.preamble)
        or any(form.fullmatch(line) for form in (_BARE_NUMBER, _BARE_YEAR, _BODY_WITH_CODE))
        or "单位:" in line
    ) and not _SENTENCE.search(line)


def may_be_preamble(text: str) -> bool:
    """Return whether a line between a caption and a grid is short enough to be the name of the body."""
    line = bare(text)
    return len(line) <= _LONGEST_PREAMBLE and not _SENTENCE.search(line)


def is_note(text: str, terms: CaptionTerms) -> bool:
    """Return whether the line is a remark on a table."""
    return bare(text).startswith(terms.notes)


def is_heading(text: str) -> bool:
    """Return whether the line opens a section of the narrative by its number: 七、, （二）, 第三部分."""
    return _HEADING.match(bare(text)) is not None


def furniture_of(pages: Sequence[Page]) -> frozenset[TextLine]:
    """Return the lines that are page numbers, or a running head or foot printed at the same place of many pages."""
    seen: defaultdict[str, set[int | None]] = defaultdict(set)
    edges: list[TextLine] = []
    for page in pages:
        lines = [block for block in page.blocks if isinstance(block, TextLine)]
        for line in {*lines[:2], *lines[-2:]}:
            seen[_without_digits(line.text)].add(page.number)
            edges.append(line)
    return frozenset(
        line
        for line in edges
        if len(seen[_without_digits(line.text)]) >= _SEEN_ON_PAGES or _PAGE_NUMBER.fullmatch(bare(line.text))
    )


def _without_digits(text: str) -> str:
    return re.sub(r"\d", "", bare(text))


def unit_in(texts: Iterable[str], units: Mapping[str, Decimal]) -> str | None:
    """Return the unit of money the lines name; the last one where several do, None where none does."""
    names = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    named = re.compile(rf"{_MEASURED}({names})|\((?:{_MEASURED})?({names})\)|[^\d.亿千百万]({names})$|^({names})$")
    hits = [hit for text in texts if not _SENTENCE.search(text) for hit in named.finditer(bare(text))]
    return next(filter(None, hits[-1].groups())) if hits else None
