"""Whether a republished disclosure says that it corrects what was published before."""

import re

from records.disclosure import Disclosure

_CORRECTION = re.compile(r"更正(?:说明|公告|如下|内容|情况)|[已现予]更正|勘误|重新公开的说明")


def announces_correction(disclosure: Disclosure) -> bool:
    """Return whether a heading, a paragraph or a note speaks of a correction."""
    texts = [*(section.heading + section.text for section in disclosure.sections)]
    texts += [table.caption + table.note for table in disclosure.tables]
    return any(_CORRECTION.search(text) for text in texts)
