"""Finds the parts of an Office file by their relations, as their names are the producer's choice."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.packed import opened, unpacked
from parsing.readers.office.xml import attribute, tree_of


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another."""

    kind: str
    """The last word of its type: officeDocument, worksheet, styles …"""
    part: str


@dataclass(frozen=True, slots=True)
class OfficeParts:
    """The parts of an Office file; names are compared as Windows does, without regard to case."""

    archive: ZipFile
    names: Mapping[str, str]
    """The name in the archive by the name in lower case with slashes."""
    most_bytes: int
    """Of one part."""

    def content(self, part: str) -> bytes | None:
        """Return the bytes of a part, or None where there is none.

        Raises UnreadableDocument if it is damaged or too large.
        """
        name = self.names.get(part.lower())
        if name is None:
            return None
        size = self.archive.getinfo(name).file_size
        if size > self.most_bytes:
            raise UnreadableDocument(Cause.TOO_LARGE, f"{name} has {size} bytes; at most {self.most_bytes} are read")
        return unpacked(self.archive, name)

    def relations(self, part: str = "") -> Mapping[str, Relation]:
        """Return the other parts that one speaks of, by the name it calls them; those of the file for no part."""
        folder, name = posixpath.split(part)
        content = self.content(posixpath.join(folder, "_rels", f"{name}.rels"))
        if content is None:
            return {}
        found = {}
        for relation in tree_of(content):
            identifier, kind, target = (attribute(relation, each) or "" for each in ("Id", "Type", "Target"))
            if (attribute(relation, "TargetMode") or "").lower() != "external":
                found[identifier] = Relation(kind.rpartition("/")[2], _resolved(folder, target))
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Return the name of the part of that kind."""
        return next((each.part for each in self.relations(part).values() if each.kind == kind), None)

    def related_content(self, part: str, kind: str) -> bytes | None:
        """Return the bytes of the part of that kind."""
        name = self.related(part, kind)
        return None if name is None else self.content(name)


def office_parts(content: bytes, limits: Limits) -> OfficeParts:
    """Open an Office file. Raises UnreadableDocument if it is damaged, encrypted or beyond the limits."""
    archive = opened(content, limits)
    names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
    return OfficeParts(archive, names, limits.max_markup_bytes)


def main_part(parts: OfficeParts, usual: str) -> tuple[str, bytes]:
    """Return name and content of the part that all others hang on. Raises UnreadableDocument if there is none."""
    name = parts.related("", "officeDocument") or usual
    content = parts.content(name)
    if content is None:
        name, content = usual, parts.content(usual)
    if content is None:
        raise UnreadableDocument(Cause.DAMAGED, f"the file has no part {name}")
    return name, content


def _resolved(folder: str, target: str) -> str:
    target = target.replace("\\", "/")
    joined = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(joined).lstrip("/")
