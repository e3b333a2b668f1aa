"""Writes files that nobody honest writes: made to crash, fill or escape whatever reads them."""

import random
import zlib
from collections.abc import Iterable, Mapping

from tests.builders.excel import SheetPlan, an_xls, an_xlsx, sheet
from tests.builders.packed import bomb, encrypted, overlapping, packed, with_link
from tests.builders.pdf import PdfPrinter
from tests.builders.word import a_docx, paragraph

_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s>>"
_MEGABYTE = 1024 * 1024


def hostile_files() -> Mapping[str, bytes]:
    """Return one file of every kind we know of, by a name that says what it does."""
    return {**_pdfs(), **_archives(), **_office(), **_texts(), **dict(_truncated())}


def a_pdf(*objects: bytes) -> bytes:
    """Return a PDF of the objects, numbered from 1, the first of which is its catalog."""
    content, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def a_stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream as it stands in a PDF."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def pdf_bomb(megabytes: int, *, twice: bool = False) -> bytes:
    """Return a PDF of one page whose content unpacks to so much; `twice` packs that once more, to almost nothing."""
    content = deflated(b"q Q \n" * (_MEGABYTE // 5), megabytes)
    if twice:
        return _one_page(a_stream(zlib.compress(content), b"/Filter [/FlateDecode /FlateDecode] "))
    return _one_page(a_stream(content, b"/Filter /FlateDecode "))


def deflated(block: bytes, times: int) -> bytes:
    """Return the block, so many times, packed without ever being there whole."""
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(block) for _ in range(times)) + packer.flush()


def _small_bomb() -> bytes:
    return a_stream(deflated(b"q Q \n" * (_MEGABYTE // 5), 10), b"/Filter /FlateDecode ")


def pdf_of_many_pages(pages: int) -> bytes:
    """Return a PDF of empty pages."""
    numbers = b" ".join(b"%d 0 R" % number for number in range(3, pages + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    return a_pdf(_CATALOG, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (numbers, pages), *[page] * pages)


def _pdfs() -> Mapping[str, bytes]:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> "
    resources = b"/Resources << /XObject << /F 5 0 R >> >> "
    loop = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count %d >>"
    return {
        "bomb.pdf": pdf_bomb(150),
        "bomb-in-a-bomb.pdf": pdf_bomb(150, twice=True),
        "many-small-bombs.pdf": _one_page(a_stream(b""), b"", *[_small_bomb()] * 60),
        "bomb-of-objects.pdf": a_pdf(
            _CATALOG, _PAGES, a_stream(deflated(b"0 0 " * 99_999, 400), b"/Type /ObjStm /Filter /FlateDecode /N 9 ")
        ),
        "ten-thousand-pages.pdf": pdf_of_many_pages(10_000),
        "endless-pages.pdf": a_pdf(_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"),
        "pages-in-a-loop.pdf": a_pdf(_CATALOG, loop % 2),
        "forms-in-a-loop.pdf": _one_page(a_stream(b"/F Do"), resources, a_stream(b"/F Do", form)),
        "forms-without-end.pdf": _one_page(a_stream(b"/F Do"), resources, a_stream(b"/F Do /F Do", form)),
        "deep-arrays.pdf": _one_page(a_stream(b"[" * 1_000_000)),
        "password.pdf": _protected(),
        "no-pages.pdf": a_pdf(_CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    }


def _one_page(content: bytes, entries: bytes = b"", *more: bytes) -> bytes:
    return a_pdf(_CATALOG, _PAGES, _PAGE % entries, content, *more)


def _printed() -> bytes:
    printer = PdfPrinter()
    printer.table(50, 50, [99, 99], [["项目", "金额"], ["合计", "1.00"]])
    return printer.printed()


def _protected() -> bytes:
    printer = PdfPrinter("secret")
    printer.text(50, 50, "收支总表")
    return printer.printed()


def _archives() -> Mapping[str, bytes]:
    layers = packed({"nothing.txt": bytes(200 * _MEGABYTE // 10)})
    for _ in range(5):
        layers = packed({f"{number}.zip": layers for number in range(10)})
    return {
        "leads-out.zip": packed({"一.txt": "预算", "../../../../tmp/budgetwatch-was-here": "x"}),
        "absolute.zip": packed({"/tmp/budgetwatch-was-here": "x"}),
        "link.zip": with_link("一.txt", "/etc/passwd"),
        "overlapping.zip": overlapping("a.txt", b"budget" * 1000),
        "password.zip": encrypted({"一.txt": "预算"}),
        "bomb.zip": bomb("一.txt", 20),
        "bombs-in-bombs.zip": layers,
        "empty.zip": packed({"folder/": b""}),
        "many-entries.zip": packed({f"{number}.txt": b"" for number in range(10_001)}, compressed=False),
    }


def _office() -> Mapping[str, bytes]:
    laughs = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    doctype = '<!DOCTYPE d [<!ENTITY l0 "lol">{}<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    text = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    strings = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
    corners = SheetPlan("收支总表", {"A1": "收支总表", "XFD1048576": "1"}, merges=("A1:XFD1048576",))
    return {
        "billion-laughs.docx": a_docx(text.format("&l9;"), prologue=doctype.format(laughs)),
        "external-entity.docx": a_docx(text.format("&out;"), prologue=doctype.format("")),
        "deep.docx": a_docx("<w:p>" * 100_000 + "</w:p>" * 100_000),
        "bomb.docx": bomb("word/document.xml", 20),
        "bomb.xlsx": bomb("xl/workbook.xml", 20),
        "shared-strings.xlsx": an_xlsx(
            sheet("收支总表", ["1"]), extra={"xl/sharedStrings.xml": strings.format("<si><t>预算</t></si>" * 500_000)}
        ),
        "many-strings.xlsx": an_xlsx(
            sheet("收支总表", ["1"]),
            extra={"xl/sharedStrings.xml": strings.format("".join(f"<si><t>{n}</t></si>" for n in range(1_000_000)))},
        ),
        "corners.xlsx": an_xlsx(corners),
        "many-sheets.xlsx": an_xlsx(*(sheet(f"{number}", ["1"]) for number in range(1_000))),
    }


def _texts() -> Mapping[str, bytes]:
    noise = random.Random(20261121).randbytes(_MEGABYTE)
    return {
        "nothing": b"",
        "noise": noise,
        "noise.pdf": b"%PDF-1.7\n" + noise,
        "noise.docx": b"PK\x03\x04" + noise,
        "noise.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + noise,
        "noise.png": b"\x89PNG\r\n\x1a\n" + noise,
        "deep.html": b"<html><body>" + b"<div>" * 1_000_000,
        "deep-table.html": b"<html><body>" + b"<table><tr><td>" * 20_000,
        "nul.csv": "项目,金额\n".encode() + bytes(5 * _MEGABYTE),
        "one-line.txt": "预".encode() * 5_000_000,
        "one-row.csv": b"1," * 2_000_000 + b"\n" + b"2," * 2_000_000,
    }


def _truncated() -> Iterable[tuple[str, bytes]]:
    rows = sheet("收支总表", ["项目", "金额"], ["合计", "1.00"])
    whole = {
        "pdf": _printed(),
        "docx": a_docx(paragraph("收支总表")),
        "xlsx": an_xlsx(rows),
        "xls": an_xls(rows),
        "zip": packed({"一.txt": "预算"}),
        "html": "<html><body><table><tr><td>收支总表".encode(),
    }
    for form, content in whole.items():
        yield f"half.{form}", content[: len(content) // 2]
        yield f"almost.{form}", content[:-20]
