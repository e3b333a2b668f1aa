"""Writes whole records as JSON text and reads them back unchanged, decimals digit by digit."""

import json
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from records.disclosure import Disclosure
from records.finding import Finding
from records.headline import Headline

T = TypeVar("T")


@cache
def disclosures() -> TypeAdapter[Disclosure]:
    """Return what encodes disclosures; it is costly to make, so it is made once."""
    return TypeAdapter(Disclosure)


@cache
def findings() -> TypeAdapter[Finding]:
    """Return what encodes findings."""
    return TypeAdapter(Finding)


@cache
def headlines() -> TypeAdapter[Headline]:
    """Return what encodes headlines."""
    return TypeAdapter(Headline)


def encode(records: TypeAdapter[T], value: T) -> str:
    """Return a record as JSON."""
    try:
        return records.dump_json(value).decode()
    except PydanticSerializationError:  # a lone surrogate; by way of plain values it takes six times as long
        return json.dumps(records.dump_python(value, mode="json"), ensure_ascii=False)


def decode(records: TypeAdapter[T], text: str) -> T:
    """Return the record that was encoded."""
    try:
        return records.validate_json(text)
    except ValidationError:  # lone surrogates again
        return records.validate_python(json.loads(text))
