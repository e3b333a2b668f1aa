"""Writes into the README, between two marks, what the last measurements found."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import fill
from typing import Any

from bench.results import results

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- written by python -m bench.quotes -->\n", "<!-- end -->\n"
QUOTES = (
    "**{tables_with_cells[times_as_fast_as_pdfplumber]:.1f} times as fast** as plain pdfplumber's `extract_tables()`: "
    "{tables_with_cells[pages_a_second]} pages a second on one core instead of "
    "{tables_with_cells[pages_a_second_pdfplumber]:.0f}, over {tables_with_cells[files]} files of "
    "{tables_with_cells[pages]:,} pages; ours with tables, cells, their text and the lines between",
    "**the same cells** on {cells_as_pdfplumber[same]:,} of {cells_as_pdfplumber[pages]:,} pages; on "
    "{cells_as_pdfplumber[different]} pdfplumber is shown to be wrong, on {cells_as_pdfplumber[unexplained]} the "
    "difference is unexplained",
    "**two workers** {two_workers[times_as_fast_as_one]:.2f} times as fast as one",
    "**memory** over {memory_mb[documents]:,} documents: the service at most {memory_mb[service_peak]} MB, a worker at "
    "most {memory_mb[worker_peak]} MB",
    "**scanned pages**: {ocr[numbers_right_percent]:.1f} % of {ocr[numbers]} numbers right, "
    "{ocr[seconds_a_page]:.1f} s a page",
)
WIDTH = 118


def main() -> None:
    """Write it."""
    readme = README.read_text(encoding="utf-8")
    README.write_text(with_quotes(readme, quotes(results())), encoding="utf-8")


def quotes(found: Mapping[str, Any]) -> str:
    """Return the figures as a list in Markdown."""
    lines = (f"- {quote.format_map(found)}" for quote in QUOTES)
    return "".join(f"{fill(line, WIDTH, subsequent_indent='  ')}\n" for line in lines)


def with_quotes(readme: str, quoted: str) -> str:
    """Return the README with what stands between its marks replaced. Raises ValueError where it lacks them."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the README lacks the lines {BEGIN.strip()} and {END.strip()}")
    return f"{before}{begin}{quoted}{end}{after}"


if __name__ == "__main__":
    main()
