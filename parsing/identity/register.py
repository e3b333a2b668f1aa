"""The register of public bodies: under which name a body is known, whatever name a text prints."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from parsing.words.terms_file import InvalidTerms, TermsFile, read_terms
from records.body import Body, key_of

_FILE = "bodies.toml"


@dataclass(frozen=True, slots=True)
class BodyRegister:
    """What is registered of bodies beyond what their texts print."""

    names: Mapping[str, str]
    """For the key of each alias and former name the name the body has now."""
    merged: Mapping[str, tuple[str, ...]]
    """For each body the bodies that went into it."""

    def registered(self, body: Body) -> Body:
        """Return the body, known by the name it has now."""
        name = self.names.get(body.key)
        return replace(body, known_as=name) if name else body


def load_register(overlay: Path | None = None) -> BodyRegister:
    """Return the register that ships with the package, extended by the overlay folder's.

    Raises InvalidTerms where one name would stand for two bodies, or a present name is also another's former one.
    """
    terms = read_terms(_FILE, overlay)
    names: dict[str, str] = {}
    for table in ("aliases", "renamed"):
        for name, others in terms.table(table).items():
            for other in others:
                _add(names, other, name, f"{table}.{name}", terms)
    for name in names.values():
        if key_of(name) in names:
            raise InvalidTerms(terms.name, name, f"is itself registered as a name of {names[key_of(name)]}")
    return BodyRegister(MappingProxyType(names), MappingProxyType(dict(terms.table("merged"))))


def _add(names: dict[str, str], other: str, name: str, place: str, terms: TermsFile) -> None:
    if names.setdefault(key_of(other), name) != name:
        raise InvalidTerms(terms.name, place, f"{other} already stands for {names[key_of(other)]}")
