"""What moved: the first thing an officer wants to know of a disclosure."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from records.amount import Amount
from records.evidence import Evidence


class PriorFrom(StrEnum):
    """Where the earlier figure comes from."""

    STORED = "stored"
    """Last year's own disclosure."""
    PRINTED = "printed"
    """Last year's figure as this disclosure prints it, beside this year's or in its text."""
    STATED = "stated"
    """Reckoned from the change that this disclosure states."""


class Verdict(StrEnum):
    """Whether the narrative is right about a movement."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True)
class Movement:
    """One figure against last year's; unknown figures are None."""

    name: str
    """The plain Chinese name: 总额, “三公”经费, 公务接待费."""
    item: str
    current: Amount | None = None
    prior: Amount | None = None
    prior_from: PriorFrom | None = None
    stated_change: Amount | None = None
    """The change the narrative states, signed; zero for 持平."""
    verdict: Verdict = Verdict.NOT_STATED
    evidence: tuple[Evidence, ...] = ()

    @property
    def change(self) -> Decimal | None:
        """Current less prior, in 元."""
        return None if self.current is None or self.prior is None else self.current.yuan - self.prior.yuan

    @property
    def percent(self) -> Decimal | None:
        """The change in percent of the prior figure; None where that is zero."""
        if self.change is None or self.prior is None or not self.prior.yuan:
            return None
        return self.change / self.prior.yuan * 100


@dataclass(frozen=True, slots=True)
class Headline:
    """The total and the 三公 of a disclosure against last year."""

    total: Movement
    sangong: Movement
    sangong_items: tuple[Movement, ...] = ()
    """The printed items of the 三公, in the order of the regulation: abroad, vehicle purchase, running, reception."""
