"""What the narrative says that the money of an item is used for."""

import re
from dataclasses import dataclass

from checks.purposes import PurposeWords
from checks.running_text import RunningText, folded, running_text
from records.claim import Claim
from records.disclosure import Disclosure
from records.evidence import LEFT_OUT

_WHOLE_PATH = 3
_ENDING = re.compile(r"(?:缴费)?(?:支出|经费)$")


@dataclass(frozen=True, slots=True)
class ItemUse:
    """An item with what the narrative says of it; '' where it says nothing."""

    claim: Claim
    use: str
    """What the money is used for."""
    reason: str
    """Why it moved."""

    @property
    def name(self) -> str:
        """The name of the item alone: 住房公积金."""
        return folded(self.claim.path[-1])

    def is_named_in(self, text: str, words: PurposeWords) -> bool:
        """Whether a text names the item and not just one of its kind: 行政运行 alone stands under many 款."""
        return self._told_apart(words) in text

    def opens(self, text: str, words: PurposeWords) -> bool:
        """Whether a text begins with the item: 事业单位离退休经费增加."""
        return text.startswith(self._told_apart(words))

    def _told_apart(self, words: PurposeWords) -> str:
        above = folded(self.claim.path[-2]) if self.name.startswith(words.generic) else ""
        return above + _ENDING.sub("", self.name)


def item_uses(disclosure: Disclosure, words: PurposeWords) -> list[ItemUse]:
    """Return every item of the lowest level that the narrative speaks of, in the order printed."""
    text = running_text(disclosure)
    items = [claim for claim in disclosure.claims if len(claim.path) == _WHOLE_PATH and claim.path[-1]]
    stops = {claim.name for claim in disclosure.claims if claim.path}
    found: dict[str, ItemUse] = {}
    for claim in items:
        said = ItemUse(claim, _use(text, claim, stops, words), folded(claim.reason or ""))
        before = found.get(claim.place)
        if before is None:
            found[claim.place] = said
        else:  # said in two statements: the first gives the use, the second the reason
            found[claim.place] = ItemUse(before.claim, before.use or said.use, before.reason or said.reason)
    return list(found.values())


def _use(text: RunningText, claim: Claim, stops: set[str], words: PurposeWords) -> str:
    """Return the use that is said of an item before the next one is named."""
    name = folded(claim.name)
    first = claim.evidence.text.partition(LEFT_OUT)[0].partition("。")[0]
    said = text.after(first, stops - {claim.name}) or ""
    _, named, rest = said.partition(name)
    if not named:
        return ""
    ends = [rest.find(folded(stop)) for stop in stops if folded(stop) != name]
    rest = rest[: min((end for end in ends if end >= 0), default=len(rest))]
    opening = re.search(rf"(?:{'|'.join(words.uses)}):?", rest)
    ending = rf"[。;]|{'|'.join(map(re.escape, words.ends))}"
    return re.split(ending, rest[opening.end() :], maxsplit=1)[0] if opening else ""
