"""Looks at the reading of PDF files, where it happens: in a child process, within its limits."""

import time
from collections.abc import Iterator

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.doctor.specimen import ROWS, a_pdf
from monitor.reader_limits import begin
from monitor.reader_process import Broken, ReaderProcess
from parsing.failures import UnreadableDocument
from parsing.limits import Limits
from parsing.pages import Grid
from parsing.pictures.no_picture import NoPicture

READER, READER_TITLE = "reader", "读取进程"
PDF, PDF_TITLE = "pdf", "PDF 读取"
MORE_MEMORY = "调高 reader.memory_megabytes，或给本机增加内存"
REINSTALL = "重新安装程序及其锁定的软件包：make .venv/run.stamp"


def look_at_reading(reader: ReaderProcess) -> Iterator[Diagnosis]:
    """Yield whether a child starts, and whether it reads and draws a PDF file."""
    began = time.monotonic()
    start = reader.run(begin)
    if isinstance(start, Broken):
        yield Diagnosis(READER, READER_TITLE, Health.ERROR, f"不能启动：{start.reason}", MORE_MEMORY)
        return
    yield Diagnosis(READER, READER_TITLE, Health.OK, f"可以启动，用时 {time.monotonic() - began:.1f} 秒")
    trouble = reader.run(_trouble_with_pdf)
    if isinstance(trouble, Broken):
        trouble = trouble.reason
    if trouble:
        yield Diagnosis(PDF, PDF_TITLE, Health.ERROR, f"读不出样张：{trouble}", REINSTALL)
    else:
        yield Diagnosis(PDF, PDF_TITLE, Health.OK, "样张的表格读出无误，也能绘成图片")


def _trouble_with_pdf() -> str:
    """Return what is wrong with the reading of a specimen; nothing where it is read and drawn."""
    from parsing.pictures.pictures import picture_of_page
    from parsing.reader import read_bytes

    content = a_pdf()
    try:
        (page,) = read_bytes(content, Limits()).pages
    except UnreadableDocument as error:
        return str(error)
    grids = [block for block in page.blocks if isinstance(block, Grid)]
    found = [tuple(tuple(cell.text for cell in row) for row in grid.rows) for grid in grids]
    if found != [ROWS]:
        return f"found {found}"
    picture = picture_of_page(content, 1, Limits())
    return picture.reason if isinstance(picture, NoPicture) else ""
