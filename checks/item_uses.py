"""What the narrative says that the money of an item is used for."""

import re
from dataclasses import dataclass

from checks.purposes import PurposeWords
from checks.running_text import RunningText, folded, running_text
from records.claim import Claim
from records.disclosure import Disclosure
from records.evidence import LEFT_OUT, Evidence

_WHOLE_PATH = 3
_ENDING = re.compile(r"(?:缴费)?(?:支出|经费)$")


@dataclass(frozen=True, slots=True)
class ItemUse:
    """An item with what the narrative says of it; '' where it says nothing."""

    claim: Claim
    use: str
    """What the money is used for."""
    use_evidence: Evidence
    """Where that is said."""
    reason: str
    """Why it moved."""
    reason_evidence: Evidence

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
        said = ItemUse(claim, *_use(text, claim, stops, words), folded(claim.reason or ""), claim.evidence)
        found[claim.place] = _together(found[claim.place], said) if claim.place in found else said
    return list(found.values())


def _together(first: ItemUse, second: ItemUse) -> ItemUse:
    """Return what two statements about an item say: often the first gives the use, the second the reason."""
    used, moved = first if first.use else second, first if first.reason else second
    return ItemUse(first.claim, used.use, used.use_evidence, moved.reason, moved.reason_evidence)


def _use(text: RunningText, claim: Claim, stops: set[str], words: PurposeWords) -> tuple[str, Evidence]:
    """Return the use that is said of an item before the next one is named, and where."""
    name = folded(claim.name)
    first = claim.evidence.text.partition(LEFT_OUT)[0].partition("。")[0]
    begin, end = text.span_after(first, stops - {claim.name}) or (0, 0)
    named = text.text.find(name, begin, end)
    if named < 0:
        return "", claim.evidence
    behind = named + len(name)
    others = (text.text.find(folded(stop), behind, end) for stop in stops if folded(stop) != name)
    end = min((other for other in others if other >= 0), default=end)
    opening = re.compile(rf"(?:{'|'.join(words.uses)}):?").search(text.text, behind, end)
    if opening is None:
        return "", claim.evidence
    ending = re.compile(rf"[。;]|{'|'.join(map(re.escape, words.ends))}").search(text.text, opening.end(), end)
    use_end = ending.start() if ending else end
    sentence_end = text.text.find("。", use_end, end) + 1 or end
    return text.text[opening.end() : use_end], text.evidence(begin, sentence_end)
