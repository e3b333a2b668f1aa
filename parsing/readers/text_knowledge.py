"""Loads what is known of text files made from other formats: their residue, their rules, the rows above tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from parsing.words.terms_file import InvalidTerms, TermsFile, read_terms

FILE = "text_files.toml"


@dataclass(frozen=True, slots=True)
class Residue:
    """A mark that a converter left, and what stands in its place."""

    pattern: re.Pattern[str]
    replacement: str


@dataclass(frozen=True, slots=True)
class TextKnowledge:
    """The patterns by which the lines of a text file are told apart."""

    residues: tuple[Residue, ...]
    rule: re.Pattern[str]
    contents: re.Pattern[str]
    preamble_cell: re.Pattern[str]

    def cleaned(self, text: str) -> str:
        """Return the text without residue and without blanks at its ends."""
        for residue in self.residues:
            text = residue.pattern.sub(residue.replacement, text)
        return text.strip()

    def is_rule(self, text: str) -> bool:
        """Return whether the line is nothing but the rule of a converted table."""
        return self.rule.fullmatch(text) is not None

    def is_contents(self, text: str) -> bool:
        """Return whether the line is an entry of a contents list."""
        return self.contents.fullmatch(text) is not None

    def is_preamble(self, cells: tuple[str, ...]) -> bool:
        """Return whether a row only says whose table follows, of what year and in what unit."""
        return any(self.preamble_cell.fullmatch(cell) for cell in cells)


def load_text_knowledge() -> TextKnowledge:
    """Return the knowledge that ships with the package.

    Raises InvalidTerms naming file and key.
    """
    terms = read_terms(FILE)
    residues = terms.content.get("residue", [])
    return TextKnowledge(
        tuple(_residue(terms, index, entry) for index, entry in enumerate(residues)),
        rule=_compiled(terms.name, "lines.rule", terms.word("lines", "rule")),
        contents=_compiled(terms.name, "lines.contents", terms.word("lines", "contents")),
        preamble_cell=_compiled(terms.name, "preamble.cell", terms.word("preamble", "cell")),
    )


def _residue(terms: TermsFile, index: int, entry: Mapping[str, Any]) -> Residue:
    pattern = _compiled(terms.name, f"residue[{index}].pattern", entry.get("pattern"))
    return Residue(pattern, str(entry.get("with", "")))


def _compiled(file: str, key: str, pattern: object) -> re.Pattern[str]:
    try:
        return re.compile(str(pattern or ""))
    except re.error as error:
        raise InvalidTerms(file, key, f"is not a regular expression: {error}") from error
