"""Answers what the words between the tokens of a sentence say."""

from collections.abc import Sequence
from dataclasses import dataclass

from parsing.narrative.claim_tokens import Lexer, Mark, Token, fold
from parsing.narrative.phrases import Phrases
from parsing.narrative.sentences import NUMBERING, Sentence
from records.claim import Stage

_BOUNDARIES = ",;:()、。"
_LONGEST_NAME = 20


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
        return max(after, *(self.text.rfind(sign, 0, end) + 1 for sign in _BOUNDARIES))

    def clause(self, end: int, after: int) -> str:
        """Return the clause up to a position, without numbering."""
        clause = self.text[self.clause_begin(end, after) : end].strip().strip('"')
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

    def name_in(self, clause: str) -> str:
        """Return the name of something that is none of the known subjects, or an empty string."""
        name = clause
        for token in self.lexer.tokens(clause):
            if token.mark is Mark.YEAR:
                name = clause[token.end :]
        for word in self.phrases.rules.ourselves:
            name = name.removeprefix(word)
        for word in sorted(self.phrases.fillers, key=len, reverse=True):
            name = name.removesuffix(word)
        return name if 2 <= len(name) <= _LONGEST_NAME else ""


def text_of(sentence: Sentence, lexer: Lexer, phrases: Phrases) -> SentenceText:
    """Return the sentence, folded."""
    return SentenceText(sentence, fold(sentence.text), lexer, phrases)
