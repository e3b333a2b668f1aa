"""Keeps what the last measurements found, for the README to quote."""

import json
import platform
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("results.json")


def results() -> dict[str, Any]:
    """Return every section as last recorded."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return found


def record(section: str, figures: Mapping[str, object]) -> None:
    """Print the figures of one section and put them in the place of its last ones."""
    kept = results()
    kept["python"] = platform.python_version()
    kept[section] = dict(figures)
    FILE.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{section}:")
    for name, figure in figures.items():
        print(f"  {name}: {figure}")
