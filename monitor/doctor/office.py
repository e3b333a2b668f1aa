"""Looks at LibreOffice, through which documents of the older Word format are read."""

from functools import partial

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.reader_process import Broken, ReaderProcess
from parsing.readers.office.program import OfficeProgram, as_docx
from parsing.readers.office.version import version_of

PART, TITLE = "libreoffice", "LibreOffice"
INSTALL = "安装：apt-get install libreoffice-writer-nogui；装好后这些文件会自动重试"
_DOCUMENT = rb"{\rtf1 12.50}"


def look_at_office(reader: ReaderProcess, program: OfficeProgram) -> Diagnosis:
    """Return whether the program is here and converts a document in a child."""
    if not program.present:
        return Diagnosis(PART, TITLE, Health.WARNING, "没有安装，旧版 Word（.doc）文件读不了", INSTALL)
    version = version_of(program)
    converted = reader.run(partial(_converts, program))
    if version and converted is True:
        return Diagnosis(PART, TITLE, Health.OK, f"{version}，可以转换 .doc 文件")
    reason = converted.reason if isinstance(converted, Broken) else version or "问不到版本"
    return Diagnosis(PART, TITLE, Health.ERROR, f"已安装，但不能转换 .doc 文件：{reason}", INSTALL)


def _converts(program: OfficeProgram) -> bool:
    (converted,) = as_docx((_DOCUMENT,), program)
    return converted is not None
