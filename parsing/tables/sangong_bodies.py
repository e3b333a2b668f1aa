"""Groups the rows of a “三公” table whose items stand side by side: whose each row is, of which year and stage."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from parsing.knowledge_files import Knowledge, Role
from parsing.tables.amounts import GridRow, Sheet
from parsing.words.bare_words import bare
from parsing.words.numbers import printed_number
from records.table import Measure

_YEAR = re.compile(r"(20\d\d)年")


@dataclass(slots=True)
class BodyRows:
    """The rows of one body: this year's, and where printed below one another the budget's, last year's, the change."""

    name: str
    code: str = ""
    """Its code, where one is printed."""
    by_year: dict[int, GridRow] = field(default_factory=dict)
    change: GridRow | None = None
    budget: GridRow | None = None

    @property
    def current(self) -> GridRow | None:
        """The row of the latest year."""
        return self.by_year[max(self.by_year)] if self.by_year else None

    @property
    def others(self) -> Iterator[tuple[Measure, GridRow]]:
        """The rows beside that of the latest year, each with what its numbers measure."""
        years = sorted(self.by_year)
        if len(years) > 1:
            yield Measure.PRIOR, self.by_year[years[-2]]
        if self.change:
            yield Measure.CHANGE, self.change
        if self.budget:
            yield Measure.BUDGET, self.budget


def bodies_of(sheet: Sheet, columns: Sequence[int], knowledge: Knowledge) -> list[BodyRows]:
    """Return the rows by body, as printed; a row without a name goes on with the body above it."""
    bodies: list[BodyRows] = []
    beside = [index for index, use in enumerate(sheet.uses) if use.role in (Role.BODY, Role.NAME)]
    said = [[word for column in beside if (word := bare(row[column].text))] for row in sheet.rows]
    of_accounts = any("决算" in word for words in said for word in words)
    for row, words in zip(sheet.rows, said, strict=True):
        year = next((int(found[1]) for word in words if (found := _YEAR.match(word))), None)
        changed = any(knowledge.headings.measures.get(word) is Measure.CHANGE for word in words)
        planned = of_accounts and any("预算" in word for word in words if word in knowledge.headings.measures)
        names = [w for w in words if not _YEAR.match(w) and w not in knowledge.headings.measures and not w.isdigit()]
        names = names or [word for word in words if word in knowledge.items.totals]
        if names or not bodies:
            bodies.append(BodyRows(names[-1] if names else "", next(filter(str.isdigit, words), "")))
        if not any(printed_number(row[column].text) for column in columns):
            continue
        if changed:
            bodies[-1].change = row
        elif planned:
            bodies[-1].budget = row
        else:
            bodies[-1].by_year.setdefault(year or 0, row)
    return [body for body in bodies if body.by_year]


def whole_of(bodies: Sequence[BodyRows], columns: Sequence[int], knowledge: Knowledge) -> BodyRows | None:
    """Return the rows of the whole body: the only ones, the 合计, or the first if they sum up the others."""
    totals = [body for body in bodies if body.name in knowledge.items.totals]
    if len(bodies) == 1 or len(totals) == 1:
        return (totals or bodies)[0]
    if len(bodies) > 2 and all(_sums_up(bodies, column) for column in columns):
        return bodies[0]
    return None


def parts_among(bodies: Sequence[BodyRows], whole: BodyRows | None, columns: Sequence[int]) -> list[BodyRows]:
    """Return the bodies that the whole body is made of, without those that are sums of others.

    A sum has the code that another one's begins with, or where no codes are printed the numbers of the whole itself.
    """
    parts = [body for body in bodies if body is not whole and body.name]
    coded = [body for body in parts if not any(_holds(body, other) for other in parts)]
    if whole is None or len(coded) < len(parts) or len(parts) < 2:
        return coded
    return [body for body in parts if any(_number(body.current, c) != _number(whole.current, c) for c in columns)]


def _holds(body: BodyRows, other: BodyRows) -> bool:
    return bool(body.code) and other.code.startswith(body.code) and len(other.code) > len(body.code)


def _sums_up(bodies: Sequence[BodyRows], column: int) -> bool:
    first, *others = (_number(body.current, column) for body in bodies)
    return first == sum(others)


def _number(row: GridRow | None, column: int) -> Decimal:
    number = printed_number(row[column].text) if row else None
    return number.value if number else Decimal(0)
