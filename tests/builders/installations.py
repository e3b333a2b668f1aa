"""Writes the configuration of an installation whose every wait is short."""

from pathlib import Path

QUICK = """
[watch]
roots = ["var/inbox"]
interval_seconds = 0.1
stable_for_seconds = 0.2

[reader]
retry_seconds = 0.1

[digest]
quiet_seconds = 0.3
{digest}

[mail]
retry_seconds = 0.2
{mail}
"""


def configure(folder: Path, *, digest: str = "", mail: str = "") -> Path:
    """Write a quick configuration into FOLDER/config, with the given lines added; return that folder."""
    config = folder / "config"
    config.mkdir(exist_ok=True)
    (config / "monitor.toml").write_text(QUICK.format(digest=digest, mail=mail), encoding="utf-8")
    return config
