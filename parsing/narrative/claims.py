"""Finds the statements of the narrative that carry figures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from parsing.narrative.claim_drafts import Context, Draft, Explanation, explain, merged
from parsing.narrative.claim_reading import SentenceReader
from parsing.narrative.claim_text import text_of
from parsing.narrative.claim_tokens import PERCENT, YUAN, Figure, Lexer, Mark, fold
from parsing.narrative.phrases import Phrases
from parsing.narrative.quotations import numbered, quotation
from parsing.narrative.sections import Passage
from parsing.narrative.sentences import Sentence
from parsing.narrative.whole_reasons import WholeReasons
from parsing.words.wrapping import folded
from records.amount import Amount, Quantity
from records.claim import Claim, Stage
from records.disclosure import Kind
from records.evidence import Evidence

_IN_BRACKETS_AT_END = re.compile(r"\([^()]*\)$")
Quanta = Mapping[str, Decimal]
"""The smallest step of each unit."""
_ENOUGH_FIGURES = 3
_STAGES = {Kind.BUDGET: Stage.BUDGET, Kind.FINAL_ACCOUNTS: Stage.FINAL}


def claims_of(
    passages: Iterable[Passage], body: str, fiscal_year: int, kind: Kind, phrases: Phrases
) -> tuple[Claim, ...]:
    """Return the claims of the narrative in the order printed.

    A figure printed without saying which stage it is of, is of the stage the disclosure is about.
    """
    context = Context(fiscal_year, body, _STAGES.get(kind))
    lexer, reasons = Lexer(phrases), WholeReasons((*phrases.reasons, *phrases.either))
    told = [_told(passage, reasons) for passage in _spoken(passages, body, phrases)]
    quanta = _quanta(told, lexer)
    claims = []
    for one in told:
        steps = quanta[_outermost(one.passage)]
        claims += [_claim(draft, one.passage, steps) for draft in _drafts(one, context, lexer, phrases)]
    return tuple(claims)


class _Told(NamedTuple):
    """A passage in sentences."""

    passage: Passage
    paragraphs: Sequence[Sequence[Sentence]]
    """The heading is the first."""


def _told(passage: Passage, reasons: WholeReasons) -> _Told:
    printed = [paragraph for paragraph in (passage.heading, *passage.paragraphs) if paragraph]
    return _Told(passage, numbered(reasons.joined([paragraph.sentences() for paragraph in printed])))


def _spoken(passages: Iterable[Passage], body: str, phrases: Phrases) -> list[Passage]:
    """Return the passages that speak of the money of the body as a whole, and not of one unit of it."""
    listed = list(passages)
    units: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for passage in listed:
        if _names_unit(passage.title, phrases):
            units[passage.above].add(passage.title)

    def is_of_unit(passage: Passage) -> bool:
        titles = (*passage.above, passage.title)
        named = ((title, units[titles[:depth]]) for depth, title in enumerate(titles) if _names_unit(title, phrases))
        return not all(len(beside) == 1 and folded(body) in folded(title) for title, beside in named)

    return [passage for passage in listed if not (_is_of_other_matters(passage, phrases) or is_of_unit(passage))]


def _names_unit(title: str, phrases: Phrases) -> bool:
    return _IN_BRACKETS_AT_END.sub("", folded(title)).endswith(phrases.skipped_heading_endings)


def _is_of_other_matters(passage: Passage, phrases: Phrases) -> bool:
    titles = [folded(title) for title in (*passage.above, passage.title)]
    return any(word in title for title in titles for word in phrases.skipped_sections)


def _drafts(told: _Told, context: Context, lexer: Lexer, phrases: Phrases) -> Sequence[Draft]:
    """Return what one passage says, reading heading and sentences in order."""
    titles = [folded(title) for title in (told.passage.title, *reversed(told.passage.above))]
    named = (phrases.sources.named_in(title) for title in titles)
    context = replace(context, heading_source=next((source for source in named if source), None))
    drafts: list[Draft] = []
    explanations: list[Explanation] = []
    said: list[Draft] = []
    for sentences in told.paragraphs:
        context = replace(context, last=said[0] if _compares_the_whole(said, sentences, lexer) else None)
        said = []
        for sentence in sentences:
            reader = SentenceReader(text_of(sentence, lexer, phrases), context)
            reader.read()
            context = reader.context
            said += reader.drafts
            explanations += reader.explanations
        drafts += merged(said, restating=True)
        context = replace(context, last=None)
    drafts = merged(drafts, restating=False)
    for explanation in explanations:
        subject = explanation.topic.subject
        explain(drafts, (subject, *phrases.rules.explains.get(subject, ())), explanation.reason)
    return drafts


def _compares_the_whole(said: Sequence[Draft], sentences: Sequence[Sentence], lexer: Lexer) -> bool:
    """Whether a paragraph begins with a movement of what the one before told of: 与上年对比减少5万元."""
    tokens = lexer.tokens(fold(sentences[0].text.strip())) if sentences else ()
    begins = [token.mark for token in tokens[:2]] == [Mark.BASE, Mark.MOVE] and tokens[0].start == 0
    return begins and bool(said) and not any(draft.moves for draft in said)


def _quanta(told: Iterable[_Told], lexer: Lexer) -> Mapping[str, Quanta]:
    """Return for each outermost heading, by unit, the smallest step that the figures below it show.

    112.4 stands beside 112.40, so one figure alone does not tell how finely it was printed; but a part of the text may
    print whole 万元 throughout while another has two decimals. A part with few figures shows nothing: there the
    document's finest step counts.
    """
    figures: dict[str, list[Figure]] = defaultdict(list)
    for one in told:
        figures[_outermost(one.passage)] += _figures(one, lexer)
    whole = _finest(figure for part in figures.values() for figure in part)
    return {
        title: {**whole, **_finest(figure for figure in part if _is_shown(figure.unit, part))}
        for title, part in figures.items()
    }


def _outermost(passage: Passage) -> str:
    return passage.above[0] if passage.above else passage.title


def _figures(told: _Told, lexer: Lexer) -> Iterator[Figure]:
    for sentence in chain.from_iterable(told.paragraphs):
        for token in lexer.tokens(fold(sentence.text)):
            if token.figure:
                yield token.figure


def _is_shown(unit: str, figures: Iterable[Figure]) -> bool:
    """Whether enough figures of a unit are printed to tell how finely; 0万元 is printed like 0.00万元."""
    return sum(figure.unit == unit and bool(figure.value) for figure in figures) >= _ENOUGH_FIGURES


def _finest(figures: Iterable[Figure]) -> Quanta:
    decimals: dict[str, int] = {}
    for figure in figures:
        decimals[figure.unit] = max(decimals.get(figure.unit, 0), figure.decimals)
    return {unit: Decimal(1).scaleb(-count) for unit, count in decimals.items()}


def _claim(draft: Draft, passage: Passage, quanta: Quanta) -> Claim:
    sentences = sorted(draft.sentences, key=lambda sentence: sentence.number)
    place = sentences[0].place
    return Claim(
        subject=draft.topic.subject,
        name=draft.topic.name,
        evidence=Evidence(
            page=place.page,
            cell=place.cell,
            line=place.line,
            caption=passage.title,
            text=quotation(sentences),
            bbox=place.bbox,
        ),
        path=draft.topic.path,
        code=draft.topic.code,
        source=draft.source,
        year=draft.year,
        stage=draft.stage,
        amount=_amount(draft.amount, quanta),
        prior=_amount(draft.prior, quanta),
        change=_amount(draft.change, quanta),
        percent=_percentage(draft.percent),
        direction=draft.said_direction,
        base_year=draft.base_year,
        base=draft.base,
        share=_percentage(draft.share),
        share_of=draft.share_of,
        completion=_percentage(draft.completion),
        completed=draft.completed,
        reason=draft.reason,
    )


def _amount(figure: Figure | None, quanta: Quanta) -> Amount | None:
    if figure is None:
        return None
    return Amount(figure.value * YUAN[figure.unit], quanta[figure.unit] * YUAN[figure.unit])


def _percentage(figure: Figure | None) -> Quantity | None:
    """Unlike an amount, a percentage is rounded one by one: 9.1% stands beside 12.35%."""
    return Quantity(figure.value, PERCENT, Decimal(1).scaleb(-figure.decimals)) if figure else None
