import csv
import io
from dataclasses import replace

import pytest

from notifications.spreadsheet import HEADINGS, findings_csv, harmless
from records.finding import Severity
from tests.builders.digests import a_digest, a_finding, a_line, some_news


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_list_opens_in_excel_as_it_is() -> None:
    content = findings_csv(a_digest(some_news(a_line())))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 2


def test_every_finding_has_a_row_with_its_numbers_the_most_severe_first() -> None:
    warning = a_line(a_finding("YOY008", severity=Severity.WARNING))
    headings, *rows = rows_of(findings_csv(a_digest(some_news(warning, a_line()))))
    assert tuple(headings) == HEADINGS
    first = dict(zip(headings, rows[0], strict=True))
    assert (first["对照"], first["本文"], first["差额"]) == ("125185600", "125285600", "100000")
    assert (first["级别"], first["检查代码"], first["原文"]) == ("错误", "SUM001", "12528.56")
    assert rows[1][headings.index("级别")] == "警告"


def test_a_negative_difference_stays_a_number() -> None:
    rows = rows_of(findings_csv(a_digest(some_news(a_line(a_finding(expected="5", actual="3"))))))
    assert rows[1][HEADINGS.index("差额")] == "-2"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", " =1", "＝1+1"])
def test_text_that_a_spreadsheet_would_run_is_made_text(text: str) -> None:
    assert harmless(text).startswith("'")


def test_a_quotation_from_a_document_is_neutralised() -> None:
    finding = replace(a_finding(text="=HYPERLINK(A1)"), message="=cmd|' /C calc'!A0")
    rows = rows_of(findings_csv(a_digest(some_news(a_line(finding)))))
    assert rows[1][HEADINGS.index("原文")] == "'=HYPERLINK(A1)"
    assert rows[1][HEADINGS.index("说明")] == "'=cmd|' /C calc'!A0"
