"""Decides what a table is about, from its caption and its headings together."""

from collections.abc import Sequence

from parsing.knowledge_files import Knowledge, Role
from parsing.tables.columns import ColumnUse, columns_of, heading_words, role_of
from parsing.tables.grid_parts import GridPart
from parsing.words.bare_words import bare
from records.balances import TWO_SIDED_KINDS
from records.table import Measure, Side, TableKind

_INCOME = frozenset(
    {
        Measure.FISCAL,
        Measure.GENERAL,
        Measure.FUND,
        Measure.UNDERTAKING,
        Measure.BUSINESS_INCOME,
        Measure.SUPERIOR,
        Measure.AFFILIATE,
        Measure.OTHER,
    }
)
_EXPENDITURE = frozenset({Measure.BUSINESS_EXPENDITURE, Measure.REMITTED, Measure.SUBSIDY})
_SPENT = frozenset({Measure.BASIC, Measure.PROJECT, Measure.PERSONNEL})
_OF_ONE_BUDGET = frozenset({TableKind.GENERAL, TableKind.FUND, TableKind.STATE_CAPITAL})
_FEWEST_SANGONG = 3

FORM_KINDS = frozenset({TableKind.PROJECT_PERFORMANCE, TableKind.OVERALL_PERFORMANCE, TableKind.EVALUATION})
"""The kinds that are forms: labels with what stands behind them, then a list of indicators."""


def kind_of(captioned: TableKind | None, caption: str, part: GridPart, knowledge: Knowledge) -> TableKind:
    """Return the kind of a table; headings decide where the caption is not known, or there is none."""
    if captioned and captioned is not TableKind.OTHER:
        return captioned
    signed = _signed(part, knowledge)
    if signed and any(word in caption for word in knowledge.captions.excepted.get(signed, ())):
        signed = None
    if signed or captioned:
        return signed or TableKind.OTHER
    return _unmistakable(part.headings or (), knowledge) or TableKind.OTHER


def confirms(kind: TableKind, uses: Sequence[ColumnUse], knowledge: Knowledge) -> bool:
    """Return whether the headings show what a table of that kind must show."""
    measures = {use.measure for use in uses if use.measure}
    if kind in TWO_SIDED_KINDS:
        return {use.side for use in uses if use.measure} >= set(Side)
    if kind is TableKind.INCOME or (kind is TableKind.EXPENDITURE and not measures & _SPENT):
        return len(measures & _INCOME) > 1
    if kind in _OF_ONE_BUDGET and any(use.section for use in uses) and all(use.role is not Role.CODE for use in uses):
        return False  # income on the left and expenditure on the right: 一般公共预算收支表 may be either
    return all(measures & wanted for wanted in knowledge.headings.required.get(kind, ()))


def _signed(part: GridPart, knowledge: Knowledge) -> TableKind | None:
    words = {bare(cell.text) for row in (*part.heading_rows, *part.body[: _rows_searched(part)]) for cell in row}
    return next((kind for signature, kind in knowledge.headings.signatures if signature <= words), None)


def _rows_searched(part: GridPart) -> int:
    """Performance tables have their headings in the middle; where headings were found they need no further search."""
    return 0 if part.heading_rows else 12


def _unmistakable(headings: Sequence[str], knowledge: Knowledge) -> TableKind | None:
    measures = {use.measure for use in columns_of(headings, TableKind.OTHER, knowledge.headings)}
    if _are_sangong(headings, knowledge):
        return TableKind.SANGONG
    if len(measures & _INCOME) >= len(_INCOME) // 2:
        return TableKind.INCOME
    if measures >= {Measure.BASIC, Measure.PROJECT} and measures & _EXPENDITURE:
        return TableKind.EXPENDITURE
    if measures >= {Measure.PERSONNEL, Measure.PUBLIC} and not measures & {Measure.PROJECT, Measure.BASIC}:
        return TableKind.BASIC
    return None


def _are_sangong(headings: Sequence[str], knowledge: Knowledge) -> bool:
    """Return whether most of the columns are “三公” items; among all economic items there are some of their name."""
    terms = knowledge.items.sangong
    levels = [words for heading in headings if (words := heading_words(heading))]
    found = [{terms[word] for word in words if word in terms} for words in levels]
    named = [items for words, items in zip(levels, found, strict=True) if not role_of(words[-1], knowledge.headings)]
    items = set().union(*found) - {"total"}
    return len(items) >= _FEWEST_SANGONG and 2 * sum(map(bool, named)) > len(named)
