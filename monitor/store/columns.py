"""How our values are written to columns, the same way in both databases."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Dialect, Enum, Text, TypeDecorator

SURROGATES = range(0xD800, 0xE000)
SPARE = 0x10F800
"""The last 2,048 code points there are, assigned to nothing, where lone surrogates are kept."""

_TO_COLUMN = {code: SPARE + code - SURROGATES.start for code in SURROGATES} | {0: 0x2400}
_FROM_COLUMN = {SPARE + code - SURROGATES.start: code for code in SURROGATES}
# Translating looks every character up; a whole disclosure is found to need none a hundred times as fast.
_REFUSED = re.compile("[\x00\ud800-\udfff]")
_KEPT = re.compile(f"[{chr(SPARE)}-{chr(SPARE + len(SURROGATES) - 1)}]")


class AnyText(TypeDecorator[str]):
    """Text that no database refuses.

    A file name in GBK reaches Python with lone surrogates, and a PDF may print NUL; neither database takes the first,
    PostgreSQL not the second. Surrogates come back as they were, so that the file is found again; NUL comes back
    as its symbol ␀.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (SQLAlchemy's)
        """Return the text as the database takes it."""
        return value.translate(_TO_COLUMN) if value and _REFUSED.search(value) else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (SQLAlchemy's)
        """Return the text as it was."""
        return from_column(value) if value else value


def from_column(kept: str) -> str:
    """Return a text as it was before it was written to a column."""
    return kept.translate(_FROM_COLUMN) if _KEPT.search(kept) else kept


class Moment(TypeDecorator[datetime]):
    """A point in time, kept in UTC; SQLite would forget the time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the time in UTC; a time without a zone is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the time with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(words: type[StrEnum]) -> Enum:
    """Return the type of a column that holds one of the words, as text, so that a new word needs no migration."""
    return Enum(words, native_enum=False, length=32, values_callable=_values)


def _values(words: type[StrEnum]) -> Sequence[str]:
    return [word.value for word in words]
