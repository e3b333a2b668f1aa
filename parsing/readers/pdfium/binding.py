"""Binds those functions of pdfium that are called for every letter and every line of a page.

pypdfium2 declares the type of every argument, which makes ctypes build an object for each of them, and hands the
interpreter's lock away at each call; over the 500 letters of a page that takes longer than pdfium itself. Here only
addresses are declared, the lock is kept, and what a function gives is written side by side into one array, through
references that are made once: no statement of Python runs for a letter.
"""

from array import array
from collections import deque
from collections.abc import Callable, Collection, Iterable
from ctypes import (
    PYFUNCTYPE,
    byref,
    c_double,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_ulong,
    c_void_p,
    cast,
    memset,
    sizeof,
)
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar

import pypdfium2.raw as raw

Handle = Any
"""A page or text page, as ctypes passes it the quickest."""
Address = int
"""An object, a clip, a segment of a path."""
Function = Callable[..., int]
Answer = TypeVar("Answer")

INTEGER, FLOAT, DOUBLE = "i", "f", "d"
"""The types of the numbers that functions write, by their codes in arrays."""
_TYPES: dict[str, type[Any]] = {INTEGER: c_int, FLOAT: c_float, DOUBLE: c_double}

TEXT: int = raw.FPDF_PAGEOBJ_TEXT
PATH: int = raw.FPDF_PAGEOBJ_PATH
PICTURE: int = raw.FPDF_PAGEOBJ_IMAGE
SHADING: int = raw.FPDF_PAGEOBJ_SHADING
FORM: int = raw.FPDF_PAGEOBJ_FORM
MOVE: int = raw.FPDF_SEGMENT_MOVETO
LINE: int = raw.FPDF_SEGMENT_LINETO
UNFILLED: int = raw.FPDF_FILLMODE_NONE
FILLED_LETTERS: tuple[int, int] = (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP)
"""The modes that draw letters in the colour of their fill, without an outline."""
_BLOCK = 1024
"""How many things are asked about before their numbers are put by."""


@dataclass(frozen=True, slots=True)
class Pdfium:
    """The bound functions.

    The first argument is a handle for those of pages, text pages and their letters, an address for those of objects, of
    their clips and of the segments of their paths.
    """

    text_of: Function
    unicode_of: Function
    is_generated: Function
    lacks_unicode: Function
    owner_of: Function
    box_of: Function
    origin_of: Function
    matrix_of_letter: Function
    size_of: Callable[..., float]

    object_at: Function
    count_in_form: Function
    object_in_form: Function
    type_of: Function
    matrix_of: Function
    bounds_of: Function
    fill_of: Function
    stroke_of: Function
    mode_of_path: Function
    mode_of_text: Function
    font_of: Function
    is_embedded: Function
    name_of_font: Function
    count_segments: Function
    segment_at: Function
    type_of_segment: Function
    point_of: Function

    clip_of: Function
    count_clips: Function
    count_clip_segments: Function
    clip_segment_at: Function


@cache
def pdfium() -> Pdfium:
    """Return the functions, bound once."""
    return Pdfium(
        text_of=_bound(raw.FPDFText_GetText),
        unicode_of=_bound(raw.FPDFText_GetUnicode, result=c_uint),
        is_generated=_bound(raw.FPDFText_IsGenerated),
        lacks_unicode=_bound(raw.FPDFText_HasUnicodeMapError),
        owner_of=_bound(raw.FPDFText_GetTextObject, result=c_void_p),
        box_of=_bound(raw.FPDFText_GetLooseCharBox),
        origin_of=_bound(raw.FPDFText_GetCharOrigin),
        matrix_of_letter=_bound(raw.FPDFText_GetMatrix),
        size_of=_bound(raw.FPDFText_GetFontSize, result=c_double),
        object_at=_bound(raw.FPDFPage_GetObject, result=c_void_p),
        count_in_form=_bound(raw.FPDFFormObj_CountObjects, c_void_p),
        object_in_form=_bound(raw.FPDFFormObj_GetObject, c_void_p, c_ulong, result=c_void_p),
        type_of=_bound(raw.FPDFPageObj_GetType, c_void_p),
        matrix_of=_bound(raw.FPDFPageObj_GetMatrix, c_void_p),
        bounds_of=_bound(raw.FPDFPageObj_GetBounds, c_void_p),
        fill_of=_bound(raw.FPDFPageObj_GetFillColor, c_void_p),
        stroke_of=_bound(raw.FPDFPageObj_GetStrokeColor, c_void_p),
        mode_of_path=_bound(raw.FPDFPath_GetDrawMode, c_void_p),
        mode_of_text=_bound(raw.FPDFTextObj_GetTextRenderMode, c_void_p),
        font_of=_bound(raw.FPDFTextObj_GetFont, c_void_p, result=c_void_p),
        is_embedded=_bound(raw.FPDFFont_GetIsEmbedded, c_void_p),
        name_of_font=_bound(raw.FPDFFont_GetBaseFontName, c_void_p, c_void_p, c_size_t),
        count_segments=_bound(raw.FPDFPath_CountSegments, c_void_p),
        segment_at=_bound(raw.FPDFPath_GetPathSegment, c_void_p, result=c_void_p),
        type_of_segment=_bound(raw.FPDFPathSegment_GetType, c_void_p),
        point_of=_bound(raw.FPDFPathSegment_GetPoint, c_void_p),
        clip_of=_bound(raw.FPDFPageObj_GetClipPath, c_void_p, result=c_void_p),
        count_clips=_bound(raw.FPDFClipPath_CountPaths, c_void_p),
        count_clip_segments=_bound(raw.FPDFClipPath_CountPathSegments, c_void_p),
        clip_segment_at=_bound(raw.FPDFClipPath_GetPathSegment, c_void_p, result=c_void_p),
    )


def _bound(function: Any, *declared: Any, result: Any = c_int) -> Any:
    """Return the function with only those arguments declared that ctypes would take for something shorter.

    Undeclared, a number is passed as an int, and a reference as itself.
    """
    return PYFUNCTYPE(result, *declared)(cast(function, c_void_p).value or 0)


def handle_of(helper: Any) -> Handle:
    """Return a handle on a page or text page of pypdfium2, good until that is closed."""
    return byref(helper.raw.contents)


def each(page: Handle, amount: int) -> tuple[Collection[Any], ...]:
    """Return the arguments that name each of the first `amount` things on a page, for the functions below."""
    return (page,) * amount, range(amount)


def answers(function: Callable[..., Answer], *arguments: Iterable[Any]) -> list[Answer]:
    """Return what the function says of each thing."""
    return list(map(function, *arguments))


def written(
    function: Function, *arguments: Iterable[Any], amount: int, kind: str, width: int, outs: int = 1
) -> "array[float]":
    """Return the numbers that the function writes of each thing, `width` a thing, one after another.

    It writes through one reference to all of them, or through `outs` references to one each. What it leaves out is 0.
    """
    block, references = _block(kind, width, outs)
    numbers: array[float] = array(kind)
    things = [iter(some) for some in arguments]
    for begin in range(0, amount, _BLOCK):
        count = min(_BLOCK, amount - begin)
        memset(block, 0, sizeof(block))
        deque(map(function, *(islice(some, count) for some in things), *references), maxlen=0)
        numbers.frombytes(memoryview(block).cast("B")[: count * width * numbers.itemsize])
    return numbers


@cache
def _block(kind: str, width: int, outs: int) -> tuple[Any, list[list[Any]]]:
    """Return room for the numbers of many things, and the references through which they are written.

    pdfium can be used by one thread only, and so can this.
    """
    block = (_TYPES[kind] * (width * _BLOCK))()
    size = sizeof(_TYPES[kind])
    return block, [[byref(block, (width * index + out) * size) for index in range(_BLOCK)] for out in range(outs)]
