"""Loads the words by which a reason says which way something moved."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from records.claim import Direction

FILE = "direction_words.toml"
_BY = {Direction.INCREASE: "新增|增加", Direction.DECREASE: "减少"}
"""Verbs that may stand before what there is more or less of, where that is the whole reason: 本年度新增车辆."""
_OPPOSITE = {Direction.INCREASE: Direction.DECREASE, Direction.DECREASE: Direction.INCREASE}


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """What says that something went up or down."""

    words: Mapping[Direction, tuple[str, ...]]
    endings: tuple[str, ...]
    elsewhere: tuple[str, ...]
    verbs: Mapping[Direction, tuple[str, ...]]
    """What stands before the figure that something moved by."""

    def contradict(self, reason: str, direction: Direction, last_year: int) -> bool:
        """Whether a reason speaks of nothing but the opposite of the movement that it is given for.

        It has to end with it: what a long reason mentions in passing proves nothing.
        """
        opposite = _OPPOSITE.get(direction)
        bare = "".join(reason.split()).rstrip("。；;，,.")
        own = (*self.words.get(direction, ()), *self.elsewhere, f"{last_year}年")
        if opposite is None or any(word in bare for word in own):
            return False
        ending = "|".join(map(re.escape, self.endings))
        ends = re.search(rf"(?:{'|'.join(self.words[opposite])})(?:{ending})*$", bare)
        return bool(ends or re.fullmatch(rf"(?:本年度?|今年|当年)?(?:{_BY[opposite]})了?[^，,；;、和及]{{1,6}}", bare))


@cache
def load_direction_words() -> DirectionWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    return DirectionWords(
        {direction: _words(content, direction) for direction in (Direction.INCREASE, Direction.DECREASE)},
        _words(content, "endings"),
        _words(content, "elsewhere"),
        {direction: _words(content, f"{direction}-verbs") for direction in (Direction.INCREASE, Direction.DECREASE)},
    )


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)
