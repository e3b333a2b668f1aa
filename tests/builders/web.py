"""Writes web pages."""


def a_page(body: str, head: str = "") -> str:
    """Return a page of that body."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def links(count: int, target: str = "/col{}/index.html") -> str:
    """Return so many links, each an item of a list."""
    return "".join(f'<li><a href="{target.format(number)}">栏目{number}</a></li>' for number in range(count))


def placed(left: float, top: float, text: str, size: float = 10) -> str:
    """Return a text at its place on a sheet, as programs write that convert PDF files."""
    style = f"position:absolute;left:{left}pt;top:{top}pt;font-size:{size}pt"
    return f'<div class="p" style="{style}">{text}</div>'


def ruled(left: float, top: float, width: float, height: float) -> str:
    """Return a rectangle of four rulings at its place on a sheet."""
    lines = (
        (left, top, width, 0),
        (left, top + height, width, 0),
        (left, top, 0, height),
        (left + width, top, 0, height),
    )
    return "".join(
        f'<div style="position:absolute;left:{x}pt;top:{y}pt;width:{w}pt;height:{h}pt;'
        f'border-{"bottom" if w else "right"}:0.5pt solid #000"> </div>'
        for x, y, w, h in lines
    )


def sheet_of(*content: str) -> str:
    """Return a sheet of paper with what is placed on it."""
    return f'<div style="position:relative;width:595pt;height:842pt">{"".join(content)}</div>'
