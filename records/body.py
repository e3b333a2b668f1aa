"""Who publishes: a public body, and for whom it speaks."""

from dataclasses import dataclass
from enum import StrEnum

from records.width import normal_width


class Scope(StrEnum):
    """Whether a disclosure covers a department with its units, or one unit alone."""

    DEPARTMENT = "department"
    """部门汇总."""
    UNIT = "unit"
    """单位本级."""


@dataclass(frozen=True, slots=True)
class Body:
    """A public body (公开主体)."""

    name: str
    code: str | None = None
    """The code the finance bureau gives it; codes repeat between regions."""
    region: str | None = None
    level: str | None = None
    known_as: str | None = None
    """The name it has now, where the text prints another and the register of bodies tells."""

    @property
    def key(self) -> str:
        """What two disclosures of one body share: its name with spaces and width variants folded."""
        return key_of(self.known_as or self.name)


def key_of(name: str) -> str:
    """Return the name of a body with spaces and width variants folded."""
    return "".join(normal_width(name).split())
