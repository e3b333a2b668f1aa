"""Prints the dates of spreadsheets, which are numbers of days with a format of their own."""

import re
from datetime import datetime, timedelta
from decimal import Decimal

_FIRST_DAY, _FIRST_DAY_OF_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - spreadsheets know no time zones
_LAST_DAY = 2_958_465
"""31 December 9999."""
_DATE_WORDS = re.compile(r"[ymdhs]|上午|AM/PM", re.I)
_TOKEN = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|AM/PM|上午/下午|a/p", re.I)


def is_date_format(text: str) -> bool:
    """Return whether a format, its literals taken out, is one of dates or times."""
    return _DATE_WORDS.search(re.sub("General", "", text, flags=re.I)) is not None


def date_in_format(value: Decimal, text: str, from_1904: bool) -> str | None:
    """Return the day that stands so many days behind the first as the format prints it; None beyond the calendar."""
    if not 0 <= value <= _LAST_DAY:
        return None
    begin = _FIRST_DAY_OF_1904 if from_1904 else _FIRST_DAY
    moment = begin + timedelta(days=int(value), seconds=round(float(value % 1) * 86_400))
    tokens = [hit[0].lower() for hit in _TOKEN.finditer(text)]
    written = iter(
        _written(token, moment, _tells_minutes(tokens, index), _has_halves(tokens))
        for index, token in enumerate(tokens)
    )
    return _TOKEN.sub(lambda _: next(written), text).strip()


def _tells_minutes(tokens: list[str], index: int) -> bool:
    """Return whether m is minutes here: behind hours or before seconds."""
    before, behind = tokens[index - 1 : index], tokens[index + 1 : index + 2]
    return before in (["h"], ["hh"]) or behind in (["s"], ["ss"])


def _has_halves(tokens: list[str]) -> bool:
    return any(token in ("am/pm", "a/p", "上午/下午") for token in tokens)


def _written(token: str, moment: datetime, minutes: bool, halves: bool) -> str:
    hour = (moment.hour - 1) % 12 + 1 if halves else moment.hour
    number = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": hour, "s": moment.second}
    if token in ("yyyy", "yy"):
        return f"{moment.year:04}"[-len(token) :]
    if token in ("am/pm", "a/p", "上午/下午"):
        words = ("上午", "下午") if token == "上午/下午" else ("AM", "PM")
        return words[moment.hour >= 12]
    width = len(token) if len(token) < 3 else 1  # names of months and weekdays are printed as numbers
    return f"{number[token[0]]:0{width}}"
