"""Reads one sentence into statements: which figure belongs to which subject, and what moved against what.

A figure belongs to the nearest subject before it, and only if nothing but filling words stands between them. Where
that is in doubt the figure is left out: no statement is better than a wrong one.
"""

import re
from dataclasses import dataclass, field, replace

from parsing.narrative.claim_drafts import Context, Draft, Explanation, whole_of_list
from parsing.narrative.claim_subjects import Standing, meant, side_of
from parsing.narrative.claim_text import SentenceText
from parsing.narrative.claim_tokens import PERCENT, Mark, Token, Topic
from records.claim import Direction

_LIST = re.compile(r":|,?(?:其中|包括)")
_AND = ("、", "及", "和", "与", "以及")


@dataclass(slots=True)
class SentenceReader:
    """Reads the tokens of one sentence in order; `drafts`, `explanations` and `context` hold the outcome."""

    text: SentenceText
    context: Context
    drafts: list[Draft] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    _open: Draft | None = None
    """The statement that a movement without a subject of its own belongs to."""
    _mention: Token | None = None
    """A subject that has no figure yet."""
    _base: Token | None = None
    """A figure compared with, whose movement has not been read yet."""
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

    def read(self) -> None:
        """Read the sentence."""
        for token in self.text.tokens():
            self._take(token)
            self._figure_end = token.end if token.figure else self._figure_end
        self.drafts = [draft for draft in self.drafts if draft.moves or draft.topic.subject != "other"]
        self.context = self._context_after()

    def _context_after(self) -> Context:
        sentence, before, mention = self.text.sentence, self.context.last, self._mention
        if self.drafts:
            last = self.drafts[-1]
            alone = all(draft.topic.same_as(last.topic) for draft in self.drafts)
            return replace(self.context, topic=last.topic, named=(), last=last if alone else None)
        if mention and mention.topic and self._stands_alone(mention):
            topic = mention.topic
            return replace(self.context, topic=topic, named=(sentence,), above=topic.path, last=None)
        goes_on = before is not None and sentence in before.sentences
        return self.context if goes_on else replace(self.context, last=None)

    def _take(self, token: Token) -> None:
        match token.mark:
            case Mark.SUBJECT:
                self._name_subject(token)
            case Mark.PATH | Mark.CODED:
                self._name_item(token)
            case Mark.AMOUNT:
                self._place_amount(token)
            case Mark.YEAR:
                self._year = self._year if self.drafts else token.year
            case Mark.BASE:
                self._base = token
            case Mark.MOVE:
                self._move(token)
            case Mark.FLAT:
                self._stay(token)
            case Mark.COMPARED:
                self._compare_with_budget(token)
            case Mark.COMPLETION:
                self._complete(token)
            case Mark.REASON:
                self._explain(token)
            case Mark.EITHER:
                self._explain_or_use(token)
            case Mark.USE:
                self._mention = None
            case Mark.EXCLUDED:
                self._open = self._mention = None
            case Mark.PARTS:
                self._listed, self._open, self._mention = len(self.drafts), None, None
            case Mark.OPEN:
                self._enclosing.append((self._open, self._mention))
            case Mark.CLOSE:
                self._close_bracket()
            case Mark.STOP:
                self._stop()

    # What is spoken of

    def _name_subject(self, token: Token) -> None:
        joined = self.text.text[self._subject_end : token.start] in _AND
        self._subject_end = token.end
        standing = Standing(
            before=self._clause(token),
            mention=self._mention,
            compared=self._base is not None,
            spoken_of={draft.topic.subject for draft in self.drafts},
            side=self.context.side,
            body=self.context.body,
        )
        topic = None if joined or self._foreign else meant(token, self.text, standing)
        if topic:
            self._mention = replace(token, topic=topic)
        elif joined or not self._belongs(token):  # 会议费、培训费 share one figure, which is neither's
            self._mention = None

    def _name_item(self, token: Token) -> None:
        if token.topic:
            above = (*self.context.above, "", "")
            path = tuple(name or above[level] for level, name in enumerate(token.topic.path))
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

    def _place_amount(self, token: Token) -> None:
        clause, mention = self._clause(token), self._mention
        if self._base and self.text.leads(self._base.end, token.start):
            self._set_prior(token, self._base)
        elif mention and mention.topic and self._belongs(token):
            self._state(mention.topic, token, self.text.text[mention.end : token.start])
        elif self.context.topic and self.text.lexer.is_filler(clause) and self.text.phrases.stage_in(clause):
            self._state(self.context.topic, token, clause)
        else:
            self._state_unknown(token, clause)

    def _set_prior(self, token: Token, base: Token) -> None:
        draft = self._moving(token)
        if draft and draft.prior is None:
            draft.prior = token.figure
            self._set_base(draft, base, token)

    def _state(self, topic: Topic, token: Token, gap: str) -> None:
        """Take down the figure of a subject: this year's, or an earlier year's that it is compared with."""
        year, stage = self._year_at(token), self.text.phrases.stage_in(gap)
        here = self._open if self._open and self._open.topic.same_as(topic) else None
        named = () if self._mention else self.context.named
        if year < self.context.fiscal_year and stage:
            draft = here or self._start(Draft(topic, [*named, self.text.sentence], self.context.fiscal_year))
            draft.prior, draft.base_year, draft.base = token.figure, year, stage
        elif here and here.amount is None and here in self.drafts:
            here.amount, here.stage = token.figure, stage or self.context.stage
        else:
            stage = stage or self.context.stage
            self._start(Draft(topic, [*named, self.text.sentence], year, stage, token.figure))
        self._mention = None

    def _state_unknown(self, token: Token, clause: str) -> None:
        """Take down the figure of something that is none of the known subjects; it is kept only if it moves."""
        name = self.text.name_in(clause)
        year = self._year_at(token)
        self._open = self._mention = self._base = None
        if name:
            self._append(Draft(Topic("other", name), [self.text.sentence], year, None, token.figure))
        self._foreign = self._foreign or _LIST.match(self.text.text, token.end) is not None

    def _start(self, draft: Draft) -> Draft:
        self._append(draft)
        self._mention = self._base = None
        side = side_of(draft.topic.subject) or self.context.side
        self.context = replace(self.context, topic=draft.topic, side=side)
        return draft

    def _append(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self._open = draft
        if not self.text.text.startswith("、", self._figure_end):
            self._joined = len(self.drafts) - 1

    def _year_at(self, token: Token) -> int:
        """Return the year of a figure: printed in its clause, or where the sentence begins."""
        subject = self._mention or token
        begin = self.text.clause_begin(subject.start, self._figure_end)
        return self.text.year_in(begin, token.start) or self._year or self.context.fiscal_year

    # Movements

    def _move(self, token: Token) -> None:
        draft = self._moving(token)
        if draft is None or token.figure is None:
            return
        if token.figure.unit == PERCENT:
            draft.percent = draft.percent or token.figure
        elif draft.change is None:
            draft.change = token.figure
        else:
            return
        draft.direction = draft.direction or token.direction
        self._set_base(draft, self._base, token)
        self._base = None

    def _stay(self, token: Token) -> None:
        base, phrases = self._base, self.text.phrases
        absolute = token.text.endswith(phrases.absolute)
        if token.text.startswith(phrases.nearly) or not (base or absolute):
            return
        if phrases.every in self._clause(token)[: len(phrases.every) + 1]:
            staying = [draft for draft in self.drafts[self._listed :] if not draft.moves]
        else:
            draft = self._moving(token)
            staying = [draft] if draft else []
        for draft in staying:
            draft.direction = draft.direction or Direction.FLAT
            self._set_base(draft, base, token)
        self._base = None

    def _moving(self, token: Token) -> Draft | None:
        """Return the statement that a movement belongs to, or None where that is in doubt."""
        mention, self._mention = self._mention, None
        if mention and mention.topic and self.text.leads(mention.end, token.start):
            if self._open and self._open.topic.same_as(mention.topic):
                return self._open
            base, year = self._base, self._year_at(token)
            draft = self._start(Draft(mention.topic, [self.text.sentence], year))
            self._base = base
            return draft
        if not self.text.lexer.leads_to_movement(self._clause(token)):
            return None
        if mention and self._base is None:
            return None
        if self._open is None and not self.drafts and self.context.last:
            self._open = self.context.last
            self._open.quote(self.text.sentence)
        elif self.drafts and self._open is self.drafts[-1]:
            self._open = whole_of_list(self.drafts, self._listed, self._joined)
        return self._open

    def _set_base(self, draft: Draft, base: Token | None, token: Token) -> None:
        """Take down which year, and which of its figures, a statement compares with."""
        if base:
            draft.base_year = draft.base_year or base.year or (draft.year or self.context.fiscal_year) - 1
            draft.base = draft.base or self.text.stage_in(base.end, token.start)

    def _compare_with_budget(self, token: Token) -> None:
        """Take down how the final figure stands to the budget of its own year: there is no year compared with."""
        draft = self._open or (None if self.drafts else self.context.last)
        if draft and not draft.moves:
            draft.direction = token.direction
            draft.base = self.text.phrases.stage_in(token.text.replace("决算", ""))
            draft.quote(self.text.sentence)
            self._open = draft

    def _complete(self, token: Token) -> None:
        if self._open and self._open.completion is None:
            self._open.completion = token.figure
            self._open.completed = self.text.phrases.stage_in(token.text)

    # Reasons, and the shape of the sentence

    def _explain(self, token: Token) -> None:
        reason = self.text.reason(token, self.text.phrases.reasons)
        mention, self._mention = self._mention, None
        target = self._open or (None if self.drafts else self.context.last)
        if mention and mention.topic and not self.drafts:
            self.explanations.append(Explanation(mention.topic, reason))
        elif target and target.moves and target.reason is None:
            target.reason = reason
            target.quote(self.text.sentence)

    def _explain_or_use(self, token: Token) -> None:
        if self._open and self._open.moves and self._open.reason is None:
            self._open.reason = self.text.reason(token, self.text.phrases.either)
        self._mention = None

    def _close_bracket(self) -> None:
        if self._enclosing:
            self._open, self._mention = self._enclosing.pop()
            self._base = None

    def _stop(self) -> None:
        self._foreign = False
        self._open = self._enclosing[-1][0] if self._enclosing else None
        self._mention = self._base = None
