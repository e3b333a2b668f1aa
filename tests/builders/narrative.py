"""Builds the running text of a disclosure from sentences, as a reader would hand it on."""

from parsing.narrative.claims import claims_of
from parsing.narrative.phrases import load_phrases
from parsing.narrative.sections import Passage, load_heading_words, passages_of
from parsing.pages import Place, TextLine
from records.claim import Claim
from records.disclosure import Kind

POINTS = 12.0
"""The width and height of a character on our pages."""
LEFT, RIGHT = 60.0, 60.0 + 40 * POINTS


def lines_of(*texts: str) -> tuple[TextLine, ...]:
    """Return lines without a position, as a text file has them."""
    return tuple(TextLine(text, Place(line=number)) for number, text in enumerate(texts, start=1))


def printed_lines(*texts: str, page: int = 6) -> tuple[TextLine, ...]:
    """Return lines printed on a page 40 characters wide; each begins at the left margin, indented by its blanks."""
    lines = []
    for number, text in enumerate(texts):
        left = LEFT + POINTS * (len(text) - len(text.lstrip()))
        width = POINTS * sum(0.5 if character.isascii() else 1.0 for character in text.strip())
        top = 80.0 + 20 * number
        lines.append(TextLine(text.strip(), Place(page=page, bbox=(left, top, left + width, top + POINTS))))
    return tuple(lines)


def passages(*texts: str) -> tuple[Passage, ...]:
    """Return the passages of a text file."""
    return passages_of(lines_of(*texts), load_heading_words())


def claims_in(
    *texts: str, fiscal_year: int = 2023, kind: Kind = Kind.BUDGET, body: str = "石家庄市司法局"
) -> tuple[Claim, ...]:
    """Return the claims of a text file."""
    return claims_of(passages(*texts), body, fiscal_year, kind, load_phrases())
