"""Parses the XML parts of Office files, of which no entity, network address or endless tree is followed."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from parsing.failures import Cause, UnreadableDocument

Element = etree._Element

_LONGEST_NUMBER = 12


def tree_of(content: bytes) -> Element:
    """Return the root of the tree. Raises UnreadableDocument if the bytes are no XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(Cause.DAMAGED, f"a part of the file is no XML: {error}") from error


def children_of(content: bytes, *parents: str) -> Iterator[Element]:
    """Yield each child of the elements of those local names, then forget it, so that the tree never stands whole.

    Raises UnreadableDocument if the bytes are no XML.
    """
    steps = etree.iterparse(
        BytesIO(content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_parent: dict[object, bool] = {}  # by tag: every element of the part passes here
    try:
        for _, element in steps:
            above = element.getparent()
            if above is None:
                continue
            if above.tag not in is_parent:
                is_parent[above.tag] = name_of(above) in parents
            if is_parent[above.tag]:
                yield element
                _forget(element, above)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(Cause.DAMAGED, f"a part of the file is no XML: {error}") from error


def _forget(element: Element, above: Element) -> None:
    """Empty the element, and take away those before it: the parser still stands on the element itself."""
    element.clear()
    while element.getprevious() is not None:
        del above[0]


def name_of(element: Element) -> str:
    """Return the local name of an element, the same in both editions of the standard, which differ in namespaces."""
    tag = element.tag
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """Return the value of an attribute by its local name."""
    value = element.get(name)
    if value is not None:
        return value
    return next((each for key, each in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def child(element: Element, *path: str) -> Element | None:
    """Return the first descendant that lies at the path of local names."""
    for name in path:
        for each in element:
            if name_of(each) == name:
                element = each
                break
        else:
            return None
    return element


def whole_number(text: str | None, default: int = 0) -> int:
    """Return the number an attribute holds, the default where it holds none, or one longer than any that is meant."""
    return int(text) if text and text.isdecimal() and len(text) < _LONGEST_NUMBER else default


def is_true(text: str | None) -> bool:
    """Return whether an attribute says yes."""
    return text in ("1", "true", "on")


def is_on(element: Element | None) -> bool:
    """Return whether a property stands there and is not switched off."""
    return element is not None and (attribute(element, "val") or "1") not in ("0", "false", "off", "none")
