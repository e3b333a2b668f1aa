"""Puts together the rows that a page break tore: the lines of their cells go on at the top of the next page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsing.pages import GridCell
from parsing.words.bare_words import bare
from parsing.words.numbers import printed_number

Row = tuple[GridCell, ...]

_LONG_CODE = re.compile(r"\d{5}(?:\d{2})?")
_DIGIT = re.compile(r"\d")


def rows_of_pages(pages: Iterable[Sequence[Row]]) -> list[Row]:
    """Return the rows of all pages in order, each torn one as one row that stands where it begins."""
    rows: list[Row] = []
    for page in pages:
        rest = page[0] if rows and page and _is_rest(page[0], rows[-1]) else None
        if rest:
            rows[-1] = _together(rows[-1], rest)
        rows += page[1:] if rest else page
    return rows


def _is_rest(row: Row, above: Row) -> bool:
    """Return whether a row holds but the last lines of the row above.

    Each of its cells goes on one that is printed above it, and one of them completes a number or a code that is none
    without it. Rows of their own have whole amounts.
    """
    if len(row) != len(above):
        return False
    pairs = [(upper.text, lower.text) for upper, lower in zip(above, row, strict=True)]
    continued = [(upper, lower) for upper, lower in pairs if lower.strip()]
    if not all(upper.strip() for upper, _ in continued):
        return False
    if any(_is_amount(upper) and _is_amount(lower) for upper, lower in continued):
        return False
    if any(_completes_number(upper, lower) for upper, lower in continued):
        return True
    return any(_completes_code(upper, lower) for upper, lower in continued) and not any(
        _is_amount(lower) for _, lower in continued
    )


def _is_amount(text: str) -> bool:
    number = printed_number(text)
    return number is not None and (number.decimals > 0 or "," in text)


def _completes_number(upper: str, lower: str) -> bool:
    whole = printed_number(upper) and printed_number(lower)
    figures = _DIGIT.search(upper) and _DIGIT.search(lower)
    return bool(figures and not whole and printed_number(f"{upper}\n{lower}"))


def _completes_code(upper: str, lower: str) -> bool:
    known = _LONG_CODE.fullmatch(bare(upper)) or _LONG_CODE.fullmatch(bare(lower))
    return not known and _LONG_CODE.fullmatch(bare(upper + lower)) is not None


def _together(row: Row, rest: Row) -> Row:
    return tuple(
        replace(upper, text=f"{upper.text}\n{lower.text}") if lower.text.strip() else upper
        for upper, lower in zip(row, rest, strict=True)
    )
