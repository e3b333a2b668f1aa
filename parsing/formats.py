"""Tells the format of a file from its bytes, never from its name."""

import re
import zipfile
from io import BytesIO

PDF, TEXT, UNKNOWN = "pdf", "txt", "unknown"

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF8", "image"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"{\\rtf", "rtf"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_MEMBERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("OFD.xml", "ofd"))
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_STREAMS = (
    ("EncryptedPackage", "encrypted-office"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
_PDF_HEADER_WITHIN = 1024  # as every PDF reader allows
_MARKUP = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body|table)\b", re.S | re.I)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BINARY = re.compile("[\x00-\x06\x08\x0e-\x1a\x1c-\x1f]")


def format_of(content: bytes) -> str:
    """Return the short name of the format: pdf, txt, docx, doc, xlsx, xls, html, zip, ofd, image … or unknown."""
    if content.startswith(_ZIP):
        return _packed_format(content)
    if content.startswith(_COMPOUND):
        return _compound_format(content)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return PDF
    named = next((name for signature, name in _SIGNATURES if content.startswith(signature)), None)
    if named:
        return named
    text = decoded(content)
    if text is None:
        return UNKNOWN
    return "html" if _MARKUP.match(text) else TEXT


def decoded(content: bytes) -> str | None:
    """Return the content as text: UTF-8, UTF-16 with a byte order mark, or GB18030; None where it is none of these."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _text(content.removeprefix(mark), encoding)
    utf8 = _text(content, "utf-8")
    return utf8 if utf8 is not None else _text(content, "gb18030")


def _text(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Almost any bytes are valid GB18030 or UTF-16; control characters give away what is not text.
    return None if _BINARY.search(text) else text


def _packed_format(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "zip"
    for beginning, name in _ZIP_MEMBERS:
        if any(member.startswith(beginning) for member in names):
            return name
    return "zip"


def _compound_format(content: bytes) -> str:
    for stream, name in _COMPOUND_STREAMS:
        if stream.encode("utf-16-le") in content:
            return name
    return "ole"
