"""Where in a section something is said."""

from dataclasses import replace

from records.disclosure import Disclosure, Section
from records.evidence import Evidence


def said_at(disclosure: Disclosure, section: Section, begin: int, end: int) -> Evidence:
    """Return the place of a stretch of a section's text, quoting it.

    The section knows only where it begins, the claims before the stretch where it has come to.
    """
    before = section.text[:end]
    claims = (claim.evidence for claim in disclosure.claims if claim.evidence.caption == section.heading)
    pages = [evidence.page for evidence in claims if evidence.text in before and evidence.page is not None]
    place = replace(section.evidence, page=max(pages)) if pages else section.evidence
    return place.quoting(section.text[begin:end])
