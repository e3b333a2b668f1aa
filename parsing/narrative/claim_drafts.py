"""Statements about money while they are put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from parsing.narrative.claim_tokens import Figure
from parsing.narrative.claim_topics import Topic
from parsing.narrative.sentences import Sentence
from records.claim import Direction, Stage
from records.table import Measure


@dataclass(slots=True)
class Draft:
    """A statement so far; what the text does not say is None."""

    topic: Topic
    sentences: list[Sentence]
    year: int | None = None
    source: Measure | None = None
    stage: Stage | None = None
    amount: Figure | None = None
    prior: Figure | None = None
    change: Figure | None = None
    percent: Figure | None = None
    direction: Direction | None = None
    base_year: int | None = None
    base: Stage | None = None
    share: Figure | None = None
    share_of: str | None = None
    completion: Figure | None = None
    completed: Stage | None = None
    """Which budget the completion is measured against."""
    reason: str | None = None

    @property
    def moves(self) -> bool:
        """Whether it says that the figure moved, or that it did not."""
        return self.direction is not None

    @property
    def against_budget(self) -> bool:
        """Whether all it says of a movement is how the final figure stands to the budget of its own year."""
        return self.moves and self.base_year is None and self.change is None and self.percent is None

    @property
    def said_direction(self) -> Direction | None:
        """Which way the figure moved; 增加0.00万元 says that it did not."""
        unmoved = self.change is not None and not self.change.value and not (self.percent and self.percent.value)
        return Direction.FLAT if unmoved else self.direction

    def goes_on_with(self, earlier: "Draft", *, restating: bool) -> bool:
        """Whether it only says more of an earlier statement that had said nothing of a movement.

        Restating, it may print the amount again.
        """
        return not earlier.moves and (self.amount is None or (restating and self._has_amount_of(earlier)))

    def follows(self, earlier: "Draft") -> bool:
        """Whether it is about what an earlier statement was about."""
        same = self.topic.same_as(earlier.topic) and self.year == earlier.year
        return same and self.source in (earlier.source, None)

    def again(self, sentence: Sentence) -> "Draft":
        """Return a statement of the same figure, for another movement of it."""
        again = Draft(self.topic, list(self.sentences), self.year, self.source, self.stage, self.amount)
        again.quote(sentence)
        return again

    def _has_amount_of(self, other: "Draft") -> bool:
        return other.amount is None or (self.stage is other.stage and self.amount == other.amount)

    def quote(self, sentence: Sentence) -> None:
        """Add a sentence that the statement is taken from."""
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    def take(self, later: "Draft") -> None:
        """Fill what is not said here with what a later statement says."""
        missing = [one.name for one in fields(self) if getattr(self, one.name) is None]
        added = [name for name in missing if getattr(later, name) is not None]
        for name in added:
            setattr(self, name, getattr(later, name))
        for sentence in later.sentences if added else ():
            self.quote(sentence)


class Base(NamedTuple):
    """What a figure is compared with."""

    year: int
    stage: Stage | None


class Parts(NamedTuple):
    """Out of whose money the parts of a whole are, and of which family of subjects."""

    source: Measure | None = None
    family: str | None = None


_NONE_KNOWN = Parts()


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentences before have settled."""

    fiscal_year: int
    body: str
    stage: Stage | None
    """Of which stage a figure is that does not say so."""
    topic: Topic | None = None
    """What was last spoken of: a figure of a stage (年初预算为, 2024年预算安排) without a subject belongs to it."""
    named: tuple[Sentence, ...] = ()
    """The sentence that only names the topic."""
    above: tuple[str, ...] = ()
    """The class, and section, named alone above a list of items."""
    last: Draft | None = None
    """The only statement of the sentence before: a movement without a subject belongs to it."""
    said: tuple[Draft, ...] = ()
    """The statements of the last sentence that made any."""
    side: str | None = None
    """income or expenditure, whichever the text speaks of."""
    parts: Parts = _NONE_KNOWN
    """What is known of the parts that are listed now."""
    heading_source: Measure | None = None
    """Out of whose money everything is that the heading is about."""
    compared: Base | None = None
    """What the list is compared with: 比上年减少5万元，其中：."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reason that is given apart from the figures it explains."""

    topic: Topic
    reason: str


def whole_of_list(drafts: Sequence[Draft], listed: int, joined: int) -> Draft | None:
    """Return what a movement behind the last figure belongs to, or None where that is in doubt.

    In 其中：甲5万元、乙3万元，较上年增加1万元 it is the whole's. Behind parts that commas separate it may be the last
    part's or the whole's. `listed` is where the parts behind 其中 begin, `joined` where the row that 、 joins begins.
    """
    last = len(drafts) - 1
    if drafts[last].moves:
        return drafts[last]
    if joined < last:
        return drafts[joined - 1] if joined else None
    if 0 < listed < last and not drafts[last - 1].moves:
        return None
    return drafts[last]


def merged(drafts: Iterable[Draft], *, restating: bool) -> list[Draft]:
    """Return the statements, each with what later ones only add to it.

    Within a paragraph an amount is often restated before its movement is told; further on only a statement without
    an amount goes on with an earlier one.
    """
    kept: list[Draft] = []
    for draft in drafts:
        before = [one for one in reversed(kept) if draft.follows(one)]
        earlier = next((one for one in before if draft.goes_on_with(one, restating=restating)), None)
        if before and before[0].against_budget and draft.amount is None and draft.base_year:
            kept.append(_another_movement(before[0], draft))
        elif earlier:
            earlier.take(draft)
        else:
            kept.append(draft)
    return kept


def _another_movement(earlier: Draft, draft: Draft) -> Draft:
    """Return how the final figure, which was held against its budget before, stands to another year."""
    again = earlier.again(draft.sentences[0])
    again.take(draft)
    return again


def explain(drafts: Sequence[Draft], subjects: Iterable[str], reason: str) -> None:
    """Give the reason to every movement of the subjects that has none."""
    for draft in drafts:
        if draft.topic.subject in subjects and draft.moves and draft.reason is None:
            draft.reason = reason
