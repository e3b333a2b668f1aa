"""Makes the smallest PDF file with a table, to see whether one is read here."""

ROWS = (("Item", "Amount"), ("Total", "12.50"))
_COLUMN, _ROW = 100, 20


def a_pdf() -> bytes:
    """Return a page with a ruled table of ROWS."""
    drawn = _content().encode("ascii")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    file = bytearray(b"%PDF-1.4\n")
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, written)
    begin = len(file)
    file += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(file + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % begin)


def _content() -> str:
    """Return what is drawn: each cell's frame, and its text within."""
    return "\n".join(
        f"{x} {y} {_COLUMN} {_ROW} re S BT /F 10 Tf {x + 4} {y + 6} Td ({text}) Tj ET"
        for y, row in zip((120, 120 - _ROW), ROWS, strict=True)
        for x, text in zip((50, 50 + _COLUMN), row, strict=True)
    )
