"""Every check there is, in the order of the catalogue."""

from checks.check import Check
from checks.sum_hierarchy import sum_hierarchy

ALL: tuple[Check, ...] = (sum_hierarchy,)
