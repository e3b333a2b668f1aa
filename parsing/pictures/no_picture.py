"""Why there is no picture of a place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoPicture:
    """Why there is none."""

    reason: str
    chinese: str
    """The reason for oversight staff."""
