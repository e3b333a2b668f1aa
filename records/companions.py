"""Joins the files of one publication: many bodies publish the narrative (说明) and the tables (报表) as two files."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from records.disclosure import Disclosure
from records.evidence import Evidence

Value = TypeVar("Value")


def are_companions(one: Disclosure, other: Disclosure) -> bool:
    """Return whether one is the narrative and the other the tables of the same publication.

    Two files that both have a narrative, or both have tables, are versions of one another.
    """
    return (
        one.body.key == other.body.key
        and one.fiscal_year == other.fiscal_year
        and one.kind is other.kind
        and (one.scope is other.scope or None in (one.scope, other.scope))
        and one.draft == other.draft
        and ((_is_narrative(one) and _is_tables(other)) or (_is_tables(one) and _is_narrative(other)))
    )


def is_half(disclosure: Disclosure) -> bool:
    """Return whether a disclosure has only a narrative or only tables, so that there may be another file."""
    return _is_narrative(disclosure) or _is_tables(disclosure)


def joined(disclosure: Disclosure, companion: Disclosure | None) -> Disclosure:
    """Return the disclosure with what its companion says, whose evidence names the file it stands in."""
    if companion is None:
        return disclosure
    source = companion.documents[0].name if companion.documents else ""
    other = _standing_in(companion, source)
    return replace(
        disclosure,
        scope=disclosure.scope or other.scope,
        body=disclosure.body if disclosure.body.code else replace(disclosure.body, code=other.body.code),
        tables=disclosure.tables + other.tables,
        claims=disclosure.claims + other.claims,
        projects=disclosure.projects + other.projects,
        purchases=disclosure.purchases + other.purchases,
        assets=disclosure.assets + other.assets,
        sections=disclosure.sections + other.sections,
        contents=disclosure.contents + other.contents,
        documents=disclosure.documents + other.documents,
        # Of whose pages they are no check asks: what stands on a page that was not read is not missing.
        unread_pages=tuple(sorted({*disclosure.unread_pages, *other.unread_pages})),
    )


def companion_among(disclosure: Disclosure, others: Iterable[Disclosure]) -> Disclosure | None:
    """Return the companion, the last where there are several: the order is that of arrival."""
    return next((other for other in reversed(tuple(others)) if are_companions(disclosure, other)), None)


def _is_narrative(disclosure: Disclosure) -> bool:
    return bool(disclosure.sections) and not disclosure.known_tables


def _is_tables(disclosure: Disclosure) -> bool:
    return bool(disclosure.known_tables) and not disclosure.sections


def _standing_in(value: Value, source: str) -> Value:
    """Return the value with every evidence in it naming the file."""
    if isinstance(value, Evidence):
        return replace(value, document=value.document or source)
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        return type(value)(_standing_in(one, source) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _standing_in(getattr(value, field.name), source) for field in fields(value)}
        return replace(value, **changed)
    return value
