"""Splits the goals (绩效目标) of a project where they are numbered."""

import re

from parsing.words.wrapping import unwrapped

# A goal's number stands at the start of a line, or after a blank or the end of a sentence. No digit may follow its
# point, or it would be a decimal, 1.5万元; but a year may: 1.2025年底前.
_NUMBER = r"(?:^|(?<=[\s。；;！!])){number}\s*(?:[.．、](?!\d)|[.．、](?=(?:19|20)\d\d\s*年))"


def goals_of(text: str) -> tuple[str, ...]:
    """Return the goals without their numbers: one where they are not numbered from 1, none for an empty text."""
    text = text.strip()
    numbers: list[re.Match[str]] = []
    while found := _number(len(numbers) + 1).search(text, numbers[-1].end() if numbers else 0):
        if not numbers and found.start():
            break
        numbers.append(found)
    starts = [number.end() for number in numbers] or [0]
    ends = [number.start() for number in numbers[1:]] + [len(text)]
    goals = (unwrapped(text[start:end]) for start, end in zip(starts, ends, strict=True))
    return tuple(goal for goal in goals if goal)


def _number(number: int) -> re.Pattern[str]:
    return re.compile(_NUMBER.format(number=number))
