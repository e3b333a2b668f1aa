"""Tells the document on a web page from what the site puts around it: menus, paths, forms, feet."""

import re
from dataclasses import dataclass

from parsing.readers.office.xml import Element
from parsing.readers.web.knowledge import WebKnowledge

_NEVER_TEXT = frozenset(
    {
        *("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "svg", "canvas"),
        *("nav", "footer", "aside", "select", "option", "button", "input", "textarea", "audio", "video", "map"),
    }
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_MENU_LINKS = 3
"""Fewer links may stand in a document: its annexes, a source."""
_MENU_SHARE = 0.7
"""The share of a menu's letters that are links; separators between them take the rest."""
_MOST_OF_PAGE = 0.3
_ANNEX = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z)\b", re.I)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What is left out of one page."""

    knowledge: WebKnowledge
    letters: int
    """How many the whole page has."""
    names: frozenset[str]
    """What the page calls its site and the column it stands in."""

    def is_line(self, text: str) -> bool:
        """Return whether a line is the site's."""
        return text in self.names or self.knowledge.is_site_line(text)

    def holds(self, element: Element) -> bool:
        """Return whether the element is not of the document."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _NEVER_TEXT:
            return True
        if is_hidden(element):
            return True
        return tag not in ("body", "html", "a") and (self._is_named_site(element) or _is_menu(element))

    def _is_named_site(self, element: Element) -> bool:
        names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
        if not self.knowledge.names_site(names) or next(element.iter("h1"), None) is not None:
            return False
        return letters_of(element) < _MOST_OF_PAGE * self.letters


def furniture_of(root: Element, knowledge: WebKnowledge) -> Furniture:
    """Return what is to be left out of the page of that root."""
    metas = (each for each in root.iter("meta") if each.get("name") in knowledge.site_meta)
    return Furniture(knowledge, letters_of(root), frozenset((each.get("content") or "").strip() for each in metas))


def is_hidden(element: Element) -> bool:
    """Return whether the element itself says that it is not shown."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def letters_of(element: Element) -> int:
    """Return how many letters stand in the element, scripts and styles left out."""
    return sum(
        len((text or "").strip())
        for each in element.iter()
        for text in (
            (each.text if each.tag not in ("script", "style") else ""),
            each.tail if each is not element else "",
        )
    )


def _is_menu(element: Element) -> bool:
    """Return whether an element is little more than links to other pages."""
    links = [each for each in element.iter("a") if _leads_elsewhere(each.get("href") or "")]
    if len(links) < _MENU_LINKS:
        return False
    linked = sum(map(letters_of, links))
    return linked > _MENU_SHARE * letters_of(element)


def _leads_elsewhere(link: str) -> bool:
    return bool(link) and not link.startswith("#") and not _ANNEX.search(link)
