"""Finds and recognises strips of text with RapidOCR, whose models come in its package."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import cast

import cv2
import numpy as np
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_det import TextDetOutput
from rapidocr.ch_ppocr_rec.typings import WordInfo

from parsing.readers.ocr.glyphs import Glyph
from parsing.readers.ocr.rulings import Pixels

SEARCHED_DOTS = 1600
"""The longer side of the picture in which strips are looked for; they are recognised in the picture itself."""

Strip = tuple[int, int, int, int]
"""Left, top, right and bottom in dots."""


class RapidEngine:
    """The models, loaded once, on one processor core."""

    def __init__(self) -> None:
        cv2.setNumThreads(1)
        self._engine = RapidOCR(
            params={
                "Global.log_level": "error",
                "Global.use_cls": False,
                "Global.return_word_box": True,
                "Global.max_side_len": 100_000,  # pictures come in the size they are to be read in
                "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Det.limit_type": "max",
                "Det.limit_side_len": SEARCHED_DOTS,
                # Each strip by itself and as wide as it is: in a batch all become as wide as the widest, for nothing.
                "Rec.rec_batch_num": 1,
                "Rec.rec_img_shape": [3, 48, 48],
            }
        )

    def strips_in(self, picture: Pixels) -> list[Strip]:
        """Return where there are strips of text."""
        found = self._engine(picture, use_det=True, use_cls=False, use_rec=False)
        if not isinstance(found, TextDetOutput) or found.boxes is None:
            return []
        lows, highs = found.boxes.min(axis=1).tolist(), found.boxes.max(axis=1).tolist()
        return [
            (int(left), int(top), int(right), int(bottom))
            for (left, top), (right, bottom) in zip(lows, highs, strict=True)
        ]

    def recognised(self, pictures: Sequence[Pixels]) -> list[tuple[Glyph, ...]]:
        """Return the glyphs of each strip, given as a picture of its own."""
        if not pictures:
            return []
        coloured = [np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), np.uint8) for picture in pictures]
        read = self._engine.recognize_txt(coloured)
        # RapidOCR declares them as what it makes of them in a later step.
        words = cast(Sequence[WordInfo], read.word_results)
        return [tuple(_glyphs(text, each)) for text, each in zip(read.txts or (), words, strict=True)]


def _glyphs(text: str, words: WordInfo) -> Iterator[Glyph]:
    """Yield the characters with their places; a blank has none of its own and stands beside the one before it."""
    columns = chain.from_iterable(words.word_cols)
    column = 0
    for character, certainty in zip(text, words.confs, strict=False):
        column = column + 1 if character.isspace() else next(columns)
        yield Glyph(character, certainty, (column + 0.5) / words.line_txt_len)
