"""Answers what the words between the tokens of a sentence say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsing.narrative.claim_tokens import Lexer, Mark, Token, fold
from parsing.narrative.phrases import Phrases
from parsing.narrative.sentences import NUMBERING, Sentence
from records.claim import Stage

_BOUNDARIES = ",;:()、。"
_BY_THE_WAY = re.compile(r"\([^(),;:、。\d]{1,8}\)")
"""Brackets within a name or behind it: 司法局（本级）."""
_BEHIND = re.compile(rf"{_BY_THE_WAY.pattern}$")
_LONGEST_NAME = 20
_YEAR = re.compile(r"(20\d\d)年")


@dataclass(frozen=True, slots=True)
class SentenceText:
    """One sentence, folded; positions are those of the printed sentence."""

    sentence: Sentence
    text: str
    lexer: Lexer
    phrases: Phrases

    def tokens(self) -> tuple[Token, ...]:
        """Return the tokens of the sentence."""
        return self.lexer.tokens(self.text)

    def clause_begin(self, end: int, after: int) -> int:
        """Return where the clause that holds a position began; `after` is where the last figure before it ended."""
        text = _BY_THE_WAY.sub(lambda brackets: "-" * len(brackets[0]), self.text[:end])
        return max(after, *(text.rfind(sign) + 1 for sign in _BOUNDARIES))

    def clause(self, end: int, after: int) -> str:
        """Return the clause up to a position, without numbering."""
        clause = _BEHIND.sub("", self.text[self.clause_begin(end, after) : end].strip().strip('"'))
        numbering = NUMBERING.match(clause)
        return clause[numbering.end() :] if numbering else clause

    def fills(self, begin: int, end: int) -> bool:
        """Whether nothing but filling words stands between two positions."""
        return self.lexer.is_filler(self.text[begin:end])

    def leads(self, begin: int, end: int) -> bool:
        """Whether only what leads to a movement stands between two positions: filling words, 比2023年预算."""
        return self.lexer.leads_to_movement(self.text[begin:end])

    def year_in(self, begin: int, end: int) -> int | None:
        """Return the last year printed between two positions, a year compared with left out."""
        years = [token.year for token in self.lexer.tokens(self.text[begin:end]) if token.mark is Mark.YEAR]
        return years[-1] if years else None

    def year_of_balance(self, end: int, fiscal_year: int) -> int | None:
        """Return the year at whose end something stands: the last named before a position, or the one before."""
        years = _YEAR.findall(self.text[:end])
        if years:
            return int(years[-1])
        return fiscal_year - 1 if any(word in self.text[:end] for word in self.phrases.last_year) else None

    def stage_in(self, begin: int, end: int) -> Stage | None:
        """Return the stage named between two positions, but not by a name such as 一般公共预算支出."""
        text = self.text[begin:end]
        for token in reversed(self.lexer.tokens(text)):
            if token.topic and token.topic.subject not in self.phrases.rules.general:
                text = text[: token.start] + text[token.end :]
        return self.phrases.stage_in(text)

    def reason(self, token: Token, openings: Sequence[str]) -> str:
        """Return a reason as printed, without the words that announce it."""
        opening = max((word for word in openings if token.text.startswith(word)), key=len)
        return self.sentence.text[token.start + len(opening) : token.end].strip("：:，,；; ")

    def name_in(self, clause: str, body: str) -> str:
        """Return the name of something that is none of the known subjects, or an empty string."""
        name = clause.replace(fold(body), "")
        for token in self.lexer.tokens(clause):
            if token.mark is Mark.YEAR:
                name = name.rpartition(token.text)[2]
        for word in self.phrases.rules.ourselves:
            name = name.removeprefix(word)
        for word in sorted(set(self.phrases.fillers) - set(self.phrases.nouns), key=len, reverse=True):
            name = name.removesuffix(word)
        return name if 2 <= len(name) <= _LONGEST_NAME else ""


def text_of(sentence: Sentence, lexer: Lexer, phrases: Phrases) -> SentenceText:
    """Return the sentence, folded."""
    return SentenceText(sentence, fold(sentence.text), lexer, phrases)
