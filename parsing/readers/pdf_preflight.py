"""Refuses PDF files whose streams unpack to more than any honest file's, before an engine unpacks one whole."""

from parsing.failures import Cause, UnreadableDocument
from parsing.limits import Limits
from parsing.readers.packed_streams import packed_streams


def refuse_bombs(content: bytes, limits: Limits) -> None:
    """Raise UnreadableDocument if streams unpack to more than is read.

    Pictures are no part of the sum, as nobody unpacks those of a whole file. No stream is unpacked whose packed size
    alone shows that it does no harm: so most files cost next to nothing.
    """
    try:
        packed = sorted(packed_streams(content), key=lambda stream: stream.most, reverse=True)
        for stream in packed:
            if stream.image and stream.most > limits.max_unpacked_bytes:
                _refuse_beyond(limits.max_unpacked_bytes, stream.size(limits.max_unpacked_bytes))
        left, feared = limits.max_unpacked_bytes, sum(stream.most for stream in packed if not stream.image)
        for stream in packed:
            if feared <= left and stream.most <= limits.max_markup_bytes:
                break
            if not stream.image:
                most = min(left, limits.max_markup_bytes)
                size = stream.size(most)
                _refuse_beyond(most, size)
                left, feared = left - size, feared - stream.most
    except MemoryError as error:
        raise UnreadableDocument(Cause.TOO_LARGE, "the objects of the PDF do not fit into the memory") from error


def _refuse_beyond(most: int, size: int) -> None:
    if size > most:
        raise UnreadableDocument(Cause.TOO_LARGE, f"streams of the PDF unpack to more than {most} bytes")
