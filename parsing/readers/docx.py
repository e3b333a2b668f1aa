"""Reads Word documents (.docx) from their XML."""

from collections.abc import Mapping
from functools import partial

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Page
from parsing.readers.office.parts import OfficeParts, Relation, main_part, office_parts
from parsing.readers.office.xml import children_of
from parsing.readers.tally import Tally
from parsing.readers.word.numbering import numbering_of
from parsing.readers.word.story import Story


def read_docx(content: bytes, limits: Limits) -> tuple[Page, ...]:
    """Read the document as one page without a number; where pages break only the word processor knows.

    A text's place is its paragraph, counted through the document, and in tables the cell. Heads, feet and notes are not
    read. What was deleted under revision is not printed, what was inserted is.

    Raises UnreadableDocument if the file is encrypted, damaged, too large, or has no text.
    """
    parts = office_parts(content, limits)
    name, body = main_part(parts, usual="word/document.xml")
    numbering = numbering_of(parts.related_content(name, "numbering"), parts.related_content(name, "styles"))
    story = Story(Tally(limits), numbering, partial(_embedded, parts, parts.relations(name)))
    blocks = tuple(block for element in children_of(body, "body") for block in story.blocks_of((element,)))
    if not blocks:
        cause = Cause.NO_TEXT if story.unread else Cause.EMPTY
        raise UnreadableDocument(cause, "the document has no text")
    return (Page(None, blocks, story.unread),)


def _embedded(parts: OfficeParts, relations: Mapping[str, Relation], name: str) -> bytes | None:
    return parts.content(relations[name].part) if name in relations else None
