"""Writes the numbers that Word counts paragraphs with: 3 as 三, ③, iii, C."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_BANKERS_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"))
_SMALL_ROMAN = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 9999
"""Beyond it every numeral is written in figures; no list is so long."""


def numeral(number: int, form: str) -> str:
    """Return the number in one of the forms of WordprocessingML (w:numFmt); forms not known are written in figures."""
    write = _FORMS.get(form, str)
    return write(number) if 0 < number <= _MOST else str(number)


def _counted(number: int) -> str:
    text = _with_places(number, _DIGITS.replace("〇", "零"), ("", "十", "百", "千"))
    return text.removeprefix("一") if 10 <= number < 20 else text


def _bankers(number: int) -> str:
    return _with_places(number, _BANKERS_DIGITS, ("", "拾", "佰", "仟"))


def _with_places(number: int, digits: str, places: tuple[str, ...]) -> str:
    text = ""
    for place, figure in enumerate(reversed(str(number))):
        if figure != "0":
            text = digits[int(figure)] + places[place] + text
        elif text and not text.startswith(digits[0]):
            text = digits[0] + text
    return text


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


def _letters(number: int) -> str:
    """After z comes aa, then bb, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in (*_ROMAN, *_SMALL_ROMAN):
        text += letters * (number // value)
        number %= value
    return text


_FORMS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _counted,
    "ideographDigital": lambda number: "".join(_DIGITS[int(figure)] for figure in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(_DIGITS[int(figure)] for figure in str(number)),
    "chineseLegalSimplified": _bankers,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}
