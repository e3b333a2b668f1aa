"""Why a file could not be read, or is not what we read: in English for the log, in Chinese for the staff."""

from enum import StrEnum


class Cause(StrEnum):
    """What kept a file from being read."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED_FORMAT = "unsupported-format"
    TOO_LARGE = "too-large"
    NO_TEXT = "no-text"
    """No page has text that can be read; as a rule each is a picture."""
    UNSAFE_ARCHIVE = "unsafe-archive"
    """Its entries would be written elsewhere, are links, or share their bytes: no honest archive is made so."""
    NEEDS_LIBREOFFICE = "needs-libreoffice"
    """The format is read through LibreOffice, and there is none on this machine."""
    NEEDS_OCR = "needs-ocr"
    """Its pages are pictures, and the extra that reads pictures is not installed on this machine."""

    IDENTITY_UNKNOWN = "identity-unknown"
    """The text does not tell whose it is, or of what year."""

    @property
    def chinese(self) -> str:
        """The sentence for the staff: what is wrong with the file and what to ask of its publisher."""
        return _CHINESE[self]


_CHINESE = {
    Cause.EMPTY: "文件为空，没有任何内容，请核实是否上传完整。",
    Cause.ENCRYPTED: "文件设置了打开密码，无法读取，请提供未加密的文件。",
    Cause.DAMAGED: "文件已损坏或不完整，无法读取，请重新提供。",
    Cause.UNSUPPORTED_FORMAT: "文件的格式暂不支持读取，请人工查看。",
    Cause.TOO_LARGE: "文件过大，超出读取上限，请人工查看。",
    Cause.NO_TEXT: "文件没有可以读取的文字（一般为扫描件或图片），请人工查看。",
    Cause.IDENTITY_UNKNOWN: "文件中看不出公开主体或年度，无法与其他文件比对，请人工指定。",
    Cause.UNSAFE_ARCHIVE: "压缩包的结构异常（含越界路径、链接或重叠条目），未予解压，请核实来源后重新提供。",
    Cause.NEEDS_LIBREOFFICE: "读取该格式需要 LibreOffice，本机尚未安装，请管理员安装后重试。",
    Cause.NEEDS_OCR: "文件为扫描件或图片，本机尚未安装文字识别组件（budgetwatch[ocr]），请管理员安装后重试。",
}


class UnreadableDocument(Exception):
    """A file, or all of its pages, cannot be read; reading it again will not help."""

    def __init__(self, cause: Cause, reason: str, chinese: str | None = None) -> None:
        self.cause = cause
        self.reason = reason
        self.chinese = chinese or cause.chinese
        """The sentence for the staff, where the cause's own says too little."""
        super().__init__(cause, reason, chinese)

    def __str__(self) -> str:
        return f"{self.cause}: {self.reason}"


class NotADisclosure(Exception):
    """A file was read and is not a disclosure of a budget, of final accounts or of performance targets."""

    def __init__(self, reason: str, chinese: str) -> None:
        self.reason = reason
        self.chinese = chinese
        super().__init__(reason, chinese)

    def __str__(self) -> str:
        return self.reason
