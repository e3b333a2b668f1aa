"""What the narrative says of all projects together: 共7个项目纳入绩效目标管理，涉及财政性资金合计339.5万元，占100%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from checks.list_words import load_list_words
from checks.quoted import Quoted
from checks.said import said_at
from records.amount import Amount
from records.disclosure import Disclosure

_STATEMENT = re.compile(r"[^。；;\n]+")
_MANAGED = re.compile("项目.{0,30}?绩效(?:目标)?管理")
_ALL = re.compile(r"均|所有|全部|全面|(?<!\d)100\s*[%％]")


def stated_projects(disclosure: Disclosure) -> Iterator[Quoted]:
    """Yield the money of all projects that are said to be managed by performance.

    A statement that does not say that they are all of them is left out.
    """
    for section in disclosure.sections:
        for statement in _STATEMENT.finditer(section.text):
            managed = _MANAGED.search(statement[0])
            found = _amounts().search(statement[0], managed.end()) if managed else None
            if found and _ALL.search(statement[0]):
                evidence = said_at(section, *statement.span())
                yield Quoted("文字所称纳入绩效管理的全部项目的资金", _amount(found), found[2], evidence)


@cache
def _amounts() -> re.Pattern[str]:
    return re.compile(rf"涉及.*?(\d[\d,]*(?:\.\d+)?)\s*({'|'.join(load_list_words().money)})")


def _amount(found: re.Match[str]) -> Amount:
    digits, factor = found[1].replace(",", ""), load_list_words().money[found[2]]
    return Amount(Decimal(digits) * factor, factor.scaleb(-len(digits.partition(".")[2])))
