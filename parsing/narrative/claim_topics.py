"""What statements are about, and how the narrative names the items of a classification."""

import re
from collections.abc import Set
from dataclasses import dataclass

_NAME = r"[^\"(),.。;:、\d%](?:[^\"(),。;:\d%]|\((?![类款项]\))[^()\d]{1,8}\)){0,40}?"
_FUNCTION_CODE = r"2\d\d(?:\d\d){0,2}"
_CODE_NAME = r"[^\d\s\"(),.。;:、%]{2,40}"
PATH = rf"(?:{_NAME}\([类款项]\)(?:支出)?)+"
"""一般公共服务支出（类）财政事务（款）行政运行（项）."""
DASHED = r"(?:[-—–][^\d\s\"(),.。;:、%—–-]{2,40}){1,2}(?=\d)"
"""What follows the name of a class in 一般公共服务支出-审计事务-行政运行5万元."""
CODED = (
    r"(?<![\d.,])(?:2\d{6}-?|2\d{4}-|2\d\d-)[^\d\s\"(),。;:、%]{2,40}?(?=\d)"
    rf"|{_CODE_NAME}\(2\d\d\)(?:{_CODE_NAME}(?:\([^()\d]{{1,6}}\)[^\d\s\"(),.。;:、%]{{0,20}})?\(\d\d\)){{1,2}}"
    rf"|{_CODE_NAME}(?:\([^()\d]{{1,6}}\))?\((?:{_FUNCTION_CODE}|[35]\d\d(?:\d\d)?)\)"
)
"""2080501-行政单位离退休, 公安（204）司法（06）行政运行（01）, 行政运行（2010801）, 工资福利支出（301）."""
_NAMED_LEVEL = re.compile(r"(.+?)\((\d{2,3})\)")
_LEVEL = re.compile(r"(.+?)\(([类款项])\)(?:支出)?")
_DASH = re.compile(r"[-—–]")
_CODE = re.compile(rf"{_FUNCTION_CODE}|[35]\d\d(?:\d\d)?")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a statement is about."""

    subject: str
    name: str
    path: tuple[str, ...] = ()
    code: str | None = None

    @property
    def is_income(self) -> bool:
        """Whether it is a kind of income."""
        return self.subject.startswith("income")

    @property
    def is_class(self) -> bool:
        """Whether it is a class of a classification."""
        return self.subject in ("function-class", "economic-class")

    def same_as(self, other: "Topic") -> bool:
        """Whether both are about the same, however it is printed."""
        return (self.subject, self.path, self.code) == (other.subject, other.path, other.code)


def path_topic(text: str, classes: Set[str]) -> Topic:
    """Return the item that a path of levels names; levels above the first that is printed are empty."""
    levels = {level: name for name, level in _LEVEL.findall(text)}
    names = [levels.get(level, "") for level in "类款项"] if levels else _DASH.split(text)
    while not names[-1]:
        names.pop()
    # The tables print 支出 behind every class; the text leaves it out, or behind the bracket: 教育（类）支出.
    names[0] = names[0] + "支出" if names[0] + "支出" in classes else names[0]
    if len(names) == 3 and not names[1] and names[0] not in classes:  # a section taken for a class
        names = ["", names[0], names[2]]
    return Topic("function-class" if len(names) == 1 else "function-item", text, tuple(names))


def code_topic(text: str) -> Topic:
    """Return the item that a classification code and its name stand for."""
    levels = _NAMED_LEVEL.findall(text)
    if len(levels) > 1:
        return Topic("function-item", text, tuple(name for name, _ in levels), "".join(part for _, part in levels))
    code = _CODE.findall(text)[-1 if text.endswith(")") else 0]
    name = text.replace(f"({code})", "").replace(code, "", 1).strip("-")
    if code[0] != "2":
        return Topic("economic-class" if len(code) == 3 else "economic-item", text, (name,), code)
    above = (len(code) - 3) // 2
    return Topic("function-item" if above else "function-class", text, ("",) * above + (name,), code)
