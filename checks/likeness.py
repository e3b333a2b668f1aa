"""How much two names or titles have in common."""

from difflib import SequenceMatcher


def likeness(one: str, other: str, least: float) -> float:
    """Return how much two texts have in common, 1 for all; 0 where it is surely less than the least."""
    if one == other:
        return 1.0
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):  # most are told apart by their lengths
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0
