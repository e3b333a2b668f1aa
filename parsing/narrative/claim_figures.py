"""Tells which figure of a sentence belongs to which subject.

A figure belongs to the nearest subject before it, and only if nothing but filling words stands between them. Where
that is in doubt the figure is left out: no statement is better than a wrong one.
"""

import re
from dataclasses import dataclass, field, replace

from parsing.narrative.claim_drafts import Base, Context, Draft, Explanation, Parts
from parsing.narrative.claim_subjects import Standing, meant, side_of
from parsing.narrative.claim_text import SentenceText
from parsing.narrative.claim_tokens import Token, fold
from parsing.narrative.claim_topics import Topic
from records.table import Measure

_LIST = re.compile(r":|,?(?:其中|包括)")
_OF_THE_YEAR = ("income-year", "expenditure-year")
"""Sums that a heading which speaks of one source narrows to it; only 一般公共预算 is also set against the whole."""
_AND = ("、", "及", "和", "与", "以及")


@dataclass(slots=True)
class FigureReader:
    """Names what a sentence speaks of and places its amounts; `drafts` and `context` hold the outcome."""

    text: SentenceText
    context: Context
    drafts: list[Draft] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    _open: Draft | None = None
    """The statement that a movement without a subject of its own belongs to."""
    _mention: Token | None = None
    """A subject that has no figure yet."""
    _named: Topic | None = None
    """The subject named first."""
    _base: Token | None = None
    """A figure compared with, whose movement has not been read yet."""
    _compared: Base | None = None
    """What was last compared with."""
    _year: int | None = None
    """The year the sentence begins with."""
    _listed: int = 0
    """How many statements there were when 其中 opened a list."""
    _joined: int = 0
    """Where among the statements the row begins that 、 joins to the last."""
    _enclosing: list[tuple[Draft | None, Token | None]] = field(default_factory=list)
    _foreign: bool = False
    """True within the list of parts of something that is none of the known subjects."""
    _subject_end: int = -1
    """Where the last phrase that names a subject ends."""
    _figure_end: int = 0
    """Where the figure read last ends."""

    # What is spoken of

    def _name_subject(self, token: Token) -> None:
        joined = self.text.text[self._subject_end : token.start] in _AND
        self._subject_end = token.end
        topic = None if joined or self._foreign else meant(token, self.text, self._standing(token))
        if topic:
            self._mention = replace(token, topic=topic)
            self._named = self._named or topic
        elif joined or not self._belongs(token):  # 会议费、培训费 share one figure, which is neither's
            self._mention = None

    def _standing(self, token: Token) -> Standing:
        topic = self.drafts[-1].topic if self.drafts else self.context.topic
        return Standing(
            before=self._clause(token),
            mention=self._mention,
            compared=self._base is not None,
            spoken_of={draft.topic.subject for draft in self.drafts},
            last=topic.subject if topic else None,
            side=self._named_side() or self.context.side,
            body=self.context.body,
            of=self.context.heading_source,
        )

    def _named_side(self) -> str | None:
        """Return the side of what is named and has no figure yet: 收入包括：一般公共预算拨款5万元."""
        topic = self._mention.topic if self._mention else None
        return side_of(topic.subject) if topic else None

    def _name_item(self, token: Token) -> None:
        if token.topic:
            above = (*self.context.above, "", "")
            names = token.topic.path
            economic = token.topic.subject.startswith("economic")
            path = names if economic else tuple(name or above[level] for level, name in enumerate(names))
            self._mention = replace(token, topic=replace(token.topic, path=path))

    def _belongs(self, token: Token) -> bool:
        """Whether nothing but filling words stands between the subject named last and a token."""
        return self._mention is not None and self.text.fills(self._mention.end, token.start)

    def _stands_alone(self, mention: Token) -> bool:
        rest = self.text.text[mention.end :].rstrip("。:;,")
        return not self._clause(mention) and self.text.lexer.is_filler(rest)

    def _clause(self, token: Token) -> str:
        return self.text.clause(token.start, self._figure_end)

    # Figures

    def _is_ours(self, clause: str) -> bool:
        """Whether a clause only says that it is the budget of the body itself."""
        body = fold(self.context.body)
        rest = clause.replace(body, "", 1)
        return rest != clause and self.text.lexer.is_filler(rest) and self.text.phrases.stage_in(rest) is not None

    def _state(self, topic: Topic, token: Token, gap: str) -> None:
        """Take down the figure of a subject: this year's, or an earlier year's that it is compared with."""
        year, stage = self._year_of(topic, token), self.text.phrases.stage_in(gap)
        here = self._open if self._open and self._open.topic.same_as(topic) else None
        compared = self._base if here and here.amount and stage is not here.stage else None
        if compared:  # 决算数5万元，比2023年“三公”经费年初预算6万元减少1万元
            year = compared.year or self.context.fiscal_year - 1
        if year is not None and stage and (year < self.context.fiscal_year or compared):
            draft = here or self._start(topic, self.context.fiscal_year, token)
            draft.prior, draft.base_year, draft.base = token.figure, year, stage
        elif here and here.amount is None and here in self.drafts:
            here.amount, here.stage = token.figure, stage or self.context.stage
        else:
            draft = self._start(topic, year, token)
            balance = topic.subject in self.text.phrases.rules.balances
            draft.stage, draft.amount = None if balance else stage or self.context.stage, token.figure
        self._mention = None

    def _state_unknown(self, token: Token, clause: str) -> None:
        """Take down the figure of something that is none of the known subjects; it is kept only if it moves."""
        name = "" if self._foreign else self.text.name_in(clause, self.context.body)
        year, stage = self._year_at(token), self.text.phrases.stage_in(clause) or self.context.stage
        self._open = self._mention = self._base = None
        if name:
            topic = Topic("other", name)
            source = self._source_of(topic, token)
            self._append(Draft(topic, [self.text.sentence], year, source, stage, token.figure))
        self._foreign = self._foreign or _LIST.match(self.text.text, token.end) is not None

    def _start(self, topic: Topic, year: int | None, token: Token) -> Draft:
        """Open a statement; `token` is its first figure."""
        named = () if self._mention else self.context.named
        draft = Draft(topic, [*named, self.text.sentence], year, self._source_of(topic, token))
        self._append(draft)
        self._mention = self._base = None
        self.context = replace(self.context, topic=topic, side=side_of(topic.subject) or self.context.side)
        return draft

    def _append(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._open = draft
        if not self.text.text.startswith("、", self._figure_end):
            self._joined = len(self.drafts) - 1

    # Whose money, and of what year

    def _source_of(self, topic: Topic, token: Token) -> Measure | None:
        """Return out of whose money a figure is: as printed with it, or of the whole whose part it is."""
        sources = self.text.phrases.sources
        parts = self.context.parts
        related = parts.family is not None and sources.families.get(topic.subject) == parts.family
        if topic.subject in sources.own:
            return None
        if topic.subject in sources.wholes:
            of_the_year = topic.subject in _OF_THE_YEAR and self.context.heading_source is not Measure.GENERAL
            return (parts.source if related and self._listed else None) or (
                self.context.heading_source if of_the_year else None
            )
        begin = self.text.clause_begin((self._mention or token).start, self._figure_end)
        printed = sources.named_in(topic.name) or sources.named_in(self.text.text[begin : token.start])
        return printed or (parts.source if related else None) or self.context.heading_source

    def _parts_of(self, draft: Draft) -> Parts:
        subject, sources = draft.topic.subject, self.text.phrases.sources
        return Parts(sources.own.get(subject, draft.source), sources.families.get(subject))

    def _open_list(self) -> None:
        """Take what follows as parts of what was stated last."""
        self._listed = len(self.drafts)
        if self.drafts:
            self.context = replace(self.context, parts=self._parts_of(self.drafts[-1]))
        self._open = self._mention = None

    def _year_of(self, topic: Topic, token: Token) -> int | None:
        if topic.subject not in self.text.phrases.rules.balances:
            return self._year_at(token)
        return self.text.year_of_balance(token.start, self.context.fiscal_year)

    def _year_at(self, token: Token) -> int:
        """Return the year of a figure: printed in its clause, or where the sentence begins."""
        subject = self._mention or token
        begin = self.text.clause_begin(subject.start, self._figure_end)
        return self.text.year_in(begin, token.start) or self._year or self.context.fiscal_year
