"""Finds in folded text the names of public bodies where a disclosure names its own."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from parsing.identity.identity_words import IdentityWords
from parsing.identity.regions import level_of, region_of
from parsing.identity.signals import Signals
from records.body import Body, Scope

TITLE = r"(?:20\d\d年度?)?(?:区级|市级|省级|县级|本级)?(?:部门|单位)?(?:综合|整体)?(?:收支)?(?:预算|决算)"
"""What follows a body's name in a title."""
_MOST_VOTES = 5
"""How often one kind of place may vote for a name: a line printed on every page counts no more."""
_UNIT_CODE_DIGITS = 6


class Weight(IntEnum):
    """How much a place that names a body counts."""

    COVER = 12
    LABEL_ON_COVER = 12
    PREPARED = 8
    """XX局编制."""
    ANNOUNCED = 6
    """现将XX局2023年部门预算公开如下."""
    LABEL = 2
    PREAMBLE = 2
    """315 XX局, above a table."""
    TITLE = 1


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names a body."""

    weight: Weight
    name: str
    mark: Scope | None = None
    """What is printed behind the name: 本级, 汇总."""
    code: str | None = None


def body_of(signals: Signals, words: IdentityWords) -> tuple[Body | None, Scope | None]:
    """Return the body that is named most, and the scope that is printed behind its name."""
    namings = list(_namings(signals, words))
    counts = Counter((naming.weight, naming.name) for naming in namings)
    votes: Counter[str] = Counter()
    for (weight, name), count in counts.items():
        votes[name] += weight * min(count, _MOST_VOTES)
    if not votes:
        return None, None
    name = votes.most_common(1)[0][0]
    own = [naming for naming in namings if naming.name == name]
    codes = Counter(naming.code for naming in own if naming.code)
    marks = Counter(naming.mark for naming in own if naming.mark and naming.weight >= Weight.PREPARED)
    body = Body(
        name,
        code=codes.most_common(1)[0][0] if codes else None,
        region=region_of(name, words.provinces),
        level=level_of(name, signals.title, words),
    )
    return body, marks.most_common(1)[0][0] if marks else None


def _namings(signals: Signals, words: IdentityWords) -> Iterator[Naming]:
    name = _name_pattern(words)
    labels = "|".join(words.labels)
    # Body, year and unit of a table stand on one line where the page is wide enough: 315XX局预算年度:2023单位:万元,
    # 编制单位:XX局2023年度单位:万元.
    ends = rf"(?:$|20\d\d年|(?:{'|'.join((*words.labels, *words.year_labels))}|金额单位):)"
    labelled = re.compile(rf"^(?:{labels}):(?P<name>{name}){ends}")
    prepared = re.compile(rf"^(?P<name>{name}){words.prepared}$")
    titled = re.compile(rf"(?:^|20\d\d年度?|[^\u4e00-\u9fff])(?:关于)?(?P<name>{name}){TITLE}")
    announced = re.compile(rf"(?:{'|'.join(words.announced)})(?P<name>{name}){TITLE}")
    preamble = re.compile(rf"^(?P<code>\d{{3}}(?:\d{{3}})?)(?P<name>{name}){ends}")
    cover = set(signals.cover)
    if found := titled.search(signals.title):
        yield _naming(Weight.COVER, found, words)
    for line in signals.lines:
        if found := labelled.match(line):
            yield _naming(Weight.LABEL_ON_COVER if line in cover else Weight.LABEL, found, words)
        elif found := prepared.match(line):
            yield _naming(Weight.PREPARED, found, words)
        elif found := preamble.match(line):
            yield _naming(Weight.PREAMBLE, found, words)
        elif found := announced.search(line):
            yield _naming(Weight.ANNOUNCED, found, words)
        elif found := titled.match(line):
            yield _naming(Weight.TITLE, found, words)


def _name_pattern(words: IdentityWords) -> str:
    marks = "|".join(mark for all_marks in words.marks.values() for mark in all_marks)
    endings = "|".join(sorted(words.endings, key=len, reverse=True))
    return rf"(?!关于)[\u4e00-\u9fff()、]{{2,40}}(?:{endings})(?:\((?:{marks})\)|本级)?"


def _naming(weight: Weight, found: re.Match[str], words: IdentityWords) -> Naming:
    name, code = found["name"], found.groupdict().get("code")
    for scope, marks in words.marks.items():
        for mark in sorted(marks, key=len, reverse=True):
            bare = name.removesuffix(f"({mark})")
            bare = bare.removesuffix(mark) if mark == "本级" else bare
            if bare != name:
                # 315001 is the code of the body alone; with its units it is 315.
                alone = scope is Scope.UNIT and code is not None and len(code) == _UNIT_CODE_DIGITS
                return Naming(weight, bare, scope, code[:3] if code and alone else code)
    return Naming(weight, name, None, code)
