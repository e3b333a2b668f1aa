"""Works out which heading stands over which column, where merged headings reach over several."""

from collections.abc import Sequence
from itertools import groupby

from parsing.pages import GridCell

Path = tuple[str, ...]
"""The headings over one column, from the widest to the nearest."""


def heading_paths(rows: Sequence[Sequence[GridCell]], width: int, labels: frozenset[str]) -> tuple[Path, ...] | None:
    """Return the headings over each of `width` columns, or None where they cannot be matched with the columns.

    `labels` are the headings of names and codes (项目), by which merged headings that stand side by side are told apart
    where the file says nothing of how wide they are.
    """
    texts = [[_word(cell) for cell in row] for row in rows]
    if not texts:
        return ((),) * width
    if any(cell.covered for row in rows for cell in row):
        filled = _spread_by_flags(rows, texts, width)
    else:
        filled = _spread_by_blanks(texts, width, labels)
    return None if filled is None else tuple(_path([row[column] for row in filled]) for column in range(width))


def _word(cell: GridCell) -> str:
    return "".join(cell.text.split()).replace("/", "／")


def _path(words: Sequence[str]) -> Path:
    """Drop the blanks, and a heading that merely repeats the one above it."""
    path: list[str] = []
    for word in words:
        if word and (not path or path[-1] != word):
            path.append(word)
    return tuple(path)


def _spread_by_flags(
    rows: Sequence[Sequence[GridCell]], texts: Sequence[Sequence[str]], width: int
) -> list[list[str]] | None:
    """Give each covered cell the heading of its left neighbour, as long as one merged heading is above both."""
    if any(len(row) != width for row in rows):
        return None
    filled: list[list[str]] = []
    origins: list[int] = [0] * width
    for row, words in zip(rows, texts, strict=True):
        above, origins, line = origins, list(range(width)), list(words)
        for column, cell in enumerate(row):
            left = column - 1
            if cell.covered and left >= 0 and line[left] and (not filled or above[left] == above[column]):
                line[column], origins[column] = line[left], origins[left]
        origins = [origin if line[column] else above[column] for column, origin in enumerate(origins)]
        filled.append(line)
    return filled


def _spread_by_blanks(texts: Sequence[Sequence[str]], width: int, labels: frozenset[str]) -> list[list[str]] | None:
    """Spread headings where a blank may be part of a merged cell, and merged cells may have been lost altogether."""
    lowest = list(texts[-1])
    if len(texts) == 1:
        return [_padded(lowest, width)] if len(lowest) <= width else None
    filled = _stacked(texts, width, labels) if len(lowest) == width else None
    return _reconciled(texts[0], lowest, width) if filled is None and len(texts) == 2 else filled


def _stacked(texts: Sequence[Sequence[str]], width: int, labels: frozenset[str]) -> list[list[str]] | None:
    """Build on the lowest row, in which every column has its place."""
    filled = [list(texts[-1])]
    for words in reversed(texts[:-1]):
        line = _spread_over(words, filled[0]) if len(words) == width else _dealt_over(words, filled[0], labels)
        if line is None:
            return None
        filled.insert(0, line)
    return filled


def _padded(words: list[str], width: int) -> list[str]:
    return words + [""] * (width - len(words))


def _spread_over(words: Sequence[str], below: Sequence[str]) -> list[str]:
    """Let each heading reach right over blanks, as long as something stands under them."""
    line = list(words)
    for column in range(1, len(line)):
        if not line[column] and below[column] and line[column - 1]:
            line[column] = line[column - 1]
    return line


def _dealt_over(words: Sequence[str], below: Sequence[str], labels: frozenset[str]) -> list[str] | None:
    """Deal headings that lost their width: one to each blank below it, one to each run of headings below it.

    Where runs touch, they are parted in the first way that gives as many as there are headings: before the names of a
    new half (预算数 | 项目), or behind the names (科目名称 | 合计).
    """
    for before_labels, behind_labels in ((False, False), (True, False), (False, True), (True, True)):
        runs = _runs(below, labels, before_labels, behind_labels)
        if len(runs) == len(words):
            return [word for word, run in zip(words, runs, strict=True) for _ in range(run)]
    return None


def _runs(below: Sequence[str], labels: frozenset[str], before_labels: bool, behind_labels: bool) -> list[int]:
    """Return how many columns each cell above covers: 1 over a blank, a whole run of headings otherwise."""
    runs: list[int] = []
    last = ""
    for word in below:
        enters, leaves = word in labels and last not in labels, word not in labels and last in labels
        parted = (before_labels and enters) or (behind_labels and leaves)
        if word and last and not parted:
            runs[-1] += 1
        else:
            runs.append(1)
        last = word
    return runs


def _reconciled(words: Sequence[str], below: Sequence[str], width: int) -> list[list[str]] | None:
    """Match two rows of which neither has the width of the columns: stray blanks were put in or lost.

    A heading with blanks behind it spans one run of the row below, any other is one column. The columns must come out
    as many as there are.
    """
    headings = [(word, behind > 1) for word, behind in zip(filter(None, words), _reaches(words), strict=True)]
    runs = _runs_of_words(below)
    spanning = sum(spans for _, spans in headings)
    while len(runs) > spanning > 0:
        runs[-2:] = [runs[-2] + runs[-1]]
    if len(runs) != spanning or len(headings) - spanning + sum(map(len, runs)) != width:
        return None
    upper: list[str] = []
    lower: list[str] = []
    for word, spans in headings:
        run = runs.pop(0) if spans else [""]
        upper += [word] * len(run)
        lower += run
    return [upper, lower]


def _reaches(words: Sequence[str]) -> list[int]:
    """Return for each heading how many columns it takes with the blanks behind it."""
    starts = [column for column, word in enumerate(words) if word]
    return [end - start for start, end in zip(starts, [*starts[1:], len(words)], strict=True)]


def _runs_of_words(words: Sequence[str]) -> list[list[str]]:
    return [list(group) for filled, group in groupby(words, bool) if filled]
