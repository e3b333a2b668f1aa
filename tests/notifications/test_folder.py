from datetime import timedelta
from pathlib import Path

from notifications.folder import deliver_to_folder
from notifications.message import build_message
from notifications.rendering import render
from tests.builders.digests import MORNING, a_digest, a_line, some_news


def a_mail(message_id: str = "digest.6f1c@example.org", hours: int = 0) -> bytes:
    rendered = render(a_digest(some_news(a_line())))
    date = MORNING + timedelta(hours=hours)
    return bytes(
        build_message(
            rendered, sender="watch@example.org", recipients=["audit@example.org"], message_id=message_id, date=date
        )
    )


def test_a_mail_is_written_with_a_page_a_browser_opens(tmp_path: Path) -> None:
    target = deliver_to_folder(a_mail(), tmp_path / "mail")
    assert target.name == "2026-11-21-080000-digest-6f1c.eml"
    assert target.read_bytes() == a_mail()
    page = target.with_suffix(".html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "石家庄市司法局" in page


def test_a_repetition_replaces_the_same_files(tmp_path: Path) -> None:
    deliver_to_folder(a_mail(), tmp_path)
    deliver_to_folder(a_mail(), tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def test_two_mails_never_share_a_name(tmp_path: Path) -> None:
    deliver_to_folder(a_mail(), tmp_path)
    deliver_to_folder(a_mail("digest.7a2d@example.org"), tmp_path)
    deliver_to_folder(a_mail(hours=1), tmp_path)
    assert len(list(tmp_path.glob("*.eml"))) == 3


def test_a_message_id_cannot_leave_the_folder(tmp_path: Path) -> None:
    target = deliver_to_folder(a_mail("../../etc/passwd@example.org"), tmp_path)
    assert target.parent == tmp_path
