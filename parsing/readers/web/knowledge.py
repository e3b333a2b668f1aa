"""Loads what is known of web pages: how the parts and lines that are the site's, not the document's, are called."""

import re
from dataclasses import dataclass

from parsing.words.terms_file import InvalidTerms, read_terms

FILE = "web_pages.toml"
_LONGEST_LINE = 80
"""In a longer one the same words are part of a sentence."""
_WORD = re.compile(r"[A-Z]?[a-z]+")


@dataclass(frozen=True, slots=True)
class WebKnowledge:
    """How to tell the site's words from the document's."""

    site_words: frozenset[str]
    site_meta: frozenset[str]
    site_line: re.Pattern[str]

    def names_site(self, names: str) -> bool:
        """Return whether a class or id says that an element is the site's: one of its words does."""
        return any(word.lower() in self.site_words for word in _WORD.findall(names))

    def is_site_line(self, text: str) -> bool:
        """Return whether the line is one that the site prints around every page."""
        return len(text) < _LONGEST_LINE and self.site_line.search(text) is not None


def load_web_knowledge() -> WebKnowledge:
    """Return the knowledge that ships with the package. Raises InvalidTerms naming file and key."""
    terms = read_terms(FILE)
    try:
        line = re.compile("|".join(f"(?:{pattern})" for pattern in terms.words("lines", "site")))
    except re.error as error:
        raise InvalidTerms(FILE, "lines.site", f"is not a list of regular expressions: {error}") from error
    words, meta = (frozenset(terms.words("elements", key)) for key in ("site", "site_meta"))
    return WebKnowledge(words, meta, line)
