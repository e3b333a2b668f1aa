"""Who publishes: a public body, and for whom it speaks."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


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

    @property
    def key(self) -> str:
        """The name with spaces and width variants folded, by which two disclosures are known to be of one body."""
        return "".join(unicodedata.normalize("NFKC", self.name).split())
