"""The projects that a disclosure names, in each of the places where it lists them, and which of them are the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.likeness import likeness
from checks.project_words import ProjectWords
from checks.running_text import folded
from records.disclosure import Disclosure
from records.evidence import Evidence
from records.property import PurchaseRow

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PREFIX = re.compile(r"^(?:\d+[.、]|20\d\d年(?:度)?|提前下达)+")
_OPEN_ENDED = re.compile(r"等(?:项目|支出|经费)?(?:方面)?$")
_FEWEST = 3
"""Fewer names behind 项目支出 are no list of projects."""
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class ProjectList:
    """The projects that one place names."""

    place: str
    """In Chinese: 文字, 绩效目标表, 政府采购表."""
    names: tuple[str, ...]
    evidence: Evidence
    complete: bool = True
    """False where the list says that it goes on: 等."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """When two names are one project's."""

    words: ProjectWords
    ratio: float

    def same(self, one: str, other: str) -> bool:
        """Whether one name is the other's short form, or they differ in few letters."""
        return self._alike(self._bare(one), self._bare(other))

    def missing(self, source: ProjectList, target: ProjectList) -> list[str]:
        """Return the names of one list that the other has nothing like."""
        known = [self._bare(name) for name in target.names]
        wanted = {name: self._bare(name) for name in source.names}
        return [name for name, bare in wanted.items() if not any(self._alike(bare, other) for other in known)]

    def _alike(self, first: str, second: str) -> bool:
        if not first or not second:
            return False
        return first in second or second in first or likeness(first, second, self.ratio) >= self.ratio

    def _bare(self, name: str) -> str:
        """Return what is left of a name without year, brackets and the words that all projects have."""
        bare = _PREFIX.sub("", _IN_BRACKETS.sub("", folded(name)))
        return re.sub(rf"(?:{'|'.join(self.words.endings)})+$", "", bare)


def performance_projects(disclosure: Disclosure) -> ProjectList | None:
    """Return the projects that have a performance table."""
    names = dict.fromkeys(project.name for project in disclosure.projects if project.name)
    return ProjectList("绩效目标表", tuple(names), disclosure.projects[0].evidence) if names else None


def purchase_projects(disclosure: Disclosure, words: ProjectWords) -> ProjectList | None:
    """Return the projects that the procurement table buys for."""
    rows = [row for row in disclosure.purchases if row.row is PurchaseRow.ITEM and row.project]
    rows = [row for row in rows if not any(word in row.project for word in words.no_project)]
    return (
        ProjectList("政府采购表", tuple(dict.fromkeys(row.project for row in rows)), rows[0].evidence) if rows else None
    )


def narrated_projects(disclosure: Disclosure, words: ProjectWords) -> Iterator[ProjectList]:
    """Yield the lists of names that the narrative gives for the project expenditure."""
    for claim in disclosure.claims_about("project"):
        _, _, after = folded(claim.evidence.text).partition(folded(claim.name))
        opening = re.search(rf"(?:{'|'.join(words.openings)}):?", after)
        if opening:
            said = re.split(r"[。;,]", _IN_BRACKETS.sub("", after[opening.end() :]), maxsplit=1)[0]
            names = tuple(name for name in _OPEN_ENDED.sub("", said).split("、") if 1 < len(name) <= _LONGEST_NAME)
            if len(names) >= _FEWEST:
                yield ProjectList("文字", names, claim.evidence, complete=_OPEN_ENDED.search(said) is None)
