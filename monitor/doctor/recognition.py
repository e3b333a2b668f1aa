"""Looks at the recognition of text in pictures, which is an extra of the installation."""

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.reader_process import Broken, ReaderProcess
from parsing.readers.ocr.picture import open_picture_reader, pictures_are_readable

PART, TITLE = "ocr", "文字识别"


def look_at_recognition(recognising: ReaderProcess) -> Diagnosis:
    """Return whether the extra is installed and its models can be loaded within the memory they may use."""
    if not pictures_are_readable():
        return Diagnosis(
            PART, TITLE, Health.WARNING, "没有安装，扫描件和图片读不了", "安装：pip install 'budgetwatch[ocr]'"
        )
    loaded = recognising.run(_load)
    if isinstance(loaded, Broken):
        return Diagnosis(
            PART, TITLE, Health.ERROR, f"不能启动：{loaded.reason}", "调高 ocr.memory_megabytes，或重新安装"
        )
    return Diagnosis(PART, TITLE, Health.OK, "已安装，可以识别扫描件和图片")


def _load() -> None:
    open_picture_reader()
