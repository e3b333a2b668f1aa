"""Changes printed PDF files into forms that other programs write."""

from collections.abc import Mapping
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream


def turned(content: bytes, quarters: int) -> bytes:
    """Return the file with its pages turned, and turned back by /Rotate, so that they look the same."""
    with Pdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            _, _, width, height = (float(side) for side in page.mediabox)
            matrix = {
                1: f"0 1 -1 0 {height} 0",
                2: f"-1 0 0 -1 {width} {height}",
                3: f"0 -1 1 0 0 {width}",
            }[quarters]
            page.contents_add(pdf.make_stream(f"q {matrix} cm".encode()), prepend=True)
            page.contents_add(pdf.make_stream(b"Q"))
            if quarters % 2:
                page.mediabox = Array([0, 0, height, width])
            page.Rotate = 90 * quarters
        return _saved(pdf)


def cropped(content: bytes, left: float, bottom: float, right: float, top: float) -> bytes:
    """Return the file with only a part of its pages shown, and with the origin of their space moved."""
    with Pdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.contents_add(pdf.make_stream(b"q 1 0 0 1 100 -50 cm"), prepend=True)
            page.contents_add(pdf.make_stream(b"Q"))
            _, _, width, height = (float(side) for side in page.mediabox)
            page.mediabox = Array([100, -50, width + 100, height - 50])
            page.cropbox = Array([left + 100, bottom - 50, right + 100, top - 50])
        return _saved(pdf)


def in_forms(content: bytes) -> bytes:
    """Return the file with what each page shows put into a form within a form, each with a matrix of its own."""
    with Pdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            inner = _form(pdf, _stream(page), page.Resources, [2, 0, 0, 2, 10, 20])
            outer = _form(pdf, b"q /Inner Do Q", Dictionary(XObject=Dictionary(Inner=inner)), [0.5, 0, 0, 0.5, 0, 0])
            page.Resources = Dictionary(XObject=Dictionary(Outer=outer))
            page.Contents = pdf.make_stream(b"q 1 0 0 1 -5 -10 cm /Outer Do Q")
        return _saved(pdf)


def without_unicode(content: bytes) -> bytes:
    """Return the file with fonts that do not say what their letters stand for."""
    with Pdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
                thing.Encoding = Dictionary(Differences=Array([0, *(Name(f"/G{code:02X}") for code in range(256))]))
                if "/ToUnicode" in thing:
                    del thing.ToUnicode
        return _saved(pdf)


def with_unicode(content: bytes, characters: Mapping[int, str]) -> bytes:
    """Return the file with fonts that say what the letters of some codes stand for."""
    lines = [f"<{code:02X}> <{text.encode('utf-16-be').hex()}>" for code, text in characters.items()]
    cmap = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Ours def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        f"{len(lines)} beginbfchar",
        *lines,
        "endbfchar endcmap end end",
    ]
    with Pdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font:
                thing.ToUnicode = pdf.make_stream("\n".join(cmap).encode())
        return _saved(pdf)


def written_downward(content: bytes) -> bytes:
    """Return the file with its Chinese fonts writing from top to bottom."""
    with Pdf.open(BytesIO(content)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, Dictionary) and thing.get("/Subtype") == Name.Type0:
                thing.Encoding = Name(str(thing.Encoding).removesuffix("H") + "V")
        return _saved(pdf)


def _form(pdf: Pdf, content: bytes, resources: Object, matrix: list[float]) -> Stream:
    form = pdf.make_stream(content)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([0, 0, 2000, 2000])
    form.Matrix = Array(matrix)
    form.Resources = resources
    return form


def _stream(page: Page) -> bytes:
    page.contents_coalesce()
    return bytes(page.Contents.read_bytes())


def _saved(pdf: Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()
