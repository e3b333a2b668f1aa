"""Tells whether a document says that it leaves rows out because they are secret."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from checks.running_text import running_text
from records.disclosure import Disclosure

FILE = "withheld.toml"


def leaves_rows_out(disclosure: Disclosure) -> bool:
    """Return whether the text, or a note below a table, says that secret items are not published."""
    texts = (running_text(disclosure).text, *("".join(table.note.split()) for table in disclosure.tables))
    return any(_pattern().search(text) for text in texts)


@cache
def _pattern() -> re.Pattern[str]:
    """Return the words of checks/knowledge as one pattern. Raises ValueError if the file is not as it must be."""
    content = tomllib.loads(files("checks").joinpath("knowledge", FILE).read_text(encoding="utf-8"))
    secret, left_out, apart = (content.get(key) for key in ("secret", "left_out", "apart"))
    if not (isinstance(secret, list) and isinstance(left_out, list) and isinstance(apart, int)):
        raise ValueError(f"{FILE}: secret and left_out must be lists of words, apart a number")
    one, other = ("|".join(map(re.escape, words)) for words in (secret, left_out))
    between = rf"[^。;]{{0,{apart}}}"
    return re.compile(rf"(?:{one}){between}(?:{other})|(?:{other}){between}(?:{one})")
