"""Finds in a sentence the words and figures that statements about money are made of."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parsing.narrative.claim_topics import CODED, DASHED, PATH, Topic, code_topic, path_topic
from parsing.narrative.phrases import SIDE, Phrases
from parsing.words.wrapping import folded
from records.claim import Direction

YUAN = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""How many 元 each unit of money is."""
PERCENT = "%"

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:万元|亿元|千元|元)(?!/|\(?含?\)?以[上下]|及以上)"
_YEAR = r"20\d\d年度?"
_QUOTES = dict.fromkeys(map(ord, "“”‘’＂「」『』'"), '"')


class Mark(StrEnum):
    """What a piece of a sentence is."""

    SHARE = "share"
    """占…%, which may name the whole."""
    COMPLETION = "completion"
    """完成年初预算的…%."""
    COMPARED = "compared"
    """决算数小于预算数."""
    EXCLUDED = "excluded"
    """From here on the sentence speaks of other money."""
    REASON = "reason"
    EITHER = "either"
    """The reason after a movement, otherwise what the money is for."""
    USE = "use"
    CODED = "coded"
    """A classification item told by its code."""
    PATH = "path"
    """A functional classification item told by its levels (类款项)."""
    MOVE = "move"
    """A verb of movement with its figure."""
    BASE = "base"
    """比2023年, 与上年."""
    FLAT = "flat"
    AMOUNT = "amount"
    SUBJECT = "subject"
    YEAR = "year"
    PARTS = "parts"
    """其中: what follows are parts of what stands before."""
    OPEN = "open"
    CLOSE = "close"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, with its unit; its sign is said in words."""

    value: Decimal
    unit: str
    """A unit of money, or %."""

    @property
    def decimals(self) -> int:
        """How many digits are printed behind the point."""
        return -int(self.value.as_tuple().exponent)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence and what it says; what does not belong to its mark is None."""

    mark: Mark
    start: int
    end: int
    text: str
    figure: Figure | None = None
    direction: Direction | None = None
    topic: Topic | None = None
    year: int | None = None
    """The year printed; None for 上年."""
    percent: Figure | None = None
    """The percentage in brackets behind the figure: 减少24.5万元（43%）."""
    against: bool = False
    """Whether the verb itself says what the figure is compared with: 小于上年预算数5万元."""


_NOTHING = Figure(Decimal(0), "元")
_SAYING = (Mark.REASON, Mark.AMOUNT, Mark.MOVE, Mark.FLAT, Mark.COMPARED, Mark.COMPLETION)
_WITH_FIGURE = (Mark.AMOUNT, Mark.MOVE, Mark.COMPLETION, Mark.SHARE)
_EITHER_WAY = re.compile(r"^[^\d(]+\([^()\d]+\)")
"""增加（减少）0万元: a form of which nothing was struck out."""


def fold(text: str) -> str:
    """Return the text with half-width signs and one kind of quotation mark; every character keeps its position."""
    return "".join(map(_one, text)).translate(_QUOTES)


@cache  # documents are written with some thousand characters, over and over
def _one(character: str) -> str:
    return folded(character) or " "


def figure_of(text: str) -> Figure | None:
    """Return the first number of a piece of folded text with its unit; nothing at all needs none."""
    found = re.search(rf"({_NUMBER})({_UNIT}|%)", text)
    if found is None:
        return _NOTHING if re.fullmatch(r"[0.]+", text) else None
    return Figure(Decimal(found[1].replace(",", "")), found[2])


class Lexer:
    """Cuts sentences into tokens; holds the expressions made of the phrases."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._subjects = {_bare(phrase): subject for phrase, subject in phrases.subjects.items()}
        patterns = _patterns(phrases)
        self._tokens = re.compile("|".join(f"(?P<{mark}>{patterns[mark]})" for mark in Mark))
        verbs = (*phrases.verbs.items(), *phrases.comparisons.items())
        self._verbs = {word: way for way, words in verbs for word in words}
        self._classes = frozenset(phrase for phrase, subject in phrases.subjects.items() if subject == "function-class")
        self._verb = re.compile(_any_of(self._verbs))
        self._comparing = frozenset(word for words in phrases.comparisons.values() for word in words)
        filler = rf"{_any_of(phrases.fillers)}|{_YEAR}|[\":]|\([^()\d]*\)"
        self._fillers = re.compile(rf"(?:{filler})*")
        self._between = re.compile(rf"(?:{filler}|{patterns[Mark.BASE]}|同比|{_any_of(phrases.behind)}|,)*")

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a folded sentence, in order."""
        found = [self._token(Mark(hit.lastgroup or ""), hit) for hit in self._tokens.finditer(text) if hit.group()]
        return tuple(self._explaining(found, text))

    def _explaining(self, tokens: list[Token], text: str) -> list[Token]:
        """Return the tokens; a reason that no figure stands before is all the sentence says, to its end."""
        first = next((at for at, token in enumerate(tokens) if token.mark in _SAYING), None)
        if first is None or tokens[first].mark is not Mark.REASON or self._states(tokens[first + 1 :], text):
            return tokens
        reason = tokens[first]
        end = len(text.rstrip("。;"))
        return [*tokens[:first], replace(reason, end=end, text=text[reason.start : end])]

    def _states(self, tokens: Sequence[Token], text: str) -> bool:
        """Whether a subject has a figure directly behind it."""
        return any(
            token.topic is not None
            and following.figure is not None
            and self.is_filler(text[token.end : following.start])
            for token, following in pairwise(tokens)
        )

    def is_filler(self, text: str) -> bool:
        """Return whether folded text may stand between a subject and its amount."""
        return self._fillers.fullmatch("".join(text.split())) is not None

    def direction_in(self, text: str) -> Direction | None:
        """Return which way folded text says that something moved."""
        verb = self._verb.search(text)
        return self._verbs[verb.group()] if verb else None

    def leads_to_movement(self, text: str) -> bool:
        """Return whether folded text may stand between a subject and the verb that moves it."""
        return self._between.fullmatch("".join(text.split())) is not None

    def _token(self, mark: Mark, found: re.Match[str]) -> Token:
        text = found.group()
        verb = self._verb.search(text) if mark in (Mark.MOVE, Mark.COMPARED) else None
        year = re.search(r"20\d\d", text) if mark in (Mark.BASE, Mark.YEAR, Mark.MOVE) else None
        bracketed = re.search(r"\(([\d.,]+%)\)$", text) if mark is Mark.MOVE else None
        token = Token(
            mark,
            found.start(),
            found.end(),
            text,
            figure=figure_of(text) if mark in _WITH_FIGURE else None,
            direction=self._verbs[verb.group()] if verb else None,
            topic=self._topic(mark, text),
            year=int(year.group()) if year else None,
            percent=figure_of(bracketed[1]) if bracketed else None,
            against=verb is not None and mark is Mark.MOVE and verb.group() in self._comparing,
        )
        undecided = mark is Mark.MOVE and _EITHER_WAY.search(text)
        return replace(token, direction=Direction.FLAT if not _worth(token.figure) else None) if undecided else token

    def _topic(self, mark: Mark, text: str) -> Topic | None:
        match mark:
            case Mark.SUBJECT:
                return self._named(text)
            case Mark.SHARE:
                wholes = [token.topic for token in self.tokens(text[1:]) if token.mark is Mark.SUBJECT]
                named = [topic for topic in wholes if topic and not topic.subject.startswith(SIDE)]
                return named[-1] if named else None
            case Mark.PATH:
                return path_topic(text, self._classes)
            case Mark.CODED:
                return code_topic(text)
            case _:
                return None

    def _named(self, text: str) -> Topic:
        subject = self._subjects[_bare(text)]
        name = _bare(text) if text.count('"') % 2 else text
        return Topic(subject, name, (name,) if subject in ("function-class", "economic-class") else ())


def _worth(figure: Figure | None) -> bool:
    return figure is not None and bool(figure.value)


def _patterns(phrases: Phrases) -> dict[Mark, str]:
    """Return the expression of each mark; where two fit at one place the earlier mark is meant."""
    moving = [*phrases.verbs[Direction.INCREASE], *phrases.verbs[Direction.DECREASE]]
    whole = [phrase for phrase in phrases.subjects if phrase not in phrases.rules.bare]
    base = rf"(?:{_any_of(phrases.bases)})于?(?:{_YEAR}|{_any_of(phrases.last_year)})|同比(?={_any_of(moving)})"
    compared = [word for words in phrases.comparisons.values() for word in words]
    flat = _any_of(phrases.verbs[Direction.FLAT])
    use = _any_of(phrases.uses)
    # A reason goes on behind a semicolon where no other statement begins there; a full stop within is a whole reason's.
    going_on = rf";(?=[二三四五六七八九]是|\d[、.])|;(?!其中|[^,。;]*(?:{_NUMBER}{_UNIT}|{flat}))|。(?=.)"
    to_the_end = rf"(?:(?!,{use})[^。;()]|\([^()]*\)|{going_on})*"
    to_the_movement = rf"(?:(?!,(?:{base})|,{use})(?:[^。;()]|\([^()]*\)|{going_on}))*"
    verb, between = _any_of(moving), f"{_any_of(phrases.between)}*"
    against = rf"{_any_of(compared)}(?:{_YEAR}|{_any_of(phrases.last_year)})[^,。;\d]{{0,8}}{_NUMBER}{_UNIT}"
    amounts = rf"{_any_of(phrases.excluded_amounts)}(?=[^,。;]*{_UNIT})"
    classes = [phrase for phrase, subject in phrases.subjects.items() if subject == "function-class"]
    return {
        Mark.SHARE: rf"占[^,。;()%]{{0,30}}?{_NUMBER}%",
        Mark.COMPLETION: rf"完成[^,。;%\d]{{0,10}}{_NUMBER}%",
        Mark.COMPARED: rf"决算数?(?:{_any_of(compared)})[^,。;\d]{{0,4}}预算",
        Mark.EXCLUDED: rf"(?:{_any_of(phrases.excluded)}|{amounts})[^。;]*",
        Mark.REASON: rf"{_any_of(phrases.reasons)}{to_the_end}",
        Mark.EITHER: rf"{_any_of(phrases.either)}{to_the_movement}",
        Mark.USE: rf"{_any_of(phrases.uses)}(?!以下|下列){to_the_movement}",
        Mark.CODED: CODED,
        Mark.PATH: rf"{PATH}|{_any_of(classes)}{DASHED}",
        Mark.MOVE: rf"{verb}(?:\({verb}\))?{between}{_NUMBER}(?:{_UNIT}|%)(?:\({_NUMBER}%\))?|{against}",
        Mark.BASE: base,
        Mark.FLAT: rf"(?:{_any_of(phrases.nearly)})?{flat}",
        Mark.AMOUNT: rf"(?<![\d.,]){_NUMBER}{_UNIT}|(?<=为)0(?:\.0+)?(?=[,。;])",
        Mark.SUBJECT: _any_of(whole).replace('"', '"?') + rf"|{_any_of(phrases.rules.bare)}(?!决算)",
        Mark.YEAR: rf"{_YEAR}(?!\d|底|末)",
        Mark.PARTS: r"其中|(?<=元)包括|(?<=[元%],)包括|(?<=元):",
        Mark.OPEN: r"\(",
        Mark.CLOSE: r"\)",
        Mark.STOP: ";",
    }


def _any_of(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of the words."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _bare(phrase: str) -> str:
    return phrase.replace('"', "")
