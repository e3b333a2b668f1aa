"""Prints PDF files with Chinese text, ruled tables with merged cells, fills and pictures."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

from reportlab.lib.colors import Color, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

CHINESE, LATIN = "STSong-Light", "Helvetica"
WIDTH, HEIGHT = A4
ROW_HEIGHT = 24.0
LINE_HEIGHT = 11.0

Span = tuple[int, int]
"""How many rows and columns a merged cell reaches over."""


@dataclass(slots=True)
class PdfPrinter:
    """Prints onto one page after another; distances are points from the top left, as readers give them."""

    user_password: str | None = None
    """None leaves the file open; an empty one encrypts it so that anybody may read it."""
    _buffer: BytesIO = field(default_factory=BytesIO)
    _canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        registerFont(UnicodeCIDFont(CHINESE))
        encryption = None if self.user_password is None else StandardEncryption(self.user_password, "owner")
        self._canvas = Canvas(self._buffer, pagesize=A4, encrypt=encryption)

    def text(
        self, x: float, top: float, text: str, *, size: float = 10, colour: Color = black, font: str = CHINESE
    ) -> None:
        """Print one line whose baseline is one size below `top`."""
        self._canvas.setFont(font, size)
        self._canvas.setFillColor(colour)
        self._canvas.drawString(x, HEIGHT - top - size, text)

    def turned_text(self, x: float, top: float, text: str, degrees: float) -> None:
        """Print one line turned anticlockwise about its beginning."""
        self._canvas.saveState()
        self._canvas.translate(x, HEIGHT - top)
        self._canvas.rotate(degrees)
        self._canvas.setFont(CHINESE, 10)
        self._canvas.setFillColor(black)
        self._canvas.drawString(0, 0, text)
        self._canvas.restoreState()

    def fill(self, x: float, top: float, width: float, height: float, colour: Color) -> None:
        """Paint a rectangle without an outline."""
        self._canvas.setFillColor(colour)
        self._canvas.rect(x, HEIGHT - top - height, width, height, stroke=0, fill=1)

    def frame(self, x: float, top: float, width: float, height: float) -> None:
        """Draw the outline of a rectangle."""
        self._canvas.rect(x, HEIGHT - top - height, width, height, stroke=1, fill=0)

    def unpainted(self, x: float, top: float, width: float, height: float) -> None:
        """Lay out the path of a rectangle, and neither fill it nor draw its outline."""
        self._canvas.rect(x, HEIGHT - top - height, width, height, stroke=0, fill=0)

    @contextmanager
    def clipped(self, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """Show only what of the following is within a rectangle."""
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(x, HEIGHT - top - height, width, height)
        self._canvas.clipPath(path, stroke=0, fill=0)
        yield
        self._canvas.restoreState()

    def picture(self, x: float, top: float, width: float, height: float) -> None:
        """Print a picture."""
        image = ImageReader(BytesIO(_GREY_PIXEL))
        self._canvas.drawImage(image, x, HEIGHT - top - height, width, height)

    def table(
        self,
        x: float,
        top: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        spans: Mapping[tuple[int, int], Span] | None = None,
    ) -> None:
        """Print a ruled table; the texts at positions that a span reaches over are left out."""
        spans = spans or {}
        lefts = [x + sum(widths[:column]) for column in range(len(widths) + 1)]
        hidden = {position for start, span in spans.items() for position in _reached(start, span)}
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if (row, column) in hidden:
                    continue
                down, across = spans.get((row, column), (1, 1))
                above = top + row * ROW_HEIGHT
                self.frame(lefts[column], above, lefts[column + across] - lefts[column], down * ROW_HEIGHT)
                for number, line in enumerate(text.split("\n")):
                    self.text(lefts[column] + 2, above + 1 + number * LINE_HEIGHT, line)

    def next_page(self) -> None:
        """Turn the page."""
        self._canvas.showPage()

    def printed(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._buffer.getvalue()


def _reached(start: tuple[int, int], span: Span) -> set[tuple[int, int]]:
    """Return the positions a merged cell reaches over, but its own."""
    positions = {(start[0] + row, start[1] + column) for row in range(span[0]) for column in range(span[1])}
    return positions - {start}


_GREY_PIXEL = (
    b"GIF87a\x01\x00\x01\x00\x80\x00\x00\x88\x88\x88\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
