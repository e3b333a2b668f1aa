"""Tells the format of a file from its bytes, never from its name."""

import csv
import re
import zipfile
from io import BytesIO

PDF, TEXT, CSV, HTML, MHTML = "pdf", "txt", "csv", "html", "mhtml"
DOCX, DOC, XLSX, XLS, ZIP, IMAGE = "docx", "doc", "xlsx", "xls", "zip", "image"
ENCRYPTED_OFFICE, UNKNOWN = "encrypted-office", "unknown"

CHINESE_NAMES = {
    ZIP: "ZIP 压缩包",
    "ofd": "OFD 版式文件",
    "wps": "WPS 文字（.wps）旧格式",
    "rar": "RAR 压缩包",
    "7z": "7z 压缩包",
    "gzip": "GZ 压缩包",
    "rtf": "RTF 文档",
    "pptx": "PowerPoint 演示文稿",
    "ppt": "PowerPoint 演示文稿",
    "xlsb": "Excel 二进制工作簿（.xlsb）",
    "odf": "OpenDocument 文档",
    "xml": "XML 文件",
    "ole": "未知的复合文档",
}
"""What the staff call the formats that are recognised and not read."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", IMAGE),
    (b"\xff\xd8\xff", IMAGE),
    (b"II*\x00", IMAGE),
    (b"MM\x00*", IMAGE),
    (b"GIF8", IMAGE),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"{\\rtf", "rtf"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_PARTS = (
    ("word/document.xml", DOCX),
    ("xl/workbook.xml", XLSX),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("OFD.xml", "ofd"),
)
_ZIP_FOLDERS = (("word/", DOCX), ("xl/", XLSX), ("ppt/", "pptx"))
"""Where the main part has another name; such a folder alone may stand in any archive."""
_CONTENT_TYPES = "[Content_Types].xml"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_OPEN_DOCUMENT_WITHIN = 128
_ZIP_DIRECTORY_ENTRY = b"PK\x01\x02"
_MOST_ZIP_ENTRIES = 50_000
"""An archive of more is not looked into: listing them takes memory before anybody can refuse it."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", DOC),
    ("Workbook", XLS),
    ("Book", XLS),
    ("PowerPoint Document", "ppt"),
    ("MN0", "wps"),
    ("MatOST", "wps"),
)
_DIRECTORY_ENTRY_BYTES = 128
"""The names of streams stand at multiples of this; elsewhere the same letters are text of the document."""

_BITMAP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0{3}", re.S)
"""The two letters alone may begin a text: BM is short for 编码."""
_PDF_HEADER_WITHIN = 1024  # as every PDF reader allows
_MARKUP_WITHIN = 4096
_MARKUP = re.compile(
    r"\ufeff?(?:\s|<\?xml[^>]*>|<!--.*?-->|<%.*?%>)*"
    r"<(?:!doctype\s+html|html|head|body|table|meta|title|link|style|script|div)\b",
    re.S | re.I,
)
_XML = re.compile(r"\ufeff?\s*<\?xml\b")
_MESSAGE = re.compile(r"(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*content-type:\s*multipart/related", re.I)
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_BINARY = re.compile("[\x00-\x06\x08\x0e-\x1a\x1c-\x1f]")
_DELIMITERS = ",;|"


def format_of(content: bytes) -> str:
    """Return the short name of the format: pdf, txt, docx, doc, xlsx, xls, html, zip, ofd, image … or unknown."""
    if content.startswith(_ZIP):
        return _packed_format(content)
    if content.startswith(_COMPOUND):
        return _compound_format(content)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return PDF
    if _BITMAP.match(content):
        return IMAGE
    named = next((name for signature, name in _SIGNATURES if content.startswith(signature)), None)
    return named or _text_format(content)


def decoded(content: bytes) -> str | None:
    """Return the content as text: UTF-8, UTF-16 with a byte order mark, or GB18030; None where it is none of these."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _text(content.removeprefix(mark), encoding)
    utf8 = _text(content, "utf-8")
    return utf8 if utf8 is not None else _text(content, "gb18030")


def delimiter_of(text: str) -> str | None:
    """Return what parts the fields where every line of the text has equally many of them; None where they differ."""
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in _DELIMITERS:
        if not lines or delimiter not in lines[0]:
            continue
        try:
            lengths = {len(fields) for fields in csv.reader(text.splitlines(), delimiter=delimiter) if fields}
        except csv.Error:
            continue
        if len(lines) > 1 and len(lengths) == 1:
            return delimiter
    return None


def _text(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Almost any bytes are valid GB18030 or UTF-16; control characters give away what is not text.
    return None if _BINARY.search(text) else text


def _text_format(content: bytes) -> str:
    # Markup is told by its first tag, although a byte of the page may be of no encoding.
    beginning = decoded(content[:_MARKUP_WITHIN]) or content[:_MARKUP_WITHIN].decode("latin-1")
    if _MARKUP.match(beginning):
        return HTML
    if _MESSAGE.match(beginning):
        return MHTML
    if _XML.match(beginning):
        return "xml"
    text = decoded(content)
    if text is None:
        return UNKNOWN
    return CSV if delimiter_of(text) else TEXT


def _packed_format(content: bytes) -> str:
    if content.count(_ZIP_DIRECTORY_ENTRY) > _MOST_ZIP_ENTRIES:
        return ZIP
    if _OPEN_DOCUMENT in content[:_OPEN_DOCUMENT_WITHIN]:
        return "odf"
    try:
        names = {name.replace("\\", "/") for name in zipfile.ZipFile(BytesIO(content)).namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ZIP
    parts = [name for part, name in _ZIP_PARTS if part in names]
    if _CONTENT_TYPES in names:
        parts += [name for folder, name in _ZIP_FOLDERS if any(each.startswith(folder) for each in names)]
    return parts[0] if parts else ZIP


def _compound_format(content: bytes) -> str:
    return next((name for stream, name in _COMPOUND_STREAMS if _has_stream(content, stream)), "ole")


def _has_stream(content: bytes, stream: str) -> bool:
    name = stream.encode("utf-16-le") + b"\0\0"
    start = content.find(name)
    while start >= 0 and start % _DIRECTORY_ENTRY_BYTES:
        start = content.find(name, start + 1)
    return start >= 0
