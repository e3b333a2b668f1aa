"""Prints text whatever the terminal's encoding: JSON and Chinese are always UTF-8."""

import sys


def print_text(text: str) -> None:
    """Print text and a line break as UTF-8; lone surrogates of undecodable file names become question marks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace") + b"\n")
    sys.stdout.buffer.flush()
