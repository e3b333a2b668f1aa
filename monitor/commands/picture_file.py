"""Hands a picture to whoever asked for it on the command line."""

import tempfile
from pathlib import Path

import typer

from monitor.commands.starting import BAD_USAGE, refuse
from monitor.pictures import Picture
from records.evidence import BoundingBox


def box_of(text: str) -> BoundingBox:
    """Return the box written as X0,TOP,X1,BOTTOM, as the JSON has it, or tell that it is none and exit."""
    try:
        left, top, right, bottom = map(float, text.strip("[] ").split(","))
    except ValueError:
        refuse(f"--box {text}: 应为四个数 X0,TOP,X1,BOTTOM (not a box)", BAD_USAGE)
    return left, top, right, bottom


def hand_out(picture: Picture, page: int, target: Path | None) -> bool:
    """Write the picture, to a new temporary file without a target, and tell where or why not, on standard error.

    Returns whether there is a picture; exits where it cannot be written.
    """
    if not isinstance(picture, bytes):
        typer.echo(f"没有第 {page} 页的图片 (no picture)：{picture.chinese}（{picture.reason}）", err=True)
        return False
    try:
        path = target or _new_file(page)
        path.write_bytes(picture)
    except OSError as error:
        refuse(f"图片不能写入 (cannot write the picture): {error}", BAD_USAGE)
    typer.echo(f"第 {page} 页的图片 (picture): {path}", err=True)
    return True


def _new_file(page: int) -> Path:
    with tempfile.NamedTemporaryFile(prefix="budgetwatch-", suffix=f"-page-{page}.png", delete=False) as file:
        return Path(file.name)
