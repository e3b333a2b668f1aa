"""The headline of a disclosure: what moved, what did not, and whether the text is right about it."""

from checks.movements import movement_of, sangong_items, sangong_movement
from records.disclosure import Disclosure
from records.headline import Headline
from records.surroundings import Surroundings


def headline_of(disclosure: Disclosure, surroundings: Surroundings) -> Headline:
    """Return the total and the 三公 of a disclosure against last year, stored or stated."""
    return Headline(
        total=movement_of(disclosure, surroundings, "total"),
        sangong=sangong_movement(disclosure, surroundings),
        sangong_items=sangong_items(disclosure, surroundings),
    )
