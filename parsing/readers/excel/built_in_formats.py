"""The number formats that Excel files name by number only."""

from collections.abc import Mapping

GENERAL = "General"

_WHOLE, _DECIMALS = "#,##0", "#,##0.00"
_DASHED_WHOLE, _DASHED_DECIMALS = '#,##0;-#,##0;"-"', '#,##0.00;-#,##0.00;"-"'
_MONTH, _DAY_OF_MONTH = 'yyyy"年"m"月"', 'm"月"d"日"'

BUILT_IN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: _WHOLE,
    4: _DECIMALS,
    **dict.fromkeys((5, 6, 37, 38), _WHOLE),
    **dict.fromkeys((7, 8, 39, 40), _DECIMALS),
    9: "0%",
    10: "0.00%",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    **dict.fromkeys((41, 42), _DASHED_WHOLE),
    **dict.fromkeys((43, 44), _DASHED_DECIMALS),
    45: "mm:ss",
    47: "mm:ss",
    49: "@",
    # What Chinese Excel shows for the numbers that each language has formats of its own for.
    **dict.fromkeys((27, 36, 50, 57), _MONTH),
    **dict.fromkeys((28, 29, 51, 54, 58), _DAY_OF_MONTH),
    31: 'yyyy"年"m"月"d"日"',
}
