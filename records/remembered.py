"""Keeps what was last derived from large values, so that many askers share one derivation."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """One value, equal only to itself: to compare two disclosures costs as much as what is to be saved."""

    value: object

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


def remembered(most: int) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """Make a pure function keep its last results, so many, for the very same arguments.

    Some fifty checks of one disclosure ask for the same sums, facts and text; without this they cost more than half of
    what reading the document does. Results are shared, so they must be values that nobody changes.
    """

    def keep(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        @lru_cache(most)
        def kept(*same: _Same) -> Result:
            return function(*(one.value for one in same))  # type: ignore[arg-type,call-arg]  # those of `ask`

        @wraps(function)
        def ask(*arguments: Parameters.args, **named: Parameters.kwargs) -> Result:
            return kept(*map(_Same, arguments)) if not named else function(*arguments, **named)

        return ask

    return keep
