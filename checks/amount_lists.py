"""Finds the places of the narrative where a number is taken apart: 总额 10万元，其中：甲 4万元、乙 6万元."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from checks.list_words import ListWords

_ENDS = re.compile(r"[。\n]")
_CLAUSE_ENDS = re.compile(r"[，,；;、：:（()）]")
_BRACKETS = ("（", "(")
_AROUND_NAME = re.compile(r"^其中|约?为$|约$|共$|计$")
_NUMBERED = re.compile(r"[（(]?(?:1|一)(?:[）).、．]|是)")
_GOES_ON = re.compile(r"\s*[（(]?(?:[2-9二三]|1\d)(?:[）).、．]|是)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text with its name."""

    name: str
    text: str
    """As printed: 8013平方米."""
    value: Decimal
    """Money in 元."""
    unit: str
    """As printed."""
    is_money: bool
    quantum: Decimal
    """The smallest step printed; zero for what is counted."""


@dataclass(frozen=True, slots=True)
class AmountList:
    """A whole and the parts that the text lists directly behind it."""

    whole: Number
    readings: tuple[tuple[Number, ...], ...]
    """The parts, for each place where the list may end."""
    begin: int
    """Where in the text the clause of the whole begins."""
    end: int
    """Where the sentence ends."""


class ListReader:
    """Reads the lists of one text after another; it holds the patterns made of the words."""

    def __init__(self, words: ListWords) -> None:
        self.words = words

    @cached_property
    def _number(self) -> re.Pattern[str]:
        units = sorted((*self.words.money, *self.words.counted, *self.words.measured), key=len, reverse=True)
        limits = "|".join(map(re.escape, self.words.limits))
        return re.compile(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*({'|'.join(map(re.escape, units))})(?!{limits})")

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(rf"[，,：:（(]?(?:{'|'.join(self.words.openings)})[，,：:]?")

    @cached_property
    def _no_part(self) -> re.Pattern[str]:
        words = self.words
        last_year = "|".join(words.last_year)
        return re.compile(rf"{'|'.join(words.movements)}|^(?:{'|'.join(words.compared)})|^(?:{last_year})为?$")

    def lists(self, text: str) -> Iterator[AmountList]:
        """Yield every list of a section's text that has at least two parts."""
        begin = 0
        for end in [*(match.start() for match in _ENDS.finditer(text)), len(text)]:
            sentence, rest = text[begin:end], text[end + 1 :]
            for match in self._number.finditer(sentence):
                opening = self._opening.match(sentence, match.end())
                readings = self._readings(sentence, opening.end(), match) if opening else ()
                open_ended = readings and _NUMBERED.match(readings[0][0].name) and _GOES_ON.match(rest)
                if readings and not open_ended and not self._no_part.search(self._named(sentence, 0, match).name):
                    yield self._list(sentence, match, readings, begin)
            begin = end + 1

    def _list(
        self, sentence: str, match: re.Match[str], readings: tuple[tuple[Number, ...], ...], begin: int
    ) -> AmountList:
        whole = self._named(sentence, 0, match)
        start = sentence.rindex(whole.name, 0, match.start()) if whole.name else match.start()
        return AmountList(whole, readings, begin + start, begin + len(sentence))

    def _readings(self, sentence: str, begin: int, whole: re.Match[str]) -> tuple[tuple[Number, ...], ...]:
        """Return the parts up to wherever the list may end, amounts in brackets and lists within left out."""
        parts: list[Number] = []
        found: list[tuple[Number, ...]] = []
        depth, after, nested, place = 0, begin, False, begin
        while place < len(sentence) and depth >= 0:
            letter = sentence[place]
            depth += (letter in "（(") - (letter in "）)")
            number = self._number.match(sentence, place) if depth == 0 else None
            if letter in "；;" and depth == 0:
                found.append(tuple(parts))
                nested = False
            elif depth == 0 and parts and place > after and self._opens(sentence, place):
                nested = True
            if number and self._kind(number) != self._kind(whole):
                break
            if number:
                part = self._named(sentence, after, number)
                if part.name.startswith(self.words.behind):
                    found.append(tuple(parts))
                if not nested and not self._no_part.search(part.name):
                    parts.append(part)
                after = number.end()
                nested = nested or (sentence[after : after + 1] not in _BRACKETS and self._opens(sentence, after))
            place = number.end() if number else place + 1
        found.append(tuple(parts))
        return tuple(dict.fromkeys(filter(None, found))) if len(parts) > 1 else ()

    def _opens(self, sentence: str, place: int) -> bool:
        return self._opening.match(sentence, place) is not None

    def _kind(self, number: re.Match[str]) -> str:
        return "money" if number[2] in self.words.money else number[2]

    def _named(self, sentence: str, after: int, match: re.Match[str]) -> Number:
        name = _CLAUSE_ENDS.split(sentence[after : match.start()])[-1].strip()
        name = _AROUND_NAME.sub("", name)
        digits, unit = match[1].replace(",", ""), match[2]
        factor = self.words.money.get(unit, Decimal(1))
        step = Decimal(0) if unit in self.words.counted else factor.scaleb(-len(digits.partition(".")[2]))
        return Number(name, match[0], Decimal(digits) * factor, unit, unit in self.words.money, step)
