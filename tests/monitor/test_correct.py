"""A person says what a text does not tell; the document is read again, and stays corrected."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from checks.registry import ALL
from checks.settings import default_settings
from monitor.command_line import application
from monitor.intake.keep import keep_copy
from monitor.intake.listing import FileStamp
from monitor.pipeline import Pipeline, read_next
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Understood
from monitor.settings import ReaderSettings
from monitor.store.engine import Store, open_store
from monitor.store.ledger import Listed, mark_received, record_sighting
from monitor.store.states import State
from monitor.store.status import status
from monitor.store.work import retry
from monitor.versions import check_versions
from tests.builders.installations import configure
from tests.builders.publications import a_publication

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
NAMELESS = a_publication().replace("云山市司法局", "")


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
def unreadable(pipeline: Pipeline, inbox: Path) -> int:
    """Return a document whose text does not tell whose it is."""
    file = inbox / "2023年部门预算.txt"
    file.write_text(NAMELESS, encoding="utf-8")
    found = file.stat()
    copy = keep_copy(file, FileStamp(found.st_size, found.st_mtime_ns), pipeline.kept)
    with pipeline.store.write() as session:
        listed = Listed(file.name, found.st_size, found.st_mtime_ns)
        file_id, _ = record_sighting(session, str(inbox), listed, NOON)
        kept = copy.path.relative_to(pipeline.kept).as_posix()
        document = mark_received(session, file_id, copy.sha256, kept=kept, now=NOON).document_id
    read_next(pipeline)
    assert states(pipeline.store) == {State.UNREADABLE: 1}
    return document


def states(store: Store) -> dict[State, int]:
    with store.read() as session:
        return {state: count for state, count in status(session).counts.items() if count and state is not State.SEEN}


def budgetwatch(*arguments: str) -> Result:
    return CliRunner().invoke(application(), arguments)


def test_what_a_person_says_of_a_document_is_read_into_it_and_survives_reading_it_anew(
    pipeline: Pipeline, unreadable: int
) -> None:
    said = budgetwatch("correct", "2023年部门预算.txt", "--body", "云山市司法局", "--author", "王工")
    assert "已更正，将重新读取" in said.stdout

    read_next(pipeline)
    assert "云山市司法局" in budgetwatch("bodies").stdout

    with pipeline.store.write() as session:
        retry(session, unreadable, NOON)
    read_next(pipeline)
    shown = budgetwatch("bodies", "司法").stdout
    assert "2023 年部门预算  2023年部门预算.txt" in shown


def test_a_body_that_the_administrator_registered_is_known_by_its_present_name(inbox: Path, tmp_path: Path) -> None:
    file = inbox / "2017年部门预算.txt"
    file.write_text(a_publication("云山市环境保护局", 2017), encoding="utf-8")
    knowledge = tmp_path / "knowledge"
    knowledge.mkdir()
    (knowledge / "bodies.toml").write_text('[renamed]\n"云山市生态环境局" = ["云山市环境保护局"]\n', encoding="utf-8")

    with ReaderProcess(ReaderSettings(knowledge=knowledge)) as reader:
        answer = reader.read(KeptFile(file, file.name, "0" * 64))

    assert isinstance(answer, Understood)
    assert (answer.disclosure.body.name, answer.disclosure.body.key) == ("云山市环境保护局", "云山市生态环境局")


def test_a_correction_can_be_withdrawn(pipeline: Pipeline, unreadable: int) -> None:
    budgetwatch("correct", "2023年部门预算.txt", "--body", "云山市司法局")
    assert "已撤销更正" in budgetwatch("correct", "2023年部门预算.txt", "--undo").stdout

    read_next(pipeline)
    assert states(pipeline.store) == {State.UNREADABLE: 1}
    assert "没有可撤销的更正" in budgetwatch("correct", "2023年部门预算.txt", "--undo").stdout


def test_a_correction_of_nothing_or_of_no_document_is_refused(store: Store) -> None:
    assert budgetwatch("correct", "2023年部门预算.txt").exit_code == 2
    unknown = budgetwatch("correct", "无此文件.pdf", "--year", "2023")
    assert unknown.exit_code == 1
    assert "没有找到文件 无此文件.pdf" in unknown.stderr
