"""Takes from printed words what does not tell them apart: blanks, quotation marks, width, numbering."""

import re
import unicodedata
from dataclasses import dataclass

_DROPPED = re.compile(r"[\s\u200b-\u200f\ufeff\u00ad“”‘’\"'`＂《》〈〉]")
_NUMERAL = "一二三四五六七八九十百"
_NUMBERINGS = (
    re.compile(rf"[{_NUMERAL}]{{1,3}}[、.,:]"),
    re.compile(rf"\([{_NUMERAL}]{{1,3}}\)[、.]?"),
    re.compile(r"\d{1,2}[、.,:](?!\d)"),
    re.compile(r"\(\d{1,2}\)[、.]?"),
)
_OF_WHICH = re.compile(r"其中[:,]?")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def bare(text: str) -> str:
    """Return the text without blanks and quotation marks, every character in its plain form.

    PDF fonts map some characters to look-alikes (⼀ for 一, ： for :); the compatibility form undoes that.
    """
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text))


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a row taken apart."""

    name: str
    """Bare, without numbering and 其中."""
    printed: str
    """As printed, without numbering, 其中 and blanks."""
    depth: int | None
    """How deep its numbering is: 0 for 一、, 1 for （一）, 2 for 1., 3 for (1); None without numbering."""
    of_which: bool
    """Whether it begins with 其中."""


def label_of(text: str) -> Label:
    """Take the printed name of a row apart."""
    printed, depth, of_which = "".join(text.split()), None, False
    while printed:
        plain = "".join(map(_plain, printed))  # as long as `printed`, so that both are cut alike
        if part := _OF_WHICH.match(plain):
            of_which = True
        else:
            found = next(((level, hit) for level, form in enumerate(_NUMBERINGS) if (hit := form.match(plain))), None)
            if found is None:
                break
            depth, part = found if depth is None else (depth, found[1])
        printed = printed[part.end() :]
    printed = printed.strip(":：")
    return Label(bare(printed), printed, depth, of_which)


def _plain(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def without_brackets(text: str) -> str:
    """Return the bare text without what stands in brackets."""
    return _BRACKETS.sub("", text)
