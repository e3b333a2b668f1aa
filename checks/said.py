"""Where in a section something is said."""

from records.disclosure import Section
from records.evidence import Evidence


def said_at(section: Section, begin: int, end: int) -> Evidence:
    """Return the place of a stretch of a section's text, quoting it."""
    return section.place_of(begin).quoting(section.text[begin:end])
