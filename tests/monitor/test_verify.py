"""A finding is recomputed from the bytes it was found in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select
from typer.testing import CliRunner, Result

from checks.registry import ALL
from checks.settings import default_settings
from monitor.command_line import application
from monitor.intake.keep import keep_copy
from monitor.intake.listing import FileStamp
from monitor.pipeline import Pipeline, check_next, read_next
from monitor.reader_process import ReaderProcess
from monitor.settings import ReaderSettings
from monitor.store.encoding import encode, findings
from monitor.store.engine import Store, open_store
from monitor.store.findings import OpenFinding, open_findings
from monitor.store.ledger import Listed, mark_received, record_sighting
from monitor.store.schema import ReportRow
from monitor.versions import check_versions
from tests.builders.installations import configure
from tests.builders.publications import a_publication

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def store(inbox: Path, tmp_path: Path) -> Iterator[Store]:
    configure(tmp_path)
    store = open_store("sqlite:///var/budgetwatch.sqlite3")
    yield store
    store.close()


@pytest.fixture
def pipeline(store: Store) -> Iterator[Pipeline]:
    settings = default_settings(ALL)
    with ReaderProcess(ReaderSettings()) as reader:
        versions = check_versions(settings)
        yield Pipeline(store, reader, reader, Path("var/kept"), settings, "1", versions, timedelta(0), lambda: NOON)


@pytest.fixture
def wrong_sum(pipeline: Pipeline, inbox: Path) -> OpenFinding:
    """Return the finding about a 合计 that is 10.00 万元 too large."""
    take_in(pipeline, inbox, "2023年部门预算.txt", a_publication(off_by="10.00"))
    return checked(pipeline, "SUM001")


def take_in(pipeline: Pipeline, inbox: Path, name: str, text: str) -> None:
    """Have a file received."""
    file = inbox / name
    file.write_text(text, encoding="utf-8")
    status = file.stat()
    copy = keep_copy(file, FileStamp(status.st_size, status.st_mtime_ns), pipeline.kept)
    with pipeline.store.write() as session:
        file_id, _ = record_sighting(session, str(inbox), Listed(file.name, status.st_size, status.st_mtime_ns), NOON)
        mark_received(session, file_id, copy.sha256, kept=copy.path.relative_to(pipeline.kept).as_posix(), now=NOON)


def checked(pipeline: Pipeline, code: str) -> OpenFinding:
    """Have everything read and checked; return the first finding of one check."""
    while read_next(pipeline) or check_next(pipeline):
        pass
    with pipeline.store.read() as session:
        return open_findings(session, code=code)[0]


def verify(fingerprint: str) -> Result:
    return CliRunner().invoke(application(), ["verify", fingerprint])


def test_a_finding_that_the_bytes_show_again_is_confirmed_with_its_sum(wrong_sum: OpenFinding) -> None:
    result = verify(wrong_sum.finding.fingerprint)
    assert result.exit_code == 0, result.stderr
    assert "依原件重算：发现成立。" in result.stdout
    assert wrong_sum.finding.message in result.stdout
    assert "对照 500.00 万元，本文 510.00 万元" in result.stdout
    assert "：“510.00”" in result.stdout


def test_the_beginning_of_a_fingerprint_is_enough(wrong_sum: OpenFinding) -> None:
    assert verify(wrong_sum.finding.fingerprint.removeprefix("v1:")[:8]).exit_code == 0


def test_a_finding_with_other_numbers_than_reported_has_changed(pipeline: Pipeline, wrong_sum: OpenFinding) -> None:
    with pipeline.store.write() as session:
        for row in session.exec(select(ReportRow)):
            row.finding = row.finding.replace("5100000", "5200000")
    result = verify(wrong_sum.finding.fingerprint)
    assert result.exit_code == 1
    assert "数额或情形与报告时不同" in result.stdout


def test_a_finding_that_the_bytes_do_not_show_is_gone(pipeline: Pipeline, wrong_sum: OpenFinding) -> None:
    other = replace(wrong_sum.finding, subject=replace(wrong_sum.finding.subject, item="999"))
    with pipeline.store.write() as session:
        for row in session.exec(select(ReportRow)):
            row.finding = encode(findings(), other)
    result = verify(wrong_sum.finding.fingerprint)
    assert result.exit_code == 1
    assert "没有此发现" in result.stdout
    assert "检查结果：有发现" in result.stdout


def test_a_finding_that_rests_on_the_companion_file_too_is_confirmed(pipeline: Pipeline, inbox: Path) -> None:
    tables, title, narrative = a_publication().partition("云山市司法局\n2023 年部门预算信息公开情况说明")
    take_in(pipeline, inbox, "报表.txt", tables)
    take_in(pipeline, inbox, "说明.txt", title + narrative.replace("500.00", "510.00"))
    finding = checked(pipeline, "TXT001")
    assert finding.file_name == "说明.txt"

    result = verify(finding.finding.fingerprint)
    assert result.exit_code == 0, result.stderr
    assert "报表.txt" in result.stdout


def test_bytes_that_have_changed_are_not_taken_for_those_that_were_checked(
    pipeline: Pipeline, wrong_sum: OpenFinding
) -> None:
    for copy in pipeline.kept.glob("??/*"):
        copy.write_text("another text", encoding="utf-8")
    result = verify(wrong_sum.finding.fingerprint)
    assert result.exit_code == 1
    assert "SHA-256 不符" in result.stderr


def test_a_copy_that_is_gone_is_named(pipeline: Pipeline, wrong_sum: OpenFinding) -> None:
    for copy in pipeline.kept.glob("??/*"):
        copy.unlink()
    result = verify(wrong_sum.finding.fingerprint)
    assert result.exit_code == 1
    assert "原件 2023年部门预算.txt 不在" in result.stderr


def test_an_unknown_fingerprint_is_refused(store: Store) -> None:
    result = verify("v1:0000")
    assert result.exit_code == 1
    assert "没有指纹为 v1:0000 的发现" in result.stderr
