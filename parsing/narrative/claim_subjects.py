"""Decides whether a phrase of the narrative names a subject, and which."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from types import MappingProxyType

from parsing.narrative.claim_text import SentenceText
from parsing.narrative.claim_tokens import Token, fold
from parsing.narrative.claim_topics import Topic
from parsing.narrative.phrases import SIDE, SubjectRules
from records.table import Measure

_SIDES = {
    "income-total": "income",
    "income-year": "income",
    "expenditure-total": "expenditure",
    "expenditure-year": "expenditure",
    "fiscal-expenditure": "expenditure",
}
_NAMES = {"expenditure:fiscal": "fiscal-expenditure"}
"""Subjects that have a name of their own."""
_OF_SOURCE: Mapping[tuple[Measure | None, str], str] = MappingProxyType(
    {
        (Measure.FISCAL, "income-year"): "income:fiscal",
        (Measure.FISCAL, "expenditure-year"): "fiscal-expenditure",
        **{
            (source, whole): f"{part}:{source}"
            for source in (Measure.FUND, Measure.STATE_CAPITAL)
            for whole, part in (
                ("income-year", "income"),
                ("expenditure-year", "expenditure"),
                ("carried-in", "carried-in"),
            )
        },
    }
)
"""What the sums of a year are under a heading that speaks of one source."""
_FISCAL_INCOME = frozenset({"income:fiscal", "fiscal-total"})
"""财政拨款收入总计5万元，支出总计5万元."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a phrase stands among."""

    before: str
    """The clause up to it."""
    mention: Token | None
    """A subject before it that has no figure yet."""
    compared: bool
    """Whether the clause has named a figure compared with."""
    spoken_of: Set[str]
    """The subjects of the sentence so far."""
    last: str | None
    """The subject of the statement before, of this sentence or an earlier one."""
    side: str | None
    """income or expenditure, whichever the text speaks of."""
    body: str
    of: Measure | None = None
    """Out of whose money everything is that the heading is about."""


def side_of(subject: str) -> str | None:
    """Return whether a subject is of income or of expenditure, or None where it is of neither."""
    side = subject.partition(":")[0]
    return side if side in _SIDES.values() else _SIDES.get(subject)


def meant(token: Token, text: SentenceText, standing: Standing) -> Topic | None:
    """Return what a phrase is about where it stands, or None where it does not name a subject of its own."""
    topic, rules = token.topic, text.phrases.rules
    if topic is None or not _is_whole(token, topic, text, standing) or _is_elsewhere(token, topic, rules, standing):
        return None
    if text.phrases.sources.own.get(topic.subject) is Measure.FISCAL and text.phrases.sources.named_in(standing.before):
        return None  # 政府性基金预算财政拨款收入 is a part of 财政拨款收入
    if not topic.subject.startswith(SIDE):
        return replace(topic, subject=_narrowed(topic.subject, standing))
    if standing.mention is not None and text.fills(standing.mention.end, token.start):
        return None  # 委托业务费财政拨款5万元 speaks of the first
    subject = topic.subject.replace(SIDE, f"{standing.side}:")
    return replace(topic, subject=_NAMES.get(subject, subject)) if standing.side else None


def _narrowed(subject: str, standing: Standing) -> str:
    """Return what the sums of a year are where the heading speaks of one source: 本年收入 is 政府性基金收入."""
    if standing.of is Measure.FISCAL and subject == "expenditure-total":
        after_income = bool(standing.spoken_of) and standing.spoken_of <= _FISCAL_INCOME
        return "fiscal-expenditure" if after_income else subject
    narrowed = _OF_SOURCE.get((standing.of, subject), subject)
    return subject if narrowed in standing.spoken_of else narrowed  # 财政拨款收入5万元，其中：本年收入4万元


def _is_elsewhere(token: Token, topic: Topic, rules: SubjectRules, standing: Standing) -> bool:
    """Whether a word means the subject only among statements that these are not."""
    if topic.subject in rules.parts_of_operating_cost and "operating-cost" in standing.spoken_of:
        return True
    if token.text in rules.parts_of_procurement:
        return standing.last is None or not standing.last.startswith("procurement")
    if token.text in rules.among_classes:
        return standing.last != "function-class"
    if token.text in rules.stage_like:
        within = standing.spoken_of or standing.mention is not None or not standing.before
        return bool(within) or (standing.last is not None and side_of(standing.last) is None)
    return False


def _is_whole(token: Token, topic: Topic, text: SentenceText, standing: Standing) -> bool:
    """Whether a phrase is neither the end of a longer name nor a general word within a statement.

    在职人员经费 is not 人员经费, and 收入 means the whole income only where nothing narrows it.
    """
    rules, mention, before = text.phrases.rules, standing.mention, standing.before
    openings = (*rules.openings, fold(standing.body))
    if topic.subject not in rules.general:
        follows = mention is not None and mention.end == token.start
        return not before or follows or before.endswith((*openings, *rules.connectives, '"'))
    if mention is not None and text.fills(mention.end, token.start):
        return False
    opens = before.endswith(openings) and token.text not in rules.bare
    compares = standing.compared and text.lexer.leads_to_movement(before)
    return not before or opens or compares
