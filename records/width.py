"""Texts without the differences of width that Chinese documents print at random: （ and (, ０ and 0, ： and :."""

import unicodedata

_COMMON = (
    ("，", ","),
    ("：", ":"),
    ("；", ";"),
    ("（", "("),
    ("）", ")"),
    ("\u3000", " "),
    ("％", "%"),
    ("！", "!"),
    ("？", "?"),
)
"""The wide marks nearly every sentence prints, with the narrow ones."""


def normal_width(text: str) -> str:
    """Return a text in Unicode's form NFKC.

    To look every character up costs ten times as much as to see that a text is in this form already, and without its
    commas and brackets nearly every text is.
    """
    for wide, narrow in _COMMON:
        text = text.replace(wide, narrow)
    return unicodedata.normalize("NFKC", text)
