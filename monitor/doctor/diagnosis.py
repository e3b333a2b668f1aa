"""What one look at the installation came to."""

from dataclasses import dataclass
from enum import StrEnum


class Health(StrEnum):
    """How one part of the installation does."""

    OK = "ok"
    WARNING = "warning"
    """It works, and something is missing or will go wrong."""
    ERROR = "error"
    """The service, or a part of it, does not work."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line for the administrator, in Chinese."""

    part: str
    """What was looked at: the name by which programs know it."""
    title: str
    health: Health
    message: str
    remedy: str = ""
    """What to do about it."""
