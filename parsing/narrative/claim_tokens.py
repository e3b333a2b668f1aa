"""Finds in a sentence the words and figures that statements about money are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from parsing.narrative.phrases import Phrases
from parsing.words.wrapping import folded
from records.claim import Direction

YUAN = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
"""How many 元 each unit of money is."""
PERCENT = "%"

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:万元|亿元|千元|元)(?!/|\(?含?\)?以[上下]|及以上)"
_YEAR = r"20\d\d年度?"
_NAME = r"[^\"(),.。;:、\d%](?:[^\"(),。;:\d%]|\((?![类款项]\))[^()\d]{1,8}\)){0,40}?"
_PATH = rf"(?:{_NAME}\([类款项]\)(?:支出)?)+"
_FUNCTION_CODE = r"2\d\d(?:\d\d){0,2}"
_CODE_BEFORE = r"(?<![\d.,])(?:2\d{6}-?|2\d{4}-|2\d\d-)[^\d\s\"(),。;:、%]{2,40}?(?=\d)"
_CODE_BEHIND = rf"[^\d\s\"(),.。;:、%]{{2,40}}\({_FUNCTION_CODE}\)"
_LEVEL = re.compile(r"(.+?)\(([类款项])\)(?:支出)?")
_CODE = re.compile(_FUNCTION_CODE)
_QUOTES = dict.fromkeys(map(ord, "“”‘’＂「」『』'"), '"')


class Mark(StrEnum):
    """What a piece of a sentence is."""

    SHARE = "share"
    """占…%: not a movement."""
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
    """A functional classification item told by its code."""
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
    """其中."""
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
class Topic:
    """What a statement is about."""

    subject: str
    name: str
    path: tuple[str, ...] = ()

    def same_as(self, other: "Topic") -> bool:
        """Whether both are about the same, however it is printed."""
        return (self.subject, self.path) == (other.subject, other.path)


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


def fold(text: str) -> str:
    """Return the text with half-width signs and one kind of quotation mark; every character keeps its position."""
    return "".join(folded(character) or " " for character in text).translate(_QUOTES)


def figure_of(text: str) -> Figure | None:
    """Return the first number of a piece of folded text with its unit."""
    found = re.search(rf"({_NUMBER})({_UNIT}|%)", text)
    return Figure(Decimal(found[1].replace(",", "")), found[2]) if found else None


class Lexer:
    """Cuts sentences into tokens; holds the expressions made of the phrases."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._subjects = {_bare(phrase): subject for phrase, subject in phrases.subjects.items()}
        patterns = _patterns(phrases)
        self._tokens = re.compile("|".join(f"(?P<{mark}>{patterns[mark]})" for mark in Mark))
        verbs = (*phrases.verbs.items(), *phrases.comparisons.items())
        self._verbs = {word: way for way, words in verbs for word in words}
        self._verb = re.compile(_any_of(self._verbs))
        filler = rf"{_any_of(phrases.fillers)}|{_YEAR}|[\":]|\([^()\d]*\)"
        self._fillers = re.compile(rf"(?:{filler})*")
        self._between = re.compile(rf"(?:{filler}|{patterns[Mark.BASE]}|相比|同期|口径|,)*")

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of a folded sentence, in order."""
        return tuple(
            self._token(Mark(found.lastgroup or ""), found) for found in self._tokens.finditer(text) if found.group()
        )

    def is_filler(self, text: str) -> bool:
        """Return whether folded text may stand between a subject and its amount."""
        return self._fillers.fullmatch("".join(text.split())) is not None

    def leads_to_movement(self, text: str) -> bool:
        """Return whether folded text may stand between a subject and the verb that moves it."""
        return self._between.fullmatch("".join(text.split())) is not None

    def _token(self, mark: Mark, found: re.Match[str]) -> Token:
        text = found.group()
        topic: Topic | None = None
        if mark is Mark.SUBJECT:
            topic = self._topic(text)
        elif mark is Mark.PATH:
            topic = path_topic(text)
        elif mark is Mark.CODED:
            topic = code_topic(text)
        verb = self._verb.search(text) if mark in (Mark.MOVE, Mark.COMPARED) else None
        year = re.search(r"20\d\d", text) if mark in (Mark.BASE, Mark.YEAR) else None
        return Token(
            mark,
            found.start(),
            found.end(),
            text,
            figure=figure_of(text) if mark in (Mark.AMOUNT, Mark.MOVE, Mark.COMPLETION) else None,
            direction=self._verbs[verb.group()] if verb else None,
            topic=topic,
            year=int(year.group()) if year else None,
        )

    def _topic(self, text: str) -> Topic:
        subject = self._subjects[_bare(text)]
        return Topic(subject, text, (text,) if subject == "function-class" else ())


def path_topic(text: str) -> Topic:
    """Return the item that a path of levels names; levels above the first that is printed are empty."""
    levels = {level: name for name, level in _LEVEL.findall(text)}
    names = [levels.get(level, "") for level in "类款项"]
    while names and not names[-1]:
        names.pop()
    if names[0] and not names[0].endswith("支出"):
        names[0] += (
            "支出"  # every class is called so in the tables; 一般公共服务（类）支出 leaves it behind the bracket
        )
    return Topic("function-class" if len(names) == 1 else "function-item", text, tuple(names))


def code_topic(text: str) -> Topic:
    """Return the item that a classification code and its name stand for."""
    found = _CODE.search(text)
    code = found.group() if found else ""
    name = text.replace(code, "").strip("-()")
    above = (len(code) - 3) // 2
    return Topic("function-item" if above else "function-class", text, ("",) * above + (name,))


def _patterns(phrases: Phrases) -> dict[Mark, str]:
    """Return the expression of each mark; where two fit at one place the earlier mark is meant."""
    moving = [*phrases.verbs[Direction.INCREASE], *phrases.verbs[Direction.DECREASE]]
    whole = [phrase for phrase in phrases.subjects if phrase not in phrases.rules.bare]
    base = rf"(?:{_any_of(phrases.bases)})于?(?:{_YEAR}|{_any_of(phrases.last_year)})|同比(?={_any_of(moving)})"
    compared = [word for words in phrases.comparisons.values() for word in words]
    to_the_end = r"(?:[^。;()]|\([^()]*\)|;(?=[二三四五六七八九]是|\d[、.]))*"
    to_the_movement = rf"(?:(?!,(?:{base}))(?:[^。;()]|\([^()]*\)))*"
    return {
        Mark.SHARE: rf"占[^,。;()%]{{0,30}}?{_NUMBER}%",
        Mark.COMPLETION: rf"完成[^,。;%\d]{{0,10}}{_NUMBER}%",
        Mark.COMPARED: rf"决算数?(?:{_any_of(compared)})[^,。;\d]{{0,4}}预算",
        Mark.EXCLUDED: rf"{_any_of(phrases.excluded)}[^。;]*",
        Mark.REASON: rf"{_any_of(phrases.reasons)}{to_the_end}",
        Mark.EITHER: rf"{_any_of(phrases.either)}{to_the_movement}",
        Mark.USE: rf"{_any_of(phrases.uses)}(?!以下|下列){to_the_movement}",
        Mark.CODED: rf"{_CODE_BEFORE}|{_CODE_BEHIND}",
        Mark.PATH: _PATH,
        Mark.MOVE: rf"{_any_of(moving)}{_any_of(phrases.between)}*{_NUMBER}(?:{_UNIT}|%)",
        Mark.BASE: base,
        Mark.FLAT: rf"(?:{_any_of(phrases.nearly)})?{_any_of(phrases.verbs[Direction.FLAT])}",
        Mark.AMOUNT: rf"(?<![\d.,]){_NUMBER}{_UNIT}",
        Mark.SUBJECT: _any_of(whole).replace('"', '"?') + rf"|{_any_of(phrases.rules.bare)}(?!决算)",
        Mark.YEAR: rf"{_YEAR}(?!\d|底|末)",
        Mark.PARTS: "其中",
        Mark.OPEN: r"\(",
        Mark.CLOSE: r"\)",
        Mark.STOP: ";",
    }


def _any_of(words: Iterable[str]) -> str:
    """Return an expression that matches the longest of the words."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _bare(phrase: str) -> str:
    return phrase.replace('"', "")
