"""The files of an archive are documents like any other, whichever way the archive comes."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from checks.registry import ALL
from monitor.command_line import application
from monitor.settings_file import load_configuration
from tests.builders.installations import configure
from tests.builders.mail_servers import Script, Serve
from tests.builders.packed import encrypted, packed
from tests.builders.publications import a_publication
from tests.monitor.test_service import BY_SMTP, TO_AUDITOR, running, text_of, wait_for

WRONG = a_publication(off_by="10.00")


def budgetwatch(*arguments: str | Path) -> Result:
    return CliRunner().invoke(application(), [str(argument) for argument in arguments])


def test_the_files_of_an_archive_in_the_folder_reach_the_mail(inbox: Path, tmp_path: Path, serve: Serve) -> None:
    script = Script()
    config = configure(tmp_path, digest=TO_AUDITOR, mail=BY_SMTP.format(port=serve(script)))
    inner = packed({"信.txt": "来信收悉。"})
    with running(load_configuration(config, ALL)):
        (inbox / "2023年.zip").write_bytes(packed({"司法局/预算.txt": WRONG, "其他.zip": inner}))
        (inbox / "锁.zip").write_bytes(encrypted({"预算.txt": WRONG}))
        wait_for(lambda: bool(script.received))
    text = text_of(script.received[0][1])
    assert "SUM001" in text
    assert "2023年.zip/司法局/预算.txt" in text
    for name, reason in (("2023年.zip/其他.zip/信.txt", "不是预决算文本"), ("锁.zip", "打开密码")):
        assert any(name in line and reason in line for line in text.splitlines()), name
    assert not list((tmp_path / "var" / "kept" / ".unfinished").iterdir())


def test_check_examines_every_file_of_an_archive(inbox: Path) -> None:
    archive = inbox / "预算.zip"
    archive.write_bytes(packed({"2022/司法局.txt": a_publication(year=2022), "2023/司法局.txt": a_publication()}))
    result = budgetwatch("check", "--json", archive)
    assert result.exit_code == 0
    before, after = json.loads(result.stdout)["documents"]
    assert (before["path"], after["path"]) == (f"{archive}/2022/司法局.txt", f"{archive}/2023/司法局.txt")
    assert {before["state"], after["state"]} == {"checked"}
    assert after["headline"]["total"]["prior_from"] == "stored"


def test_an_archive_that_is_not_unpacked_is_one_document_with_its_reason(inbox: Path) -> None:
    archive = inbox / "预算.zip"
    archive.write_bytes(packed({"司法局.txt": WRONG, "../../外.txt": WRONG}))
    result = budgetwatch("check", "--json", archive)
    assert result.exit_code == 1
    (document,) = json.loads(result.stdout)["documents"]
    assert (document["path"], document["format"], document["state"]) == (str(archive), "zip", "unreadable")
    assert document["reason"].startswith("unsafe-archive: ")


def test_read_shows_every_file_of_an_archive(inbox: Path) -> None:
    archive = inbox / "预算.zip"
    archive.write_bytes(packed({"司法局.txt": WRONG, "信.txt": "来信收悉。"}))
    printed = json.loads(budgetwatch("read", "--json", archive).stdout)
    assert (printed["path"], printed["state"]) == (str(archive), "unpacked")
    assert [document["state"] for document in printed["documents"]] == ["checked", "not-a-disclosure"]
    shown = budgetwatch("read", archive).stdout
    assert f"{archive}/司法局.txt" in shown
    assert "部门预算支出总表" in shown
