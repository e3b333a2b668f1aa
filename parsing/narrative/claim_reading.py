"""Reads one sentence into statements: what moved against what, and why."""

from dataclasses import dataclass, replace

from parsing.narrative.claim_drafts import Base, Context, Draft, Explanation, Parts, whole_of_list
from parsing.narrative.claim_figures import FigureReader
from parsing.narrative.claim_tokens import PERCENT, Mark, Token
from parsing.narrative.claim_topics import Topic
from records.claim import Direction

_TOTALS = ("income", "expenditure")
"""The families of subjects among which the body's whole budget is spoken of."""


@dataclass(slots=True)
class SentenceReader(FigureReader):
    """Reads the tokens of one sentence in order; `drafts`, `explanations` and `context` hold the outcome."""

    def read(self) -> None:
        """Read the sentence."""
        before = self.context
        for token in self.text.tokens():
            self._take(token)
            self._figure_end = token.end if token.figure else self._figure_end
        self.drafts = [draft for draft in self.drafts if draft.moves or draft.topic.subject != "other"]
        self.context = replace(self._topic_after(), parts=self._parts_after(before), compared=self._compared_after())

    def _parts_after(self, before: Context) -> Parts:
        """Return out of whose money the parts are that the next sentences may list; income passes none on."""
        sources = self.text.phrases.sources
        if not self.drafts:
            named = self._named
            return self._parts_of(Draft(named, [])) if named and named.subject in sources.own else before.parts
        spoken = [one for one in self.drafts if one.topic.subject in sources.wholes or not one.topic.is_income]
        found = {self._parts_of(draft) for draft in spoken} or {before.parts}
        return found.pop() if len(found) == 1 else Parts()

    def _compared_after(self) -> Base | None:
        """Return what the parts in the next sentences are compared with: 比上年减少5万元，其中：."""
        if self.text.text.endswith(":"):
            return self._compared
        goes_on = self._compared is None and any(draft.moves for draft in self.drafts)
        return self.context.compared if goes_on else None

    def _topic_after(self) -> Context:
        sentence, before, mention = self.text.sentence, self.context.last, self._mention
        if self.drafts:
            last, said = self.drafts[-1], tuple(self.drafts)
            alone = last if all(draft.topic.same_as(last.topic) for draft in said) else None
            # What moves behind a sentence that lists classes is the whole that it divides.
            whole = before if all(draft.topic.is_class for draft in said) else alone
            return replace(self.context, topic=last.topic, named=(), last=whole or alone, said=said)
        if mention and mention.topic and self._stands_alone(mention):
            topic = mention.topic
            return replace(self.context, topic=topic, named=(sentence,), above=topic.path, last=None)
        goes_on = before is not None and (sentence in before.sentences or self._tells_use())
        return self.context if goes_on else replace(self.context, last=None)

    def _tells_use(self) -> bool:
        """Whether the sentence only says what the money spoken of is used for: 主要用于…."""
        first = next(iter(self.text.tokens()), None)
        return first is not None and first.mark is Mark.USE and not self.text.text[: first.start].strip()

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
            case Mark.SHARE:
                self._share(token)
            case Mark.PARTS:
                self._open_list()
            case Mark.OPEN:
                self._enclosing.append((self._open, self._mention))
            case Mark.CLOSE:
                self._close_bracket()
            case Mark.STOP:
                self._stop()

    # Movements

    def _place_amount(self, token: Token) -> None:
        clause, mention, phrases = self._clause(token), self._mention, self.text.phrases
        if self._base and self.text.leads(self._base.end, token.start):
            self._set_prior(token, self._base)
        elif mention and mention.topic and self._belongs(token):
            self._state(mention.topic, token, self.text.text[mention.end : token.start])
        elif self.context.topic and self.text.lexer.is_filler(clause) and phrases.stage_in(clause):
            self._state(self.context.topic, token, clause)
        elif self._is_ours(clause):
            self._state(Topic("total", clause), token, clause)
        else:
            self._state_unknown(token, clause)

    def _set_prior(self, token: Token, base: Token) -> None:
        draft = self._moving(token)
        if draft and draft.prior is None:
            draft.prior = token.figure
            self._set_base(draft, base, token)

    def _move(self, token: Token) -> None:
        draft = self._moving(token) if token.direction else None
        if draft is None or token.figure is None:
            return
        if draft.against_budget and self._base:
            self._open = draft = self._stated_again(draft)
        if token.figure.unit == PERCENT:
            draft.percent = draft.percent or token.figure
        elif draft.change is None:
            draft.change, draft.percent = token.figure, draft.percent or token.percent
        else:
            return
        draft.direction = draft.direction or token.direction
        self._set_base(draft, token if token.against else self._base, token)
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
            if draft and base and draft.against_budget:
                self._open = draft = self._stated_again(draft)
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
            base, year = self._base, self._year_of(mention.topic, token)
            self._mention = mention
            draft = self._start(mention.topic, year, token)
            self._base = base
            return draft
        if not self.text.lexer.leads_to_movement(self._clause(token)):
            return None
        if mention and self._base is None:
            return None
        if self._open is None and len(self.drafts) == 1 and not (self._listed or self.drafts[0].moves):
            self._open = self.drafts[0]
        elif self._open is None and not self.drafts and self.context.last:
            self._open = self.context.last
            self._open.quote(self.text.sentence)
        elif self.drafts and self._open is self.drafts[-1]:
            self._open = whole_of_list(self.drafts, self._listed, self._joined)
        elif self._open is None and self._base and self.drafts and self._speaks_of_one():
            self._open = self.drafts[-1]
        elif self._open is None and not self.drafts and self._base and self._opens_with_budget(self._base):
            base = self._base
            self._start(Topic("total", self._clause(base)), self._year_at(base), token)
            self._base = base
        return self._open

    def _stated_again(self, draft: Draft) -> Draft:
        """Open a statement for another movement of a final figure than that against its budget."""
        again = draft.again(self.text.sentence)
        self.drafts.append(again)
        return again

    def _speaks_of_one(self) -> bool:
        """Whether the sentence states nothing but the budget and the final figure of one subject."""
        return not self._listed and all(one.topic.same_as(self.drafts[0].topic) for one in self.drafts)

    def _opens_with_budget(self, base: Token) -> bool:
        """Whether the sentence begins with the budget of a year, and not of anything: 2026年预算比2025年增加5万元."""
        opening, topic, sources = self.text.text[: base.start], self.context.topic, self.text.phrases.sources
        named = self._year is not None and self.text.phrases.stage_in(opening) is not None
        of_totals = topic is None or topic.subject in sources.wholes or sources.families.get(topic.subject) in _TOTALS
        return named and of_totals and not self.context.named and self.text.lexer.is_filler(opening)

    def _set_base(self, draft: Draft, base: Token | None, token: Token) -> None:
        """Take down which year, and which of its figures, a statement compares with."""
        if base is None:
            listed = (self._compared if self._listed else None) or self.context.compared
            if listed and draft.base_year is None:
                draft.base_year, draft.base = listed
            return
        begin = base.start if base is token else base.end
        draft.base_year = draft.base_year or base.year or (draft.year or self.context.fiscal_year) - 1
        draft.base = draft.base or self.text.stage_in(begin, token.end if base is token else token.start)
        self._compared = Base(draft.base_year, draft.base)

    def _compare_with_budget(self, token: Token) -> None:
        """Take down how the final figure stands to the budget of its own year: there is no year compared with."""
        draft = self._open or (None if self.drafts else self.context.last)
        if draft and draft.moves and not draft.against_budget and draft.amount:
            draft = self._stated_again(draft)
        if draft and not draft.moves:
            draft.direction = token.direction
            draft.base = self.text.phrases.stage_in(token.text.replace("决算", ""))
            draft.quote(self.text.sentence)
            self._open = draft

    def _complete(self, token: Token) -> None:
        if self._open and self._open.completion is None:
            self._open.completion = token.figure
            self._open.completed = self.text.phrases.stage_in(token.text)

    def _share(self, token: Token) -> None:
        if self._open and self._open.share is None and self.text.lexer.is_filler(self._clause(token)):
            self._open.share = token.figure
            self._open.share_of = token.topic.subject if token.topic else None

    # Reasons, and the shape of the sentence

    def _explain(self, token: Token) -> None:
        reason = self.text.reason(token, self.text.phrases.reasons)
        mention, self._mention = self._mention, None
        target = self._open or (None if self.drafts else self._unexplained(token))
        if mention and mention.topic and not self.drafts:
            self.explanations.append(Explanation(mention.topic, reason))
        elif target and target.moves and target.reason is None:
            target.reason = reason
            target.quote(self.text.sentence)

    def _unexplained(self, token: Token) -> Draft | None:
        """Return what is left to explain: what was said last, or its only movement that way (增加的主要原因是)."""
        way = self.text.lexer.direction_in(self._clause(token))
        moved = [one for one in self.context.said if way is not None and one.said_direction is way]
        return moved[0] if len(moved) == 1 else self.context.last

    def _explain_or_use(self, token: Token) -> None:
        begins = not self.drafts and not self.text.text[: token.start].strip()
        target = self.context.last if begins else self._open
        if target and target.moves and target.reason is None:
            target.reason = self.text.reason(token, self.text.phrases.either)
            target.quote(self.text.sentence)
        self._mention = None

    def _close_bracket(self) -> None:
        if self._enclosing:
            self._open, self._mention = self._enclosing.pop()
            self._base = None

    def _stop(self) -> None:
        self._foreign = False
        self._listed = len(self.drafts) if self._listed else 0
        self._open = self._enclosing[-1][0] if self._enclosing else None
        self._mention = self._base = None
