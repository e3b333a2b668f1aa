"""Writes Word documents from the XML of their bodies."""

from collections.abc import Mapping, Sequence
from html import escape

from tests.builders.packed import packed

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:r="{_KINDS}"'
)


def a_docx(
    *body: str,
    related: Mapping[str, tuple[str, bytes | str]] | None = None,
    namespace: str = TRANSITIONAL,
    prologue: str = "",
) -> bytes:
    """Return a document of the elements; `related` holds kind and content of further parts by their file name."""
    related = related or {}
    document = (
        f'{prologue}<w:document xmlns:w="{namespace}" {_NAMESPACES}><w:body>{"".join(body)}</w:body></w:document>'
    )
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_KINDS}/{kind}" Target="{name}"/>' for name, (kind, _) in related.items()
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": (
                f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" Type="{_KINDS}/officeDocument" '
                'Target="word/document.xml"/></Relationships>'
            ),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
            **{f"word/{name}": content for name, (_, content) in related.items()},
        }
    )


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Return a paragraph of runs; what does not begin with a tag is text."""
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_field(instruction: str, shown: str | None = None) -> str:
    """Return a field; without a result where nothing is shown."""
    result = "" if shown is None else f"<w:r>{_mark('separate')}</w:r>{shown if shown.startswith('<') else run(shown)}"
    text = f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
    return f"<w:r>{_mark('begin')}</w:r>{text}{result}<w:r>{_mark('end')}</w:r>"


def open_field(instruction: str) -> str:
    """Return the beginning of a field that never ends."""
    return f"<w:r>{_mark('begin')}</w:r><w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"


def table(*rows: Sequence[str]) -> str:
    """Return a table; a cell is text, or begins with a tag: see `cell`."""
    return f"<w:tbl>{''.join(table_row(*each) for each in rows)}</w:tbl>"


def table_row(*cells: str, properties: str = "") -> str:
    """Return a row of a table."""
    content = "".join(each if each.startswith("<w:tc>") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def cell(*content: str, span: int = 1, merge: str = "") -> str:
    """Return a cell that reaches over `span` columns; `merge` is restart or continue down a merged column."""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    blocks = "".join(each if each.startswith("<") else paragraph(each) for each in content)
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{down}</w:tcPr>{blocks}</w:tc>'


def text_box(text: str) -> str:
    """Return a text box as Word writes it: once for itself and once for older programs."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{content}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(width_points: int, height_points: int) -> str:
    """Return a picture of that size."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width_points * 12700}" cy="{height_points * 12700}"/>'
        "<a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r>"
    )


def embedded_object(relation: str) -> str:
    """Return an object of another program."""
    return f'<w:r><w:object><o:OLEObject Type="Embed" r:id="{relation}"/></w:object></w:r>'


def numbering(*levels: tuple[str, str]) -> str:
    """Return the part that defines list 1 by form and pattern of its levels."""
    defined = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for index, (form, pattern) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{TRANSITIONAL}"><w:abstractNum w:abstractNumId="7">{defined}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )


def numbered(level: int) -> str:
    """Return the properties of a paragraph of list 1."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _mark(kind: str) -> str:
    return f'<w:fldChar w:fldCharType="{kind}"/>'
