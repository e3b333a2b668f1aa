"""What a check is: a page, typed options, named severity cases and a function."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict

from records.disclosure import Disclosure
from records.finding import Finding, Mode, Severity
from records.surroundings import Surroundings


class CheckOptions(BaseModel):
    """The options of a check; each is a field with a description, a default and a range."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Skipped(Exception):
    """There is nothing to test: say which facts are not there."""


class Unresolved(Exception):
    """The facts as read contradict each other, so nothing may be said: say which."""


CheckFunction = Callable[[Disclosure, Surroundings, Any], Iterator[Finding]]
"""Yields the findings of one disclosure. The third argument is the check's own options type.

A check that finds nothing passed; one that has nothing to test raises Skipped, also after it has begun.
"""


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the catalogue."""

    code: str
    """Three letters for the family and three digits; stable for ever."""
    name: str
    """The catalogue's id, which is also the name of the file: sum-hierarchy."""
    cases: Mapping[str, Severity]
    """Every case it can report, with the severity it has unless the config says otherwise."""
    function: CheckFunction
    options: type[CheckOptions]
    page: str
    """The docstring of its file: title, then what it checks, why, an example, when not applicable, the source."""
    mode: Mode = Mode.ON
    """How it runs unless the config says otherwise: SHADOW while its precision is low."""

    @property
    def title(self) -> str:
        """The Chinese title: the first line of its page, without the full stop."""
        return self.page.strip().splitlines()[0].rstrip("。")


def check(
    code: str,
    name: str,
    *,
    cases: Mapping[str, Severity],
    options: type[CheckOptions] = CheckOptions,
    mode: Mode = Mode.ON,
) -> Callable[[CheckFunction], Check]:
    """Make a function into a check; its page is the docstring of the module it stands in."""

    def bind(function: CheckFunction) -> Check:
        module = inspect.getmodule(function)
        page = (module and module.__doc__) or ""
        return Check(code, name, MappingProxyType(dict(cases)), function, options, page, mode)

    return bind
