"""Loads what is known of how a disclosure says whose it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from parsing.words.terms_file import read_terms
from records.body import Scope
from records.disclosure import Kind

_FILE = "identity.toml"


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """The words that name bodies, years and kinds; looked up in folded text."""

    endings: tuple[str, ...]
    """What the name of a body ends with."""
    labels: tuple[str, ...]
    announced: tuple[str, ...]
    prepared: str
    national: tuple[str, ...]
    """What the names of central bodies begin with."""
    marks: Mapping[Scope, tuple[str, ...]]
    """What stands behind a body's name and tells its scope."""
    scopes: Mapping[Scope, tuple[str, ...]]
    """What a title says that tells the scope."""
    kinds: Mapping[Kind, tuple[str, ...]]
    """What a title says that tells the kind, in the order in which it is asked."""
    draft: tuple[str, ...]
    blank: tuple[str, ...]
    year_labels: tuple[str, ...]
    closing_labels: tuple[str, ...]
    code_labels: tuple[str, ...]
    contents: tuple[str, ...]
    levels: Mapping[str, tuple[str, ...]]
    provinces: Mapping[str, tuple[str, ...]]
    """The cities of each province."""


def load_identity_words(overlay: Path | None = None) -> IdentityWords:
    """Return the words that ship with the package, extended by the overlay folder's.

    Raises InvalidTerms naming file and key.
    """
    terms = read_terms(_FILE, overlay)
    return IdentityWords(
        endings=terms.words("body", "endings"),
        labels=terms.words("body", "labels"),
        announced=terms.words("body", "announced"),
        prepared=terms.word("body", "prepared"),
        national=terms.words("body", "national"),
        marks={scope: terms.words("body", scope) for scope in Scope},
        scopes=terms.table_of("scope", Scope),
        kinds=terms.table_of("kinds", Kind),
        draft=terms.words("titles", "draft"),
        blank=terms.words("titles", "blank"),
        year_labels=terms.words("titles", "year-labels"),
        closing_labels=terms.words("titles", "closing-labels"),
        code_labels=terms.words("titles", "code-labels"),
        contents=terms.words("titles", "contents"),
        levels=terms.table("levels"),
        provinces=terms.table("provinces"),
    )
