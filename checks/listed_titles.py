"""Seeks the entries of a list of contents in the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checks.likeness import likeness
from checks.titles import Body, Title, body_of, essence_of, numbering_of, sentences_of
from records.disclosure import ContentsEntry, Disclosure
from records.evidence import Evidence
from records.table import TableKind

_OVER_TABLES = re.compile(r"(?:预算|决算|公开|收支|表格|文字)*(?:报表|表|部分|附件|附表)")
"""The essence of a heading that only stands over tables or parts."""
_SHORTEST, _SHORTEST_ENDING = 2, 4
"""How many characters a title must have to be sought, and to be the end of a longer one."""
_RENAMED_LEAST = 0.5
_STEM = re.compile(r"(?:预算|支出|收支|明细|总)*表$")
_NOT_HERE = re.compile(r"没有|无|未|不涉及|另行|单独|附件")


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the list, with what it says."""

    entry: ContentsEntry
    essence: str
    above_others: bool
    """Whether entries of a lower level stand below it."""

    @property
    def is_sought(self) -> bool:
        """Whether it must be in the body: what only stands over others may be a page of its own, or left out."""
        bare = len(self.essence) < _SHORTEST or _OVER_TABLES.fullmatch(self.essence) is not None
        return not (self.above_others or bare)


@dataclass(frozen=True, slots=True)
class Search:
    """A list of contents, and the body its entries are sought in."""

    disclosure: Disclosure
    listed: tuple[Listed, ...]
    body: Body
    fuzzy: float
    """How alike titles must be to be the same."""

    def is_said(self, one: Listed) -> bool:
        """Return whether an entry's words stand anywhere in the body; those in front may be its short name."""
        if one.essence in self.body.essences or one.essence in "".join(sentences_of(self.disclosure)):
            return True
        if self.is_title(one):
            return True
        endings = (title.essence for title in self.body.titles if len(title.essence) >= _SHORTEST_ENDING)
        return any(one.essence.endswith(ending) for ending in endings)

    def is_title(self, one: Listed) -> bool:
        """Return whether an entry is a heading or a caption; what is another entry word for word is not this one."""
        if one.essence in self.body.essences:
            return True
        others = {other.essence for other in self.listed if other is not one}
        titles = (title.essence for title in self.body.titles if title.essence not in others)
        return any(likeness(one.essence, title, self.fuzzy) >= self.fuzzy for title in titles)

    def named_otherwise(self, one: Listed) -> Title | None:
        """Return the title of the body that has the entry's number and at least half of its words."""
        number = numbering_of(one.entry.evidence.text)
        best, most = None, 0.0
        for title in self.body.titles:
            if number and numbering_of(title.printed) == number:
                common = likeness(one.essence, title.essence, _RENAMED_LEAST)
                best, most = (title, common) if common >= max(most, _RENAMED_LEAST) else (best, most)
        return best

    def is_printed(self, one: Listed) -> bool:
        """Return whether the table an entry names is there, by its kind or by its caption."""
        kind = one.entry.table
        return (kind is not TableKind.OTHER and kind in printed_kinds(self.disclosure)) or self.is_title(one)

    def is_explained(self, one: Listed) -> bool:
        """Return whether a sentence says that there is nothing the table could show, or that it stands elsewhere."""
        stem = _STEM.sub("", one.essence)
        return any(stem in sentence and _NOT_HERE.search(sentence) for sentence in sentences_of(self.disclosure))

    def place_of(self, one: Listed) -> Evidence | None:
        """Return where an entry stands, if it stands on one page only."""
        kind = one.entry.table
        if kind and kind is not TableKind.OTHER:
            places = [table.evidence for table in self.disclosure.of_kind(kind)]
        else:
            number = numbering_of(one.entry.evidence.text)
            same = (title for title in self.body.titles if title.essence == one.essence)
            places = [title.evidence for title in same if numbering_of(title.printed) == number]
        pages = {(place.document, place.page) for place in places}
        return places[0] if len(pages) == 1 and places[0].document == one.entry.evidence.document else None


def search_of(disclosure: Disclosure, fuzzy: float) -> Search:
    """Return what is listed, and what it is sought in."""
    return Search(disclosure, tuple(_listed(disclosure)), body_of(disclosure), fuzzy)


def _listed(disclosure: Disclosure) -> Sequence[Listed]:
    contents = disclosure.contents
    levels_after = [*(entry.level for entry in contents[1:]), 0]
    return [
        Listed(entry, essence_of(entry.title, disclosure), after > entry.level)
        for entry, after in zip(contents, levels_after, strict=False)
    ]


def printed_kinds(disclosure: Disclosure) -> frozenset[TableKind]:
    """Return what is printed as a table, also where it was taken apart into what it says."""
    apart = {
        TableKind.PROJECT_PERFORMANCE: disclosure.projects,
        TableKind.OVERALL_PERFORMANCE: disclosure.overall,
        TableKind.EVALUATION: disclosure.evaluations,
        TableKind.PROCUREMENT: disclosure.purchases,
        TableKind.ASSETS: disclosure.assets,
    }
    return frozenset((*(table.kind for table in disclosure.tables), *(kind for kind, parts in apart.items() if parts)))
