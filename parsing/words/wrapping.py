"""Undoes what conversion and narrow cells did to printed text: line breaks and blanks inside words."""

import re
import unicodedata
from functools import cache

from parsing.words.bare_words import label_of, without_brackets

_BLANKS = re.compile(r"\s+")
# A blank belongs to the text only between two words of letters and digits; Chinese is written without any.
_BLANK_IN_CHINESE = re.compile(r"(?<![A-Za-z0-9,.;:])\s+|\s+(?![A-Za-z0-9])")
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)$")


def unwrapped(text: str) -> str:
    """Return the text without breaks and blanks beside Chinese characters; between Latin words one blank is kept."""
    return _BLANKS.sub(" ", _BLANK_IN_CHINESE.sub("", text)).strip()


def folded(text: str) -> str:
    """Return the text without any blanks, its characters in their plain form.

    Unlike `bare` it keeps quotation marks, and it turns no sign into a digit: a unit such as m² must not hold a number.
    """
    return "".join(map(_plain, _BLANKS.sub("", text)))


def label_key(text: str) -> str:
    """Return a label as it is looked up: bare, without numbering, 其中, brackets and colons around it."""
    return without_brackets(label_of(text).name).strip(":")


def bracketed(text: str) -> str:
    """Return what stands in the brackets at the end of a label, or an empty string: 房屋（平方米） gives 平方米."""
    found = _LAST_BRACKETS.search(folded(text))
    return found[1] if found else ""


@cache  # documents are written with some thousand characters, over and over
def _plain(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    becomes_digit = any(each.isdigit() for each in plain) and not character.isdecimal()
    return character if becomes_digit else plain
