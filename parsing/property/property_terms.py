"""What is known of how procurement and asset tables are printed."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from parsing.words.terms_file import read_terms
from parsing.words.wrapping import folded, label_key
from records.table import Measure

_FILE = "property.toml"


class PurchaseColumn(StrEnum):
    """What a column of a procurement table holds, beside those by source of money."""

    BODY = "body"
    PROJECT = "project"
    PROJECT_BUDGET = "project_budget"
    NAME = "name"
    CATALOGUE_CODE = "catalogue_code"
    UNIT = "unit"
    QUANTITY = "quantity"
    UNIT_PRICE = "unit_price"
    AMOUNT = "amount"
    RESERVED = "reserved"


class AssetColumn(StrEnum):
    """What a column of an asset table holds."""

    LABEL = "label"
    QUANTITY = "quantity"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class PurchaseTerms:
    """How procurement tables are printed."""

    columns: Mapping[str, PurchaseColumn]
    reserved_marks: tuple[str, ...]
    sources: Mapping[str, Measure]
    totals: frozenset[str]
    subtotal_endings: tuple[str, ...]

    def column(self, heading: str) -> PurchaseColumn | Measure | None:
        """Return what a column holds, told by the lowest level of its heading."""
        lowest = label_key(heading.rsplit("/", 1)[-1])
        if any(mark in lowest for mark in self.reserved_marks):
            return PurchaseColumn.RESERVED
        return self.columns.get(lowest) or self.sources.get(lowest)

    def is_slipped(self, heading: str) -> bool:
        """Return whether a heading is that of a source of money under that of the reserved share.

        No table prints it so: a conversion set the levels of the headings off against each other by one column.
        """
        upper, _, lowest = heading.rpartition("/")
        return label_key(lowest) in self.sources and any(mark in upper for mark in self.reserved_marks)


@dataclass(frozen=True, slots=True)
class AssetTerms:
    """How asset tables are printed."""

    columns: Mapping[str, AssetColumn]
    items: Mapping[str, str]
    """The item for each part of a label, in the order in which they are tried."""
    closing: tuple[str, ...]
    unit_names: Mapping[str, str]

    def column(self, heading: str) -> AssetColumn | None:
        """Return what a column holds, told by the lowest level of its heading."""
        return self.columns.get(label_key(heading.rsplit("/", 1)[-1]))

    def item(self, label: str) -> str | None:
        """Return the item that a label names, if we know it."""
        bare = label_key(label)
        return next((item for part, item in self.items.items() if part in bare), None)


def load_purchase_terms(overlay: Path | None = None) -> PurchaseTerms:
    """Return how procurement tables are printed. Raises InvalidTerms naming file and key."""
    file = read_terms(_FILE, overlay)
    columns = file.table_of("purchase_columns", PurchaseColumn)
    sources = file.table_of("purchase_sources", Measure)
    return PurchaseTerms(
        columns={label_key(word): column for column, words in columns.items() for word in words},
        reserved_marks=file.words("purchase_marks", "reserved"),
        sources={label_key(word): measure for measure, words in sources.items() for word in words},
        totals=frozenset(file.words("purchase_rows", "total")),
        subtotal_endings=file.words("purchase_rows", "subtotal"),
    )


def load_asset_terms(overlay: Path | None = None) -> AssetTerms:
    """Return how asset tables are printed. Raises InvalidTerms naming file and key."""
    file = read_terms(_FILE, overlay)
    columns = file.table_of("asset_columns", AssetColumn)
    return AssetTerms(
        columns={label_key(word): column for column, words in columns.items() for word in words},
        items={word: item for item, words in file.table("asset_items").items() for word in words},
        closing=file.words("assets", "closing"),
        unit_names={folded(word): unit for unit, words in file.table("asset_units").items() for word in words},
    )
