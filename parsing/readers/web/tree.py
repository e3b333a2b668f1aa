"""Parses web pages as they come: in whatever encoding, with whatever errors in the markup."""

import email
import email.policy
import re
from collections.abc import Iterator

from lxml import etree

from parsing.formats import BYTE_ORDER_MARKS
from parsing.readers.office.xml import Element

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I)
_DECLARED_WITHIN = 4096
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_SERVER_SIDE = re.compile(r"<%.*?%>|\$\{[^{}<>]*\}", re.S)
"""What a server would have replaced in a page that was saved from its source (.jsp)."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_CHINESE = ("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80")


def page_tree(content: bytes, declared: str | None = None) -> Element | None:
    """Return the root of the page, or None where nothing is in it.

    `declared` is the encoding the surroundings of the page name, such as a mail it came in.
    """
    text = _CONTROL.sub("", page_text(content, declared))
    text = _XML_DECLARATION.sub("", _SERVER_SIDE.sub("", text))
    # Old pages leave thousands of tags open, one in the other; without huge_tree the rest of the page would be lost.
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    return etree.fromstring(text, parser) if text.strip() else None


def page_text(content: bytes, declared: str | None = None) -> str:
    """Return the page as text; bytes of no encoding become U+FFFD.

    A byte order mark decides, then whether the bytes are UTF-8, as they never are by chance, then what is declared.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, "replace")
    named = declared or next((hit[1].decode("ascii") for hit in _DECLARED.finditer(content[:_DECLARED_WITHIN])), None)
    for encoding in ("utf-8", *_known(named), "gb18030"):
        try:
            return content.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    candidates = [content.decode(encoding, "replace") for encoding in ("utf-8", "gb18030")]
    return min(candidates, key=lambda text: text.count("\ufffd"))


def pages_of_message(content: bytes) -> Iterator[tuple[bytes, str | None]]:
    """Yield the web pages of a page saved as one file (.mht), which is a mail, with the encodings it names."""
    message = email.message_from_bytes(content, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield payload, part.get_content_charset()


def _known(encoding: str | None) -> tuple[str, ...]:
    if encoding is None:
        return ()
    return ("gb18030",) if encoding.lower() in _CHINESE else (encoding,)
