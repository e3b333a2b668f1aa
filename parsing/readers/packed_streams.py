"""Finds the packed streams of a PDF in its bytes, where they stand as they are whatever else is broken or hidden."""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Pdf, Stream

Bytes = bytes | memoryview

_STREAM, _END = b"stream", b"end"
_BREAK = re.compile(rb"[ \t]{0,8}\r?\n?")
_LONGEST_BREAK = 10
_DICTIONARY_WITHIN = 2048
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,12})\b(?!\s+\d+\s+R)")
_FILTERS = re.compile(rb"/Filter\s*(/\w+|\[[^\]]*\])")
_NAME = re.compile(rb"/(\w+)")
_FLATE = {b"FlateDecode", b"Fl"}
_END_OF_ASCII85, _END_OF_HEXADECIMAL = b"~>", b">"
_ENDS = {
    b"ASCII85Decode": _END_OF_ASCII85,
    b"A85": _END_OF_ASCII85,
    b"ASCIIHexDecode": _END_OF_HEXADECIMAL,
    b"AHx": _END_OF_HEXADECIMAL,
}
"""How the bytes end that stand there as letters."""
_MOST_BY_FLATE = 1032
"""How many times larger deflate makes anything at most."""
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class PackedStream:
    """One stream as it stands in the file."""

    content: Bytes
    """At least its bytes; where its end is not known, all that follows in the file."""
    filters: tuple[bytes, ...]
    """By which it is to be unpacked, in that order."""
    image: bool

    @property
    def flates(self) -> int:
        """How many times it was deflated; 0 where a filter is among the others that does not come first."""
        inner = self.filters[1:] if self.filters[:1] and self.filters[0] in _ENDS else self.filters
        return len(inner) if set(inner) <= _FLATE else 0

    @property
    def most(self) -> int:
        """How many bytes it cannot unpack to more than; 0 where it is not deflated."""
        return len(self.content) * _MOST_BY_FLATE**self.flates if self.flates else 0

    def size(self, most: int) -> int:
        """Return how many bytes it unpacks to, or more than `most` once that is clear."""
        size = 0
        try:
            pieces = _pieces(_without_ascii(self.content, self.filters[0]))
            for _ in range(self.flates):
                pieces = _inflated(pieces)
            for piece in pieces:
                size += len(piece)
                if size > most:
                    break
        except (zlib.error, ValueError):
            pass  # what is damaged unpacks no further
        return size


def packed_streams(content: bytes) -> Iterator[PackedStream]:
    """Yield every stream with a filter; those of an encrypted file as they are after decryption, which needs objects.

    An encrypted file that cannot be opened has none: what is wrong with it is left to the engines.
    """
    return _decrypted(content) if b"/Encrypt" in content else _standing(content)


def _standing(content: bytes) -> Iterator[PackedStream]:
    view = memoryview(content)
    last_end = content.rfind(_END + _STREAM)
    start = content.find(_STREAM)
    while start >= 0:
        following = start + len(_STREAM)
        if not content.endswith(_END, 0, start):
            dictionary = content[max(0, start - _DICTIONARY_WITHIN) : start]
            dictionary = dictionary[dictionary.rfind(b"obj") + 1 :]
            if named := _FILTERS.search(dictionary):
                between = view[_beginning(content, following) : _end(content, following, last_end, dictionary)]
                yield PackedStream(between, tuple(_NAME.findall(named[1])), bool(_IMAGE.search(dictionary)))
        start = content.find(_STREAM, following)


def _beginning(content: bytes, keyword_end: int) -> int:
    blank = _BREAK.match(content, keyword_end)
    return blank.end() if blank else keyword_end


def _end(content: bytes, keyword_end: int, last_end: int, dictionary: bytes) -> int:
    """Return where any engine would say that the stream has ended; the end of the file where that is not clear."""
    stated = _LENGTH.search(dictionary)
    if stated is None or keyword_end > last_end:
        return len(content)
    return max(keyword_end + _LONGEST_BREAK + int(stated[1]), content.find(_END + _STREAM, keyword_end))


def _decrypted(content: bytes) -> Iterator[PackedStream]:
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, Stream) and "/Filter" in thing:
                    filters = tuple(_NAME.findall(str(thing.get("/Filter")).encode()))
                    yield PackedStream(thing.read_raw_bytes(), filters, thing.get("/Subtype") == "/Image")
    except MemoryError:
        raise
    except Exception:  # a damaged file may break the library anywhere
        return


def _without_ascii(content: Bytes, first_filter: bytes) -> Bytes:
    """Return the bytes that stand there as letters."""
    if first_filter not in _ENDS:
        return content
    end = _ENDS[first_filter]
    letters = bytes(content).partition(end)[0]
    return base64.a85decode(letters) if end == _END_OF_ASCII85 else bytes.fromhex(letters.decode("ascii"))


def _pieces(content: Bytes) -> Iterator[Bytes]:
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]


def _inflated(pieces: Iterator[Bytes]) -> Iterator[Bytes]:
    inflating = zlib.decompressobj()
    for piece in pieces:
        while piece and not inflating.eof:
            yield inflating.decompress(piece, _PIECE)
            piece = inflating.unconsumed_tail
        if inflating.eof:
            return
