"""Names the versions a reading and a check run were made with, so that a change that we caused is known as ours."""

import hashlib
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from checks.settings import CheckSettings
from monitor.store.findings import Versions
from parsing.readers.ocr.picture import pictures_are_readable

_SOURCES = (".py", ".toml", ".jinja")


def reader_version(knowledge: Path | None = None) -> str:
    """Return what the reading depends on: code, knowledge, also the administrator's, and whether pictures are read."""
    added = _digest_of(sorted(knowledge.glob("*.toml"))) if knowledge else ""
    return _hash_of("parsing", "records") + added + ("+ocr" if pictures_are_readable() else "")


def check_versions(settings: Iterable[CheckSettings]) -> Versions:
    """Return what the checks depend on: their settings, and their code and dictionaries."""
    lines = [
        f"{one.check.code} {one.mode} {sorted(one.severities.items())} {one.options.model_dump_json()}"
        for one in settings
    ]
    config = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]
    return Versions(config=config, checks=_hash_of("checks", "records"))


def _hash_of(*packages: str) -> str:
    return _digest_of(source for package in packages for source in _sources(files(package)))


def _digest_of(sources: Iterable[Traversable]) -> str:
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.name.encode())
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            found.extend(_sources(entry))
        elif entry.name.endswith(_SOURCES):
            found.append(entry)
    return found
