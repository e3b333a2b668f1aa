"""Reads income tables that list the sources one below the other, with one column of amounts."""

from collections.abc import Iterator, Sequence

from parsing.knowledge_files import HeadingTerms, ItemTerms, Role
from parsing.tables.amounts import Sheet
from parsing.tables.two_sided import side_items
from parsing.words.bare_words import Label, bare, label_of
from records.table import TOTAL_ITEM, Measure, Row, Side


def is_income_list(sheet: Sheet) -> bool:
    """Return whether the table has names and one amount a row, and no codes."""
    roles = {use.role for use in sheet.uses}
    measures = [use.measure for use in sheet.uses if use.measure]
    return Role.NAME in roles and Role.CODE not in roles and measures == [Measure.TOTAL]


def income_list_rows(sheet: Sheet, items: ItemTerms, headings: HeadingTerms) -> tuple[Row, ...]:
    """Return a row a source; what a source consists of stands in a further column and is part of it."""
    (amount,) = (index for index, use in enumerate(sheet.uses) if use.measure)
    labels = list(_labels(sheet, headings))
    known = side_items(labels, Side.INCOME, items)
    rows: list[Row] = []
    for printed, label, (item, of_which) in zip(sheet.rows, labels, known, strict=True):
        item = TOTAL_ITEM if label.name in items.totals else item
        fact = sheet.fact(printed, amount, item, Measure.TOTAL, label.printed)
        part = label.of_which or of_which
        rows.append(Row(item, label.printed, side=Side.INCOME, of_which=part, facts=(fact,) if fact else ()))
    return tuple(rows)


def _labels(sheet: Sheet, headings: HeadingTerms) -> Iterator[Label]:
    """Yield the name of each row: that of the source for its 小计, else that of the part."""
    amount = next(index for index, use in enumerate(sheet.uses) if use.measure)
    names = [index for index in range(amount) if sheet.uses[index].role in (Role.NAME, None)]
    source = ""
    for row in sheet.rows:
        words = [row[index].text for index in names if row[index].text.strip()]
        own = not row[names[0]].covered and bool(row[names[0]].text.strip())
        source = words[0] if own else source
        yield _label(words, source, own=own, headings=headings)


def _label(words: Sequence[str], source: str, *, own: bool, headings: HeadingTerms) -> Label:
    last = words[-1] if words else ""
    if len(words) > own and bare(last) not in headings.subtotals:
        part = label_of(last)
        return Label(part.name, part.printed, part.depth, of_which=True)
    return label_of(source)
