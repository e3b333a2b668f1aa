"""Loads the words by which a text speaks of its own region."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "region_words.toml"


@dataclass(frozen=True, slots=True)
class RegionWords:
    """Which regions may say 我县, 我区, 我省; checks/knowledge/region_words.toml says what each key is."""

    words: Mapping[str, tuple[str, ...]]

    def foreign_to(self, region: str) -> re.Pattern[str] | None:
        """Return what a body of a region cannot say of its own region; None where nothing is known to be wrong.

        A province speaks of its counties and districts; an autonomous region calls itself 我区.
        """
        kind = region[-1:]
        foreign: list[str] = []
        if kind not in self.words["county-of"]:
            foreign += self.words["county"]
        if kind not in self.words["district-of"] and not region.startswith(self.words["autonomous"]):
            foreign += self.words["district"]
        if region.startswith(self.words["without-province"]):
            foreign += self.words["province"]
        goes_on = "|".join(map(re.escape, self.words["goes-on"]))
        return re.compile(rf"(?:{'|'.join(foreign)})(?!{goes_on})") if foreign else None


@cache
def load_region_words() -> RegionWords:
    """Return the words of checks/knowledge. Raises ValueError, naming the key, if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    keys = ("county", "county-of", "district", "district-of", "province", "without-province", "autonomous", "goes-on")
    return RegionWords({key: _words(content, key) for key in keys})


def _words(content: Mapping[str, object], key: str) -> tuple[str, ...]:
    words = content.get(key)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        raise ValueError(f"{FILE}: {key}: must be a list of words")
    return tuple(words)
