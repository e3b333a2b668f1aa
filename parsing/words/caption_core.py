"""Takes from a caption what does not tell tables apart: its number, year, brackets, and words of whom and of when."""

import re
from dataclasses import dataclass

NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = re.compile(r"\(?(?:20\d\d|二[〇○零]\S{2})年度?\)?")
_NUMBER = re.compile(
    rf"(?:附件|附|公开|预算|决算|财决公开|财决|GK)*表?{NUMERAL}(?:-\d{{1,2}})?表?(?<=[\d一二三四五六七八九十表])[:、.\-]*"
)
_MARKED = re.compile(r"附|公开|预算|决算|财决|GK|表")
_LISTED = re.compile(rf"(?:第{NUMERAL}部分|{NUMERAL}[、.:]|\({NUMERAL}\))[、.:]*")


@dataclass(frozen=True, slots=True)
class CoreWords:
    """The words by which a caption is brought to its core."""

    rewrites: tuple[tuple[str, str], ...]
    """Printed variants with the word that stands for them, in the order they are replaced."""
    drop: tuple[str, ...]
    """Words that do not tell captions apart, the longest first."""
    numbering_words: tuple[str, ...]
    """What brackets behind a caption say when they only number it."""


def core_of(line: str, words: CoreWords) -> str:
    """Return what is left of a bare caption."""
    core = _YEAR.sub("", _without_number(line))
    core = re.sub(rf"\((?:{'|'.join(words.numbering_words)}){NUMERAL}表?\)", "", core)
    core = re.sub(r"[()\[\]:*#-]", "", core)
    for word, name in words.rewrites:
        core = core.replace(word, name)
    for word in words.drop:
        core = core.replace(word, "")
    return core


def _without_number(line: str) -> str:
    while hit := _LISTED.match(line) or _numbered(line):
        line = line[hit.end() :]
    return line


def _numbered(line: str) -> re.Match[str] | None:
    """Match 表1, 公开01表, 预算02表; never the 一 of 一般公共预算."""
    hit = _NUMBER.match(line)
    return hit if hit and _MARKED.search(hit[0]) else None
