"""Draws the alterations of one document and tells of each what it touches and whether anything can show it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from random import Random

from bench import misprints
from bench.altered_tables import NINE, Cell, cells_of, in_unit, with_number, without_row
from bench.altered_text import PATTERNS, Spot, changed_claims, spots_of, told_by, with_text, year_pattern
from bench.reach import Place, Shown, Ties, place_of, shown_by_claim, ties_of
from parsing.knowledge_files import Knowledge
from parsing.pages import TextLine
from records.claim import Claim
from records.disclosure import Disclosure
from records.relations import relations_of
from records.table import Fact, Row, Table
from records.tolerance import Agreement

NARRATIVE = "narrative"
_CELL_MISPRINTS = (
    ("digit changed", misprints.digit_changed, 180),
    ("digits swapped", misprints.digits_swapped, 50),
    ("point moved", misprints.point_moved, 50),
)
_SPOT_MISPRINTS = (
    ("digit changed", "amount", misprints.digit_changed, 50),
    ("digits swapped", "amount", misprints.digits_swapped, 20),
    ("point moved", "amount", misprints.point_moved, 20),
    ("unit mistaken", "unit", misprints.unit_mistaken, 15),
    ("stated change altered", "change", misprints.digit_changed, 30),
    ("direction turned", "direction", misprints.direction_turned, 20),
    ("year left over", "year", misprints.year_left_over, 20),
)
_ROWS, _UNITS, _OTHER_TABLES = 30, 5, 10
ALTERATIONS = 500
_ROW, _UNREAD, _READ_OTHERWISE, _MOVEMENT = "row", "unread", "read otherwise", "movement"


@dataclass(frozen=True, slots=True)
class Alteration:
    """One alteration of a document."""

    kind: str
    where: str
    """The kind of table, or the narrative."""
    what: str
    altered: Disclosure
    touched: frozenset[Place]
    """Where the altered number stands, and what is tied to it."""
    shown: Shown
    old: str
    new: str
    """What was printed, and is now: None of the words around it."""
    place: Place
    about: str
    """What sort of figure it is: the column of a table, or what is said of a subject in the narrative."""


@dataclass(frozen=True, slots=True)
class Original:
    """A document as it was read."""

    disclosure: Disclosure
    lines: tuple[TextLine, ...]
    """Its running text."""
    knowledge: Knowledge


def alterations_of(original: Original, random: Random) -> Iterator[Alteration]:
    """Yield 500 alterations; what a document has too few places for is made up by digits changed in its tables."""
    ties = ties_of(original.disclosure)
    drawn = [*_in_text(original, random), *_in_tables(original.disclosure, ties, random)]
    yield from drawn
    cells = _nine(original.disclosure)
    if cells:
        rest = _misprinted(original.disclosure, cells, ties, "digit changed", misprints.digit_changed, random)
        yield from islice(rest, max(0, ALTERATIONS - len(drawn)))


def _nine(disclosure: Disclosure) -> list[Cell]:
    return [cell for cell in cells_of(disclosure) if cell.table.kind in NINE]


def _in_tables(disclosure: Disclosure, ties: Ties, random: Random) -> Iterator[Alteration]:
    nine = _nine(disclosure)
    others = [cell for cell in cells_of(disclosure) if cell.table.kind not in NINE]
    for kind, misprint, count in _CELL_MISPRINTS:
        for cells, most in ((nine, count), (others, _OTHER_TABLES)):
            yield from islice(_misprinted(disclosure, cells, ties, kind, misprint, random), most)
    yield from islice(_rows_dropped(disclosure, ties, random), _ROWS)
    yield from islice(_units_mistaken(disclosure, ties, random), _UNITS)


def _misprinted(
    disclosure: Disclosure, cells: Sequence[Cell], ties: Ties, kind: str, misprint: misprints.Misprint, random: Random
) -> Iterator[Alteration]:
    """Yield misprints without end, each cell once before any comes again; nothing where there is no cell."""
    while fitting := [
        (cell, text) for cell in random.sample(cells, len(cells)) if (text := _of(cell, misprint, random))
    ]:
        for cell, text in fitting:
            altered = with_number(disclosure, cell, text)
            moved = abs((misprints.value_of(text) or Decimal(0)) * cell.scale - cell.fact.amount.yuan)
            if moved:
                yield _alteration(kind, cell.table, cell.row, [cell.fact], altered, ties, moved, text)


def _of(cell: Cell, misprint: misprints.Misprint, random: Random) -> str | None:
    return misprint(cell.fact.evidence.text, random)


def _rows_dropped(disclosure: Disclosure, ties: Ties, random: Random) -> Iterator[Alteration]:
    rows = [
        (table, row)
        for table in disclosure.tables
        if table.kind in NINE
        for row in table.rows
        if any(fact.amount.yuan for fact in row.facts)
    ]
    for table, row in random.sample(rows, len(rows)):
        facts = [fact for fact in row.facts if fact.amount.yuan]
        altered = without_row(disclosure, table, row)
        yield _shown_by_sums(_alteration("row dropped", table, row, facts, altered, ties, Decimal(0), ""))


def _shown_by_sums(alteration: Alteration) -> Alteration:
    """Let only a sum that fails now show that a row is gone: a sum, a level between or an only child leaves none."""
    fails = any(
        relation.agreement is not Agreement.EQUAL and place_of(relation.whole.evidence) in alteration.touched
        for table in alteration.altered.tables
        for relation in relations_of(table)
    )
    return replace(alteration, shown=replace(alteration.shown, tied=fails, broken=fails))


def _units_mistaken(disclosure: Disclosure, ties: Ties, random: Random) -> Iterator[Alteration]:
    tables = [table for table in disclosure.tables if table.kind in NINE and table.unit in ("元", "万元")]
    for table in random.sample(tables, len(tables)):
        unit = misprints.unit_mistaken(table.unit or "", random) or ""
        facts = [fact for row in table.rows for fact in row.facts]
        moved = max((abs(fact.amount.yuan) for fact in facts), default=Decimal(0))
        if moved:
            altered = in_unit(disclosure, table, unit)
            outside = _outside(ties, table)
            yield _alteration("unit mistaken", table, None, facts, altered, outside, moved, unit)


def _outside(ties: Ties, table: Table) -> Ties:
    """Return the ties to other tables and to the text: within the table all sums still hold."""
    own = {place_of(fact.evidence) for row in table.rows for fact in row.facts}
    return {fact: [tie for tie in found if not tie.places <= own] for fact, found in ties.items()}


def _alteration(
    kind: str,
    table: Table,
    row: Row | None,
    facts: Sequence[Fact],
    altered: Disclosure,
    ties: Ties,
    moved: Decimal,
    text: str,
) -> Alteration:
    found = [tie for fact in facts for tie in ties.get(id(fact), ())]
    own = frozenset(place_of(fact.evidence) for fact in facts)
    shown = Shown(bool(found), any(moved > tie.allowed for tie in found), own.union(*(tie.places for tie in found)))
    old = facts[0].evidence.text if len(facts) == 1 else table.unit or ""
    label = f"{row.item} {row.label}" if row else ""
    what = f"{label} {facts[0].measure if len(facts) == 1 else ''}: {old} → {text or 'gone'}"
    about = _ROW if len(facts) > 1 else str(facts[0].measure)
    place = place_of(facts[0].evidence)
    return Alteration(kind, table.kind, what, altered, shown.places, shown, old, text, place, about)


def _in_text(original: Original, random: Random) -> Iterator[Alteration]:
    patterns = {**PATTERNS, "year": year_pattern(original.disclosure.fiscal_year)}
    # What the lines alone tell must be told again before anything is altered, or each difference would count.
    told = told_by(original.disclosure, original.lines, original.knowledge)
    for kind, pattern, misprint, count in _SPOT_MISPRINTS:
        spots = list(spots_of(original.lines, patterns[pattern]))
        yield from islice(_spots_altered(original, told, spots, kind, misprint, random), count)


def _spots_altered(
    original: Original,
    told: Disclosure,
    spots: Sequence[Spot],
    kind: str,
    misprint: misprints.Misprint,
    random: Random,
) -> Iterator[Alteration]:
    judge: Callable[[Claim, Claim, Disclosure], Shown] = _JUDGES.get(kind, shown_by_claim)
    for spot in random.sample(spots, len(spots)):
        text = misprint(spot.text, random)
        if text is None:
            continue
        altered = told_by(told, with_text(original.lines, spot, text), original.knowledge)
        before, after = changed_claims(told, altered)
        seen = _seen(told, before, after, judge)
        line = original.lines[spot.line]
        own = (line.place.page, line.place.line, line.place.cell, line.place.bbox)
        places = seen.places | {own} | {place_of(claim.evidence) for claim in (*before, *after)}
        start, end = max(0, spot.start - 12), spot.end + 8
        context = f"{line.text[start : spot.start]}[{spot.text}→{text}]{line.text[spot.end : end]}"
        about = _about(before, after)
        yield Alteration(kind, NARRATIVE, context, altered, frozenset(places), seen, spot.text, text, own, about)


def _about(before: Sequence[Claim], after: Sequence[Claim]) -> str:
    """Return what is said otherwise than before: nothing that is read, an amount of a subject, or how it moved."""
    if not before:
        return _UNREAD
    if len(before) != len(after):
        return _READ_OTHERWISE
    amounts = [one.subject for one, other in zip(before, after, strict=True) if one.amount != other.amount]
    return f"amount of {amounts[0]}" if amounts else _MOVEMENT


def _seen(told: Disclosure, before: Sequence[Claim], after: Sequence[Claim], judge: Callable[..., Shown]) -> Shown:
    """Return whether anything shows what became of the claims; one that is no longer read is tied to nothing."""
    pairs = list(zip(before, after, strict=True)) if len(before) == len(after) else []
    judged = [judge(one, other, told) for one, other in pairs]
    places = frozenset[Place]().union(*(one.places for one in judged))
    return Shown(any(one.tied for one in judged), any(one.broken for one in judged), places)


def _by_direction(before: Claim, after: Claim, disclosure: Disclosure) -> Shown:
    shown = shown_by_claim(before, after, disclosure)
    tied = shown.broken or (before.amount is not None and before.prior is not None)
    return Shown(tied, tied, shown.places)


def _by_year(_before: Claim, _after: Claim, _disclosure: Disclosure) -> Shown:
    return Shown(True, True, frozenset())


_JUDGES = {"direction turned": _by_direction, "year left over": _by_year}
