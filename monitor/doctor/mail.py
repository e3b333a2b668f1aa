"""Looks at the way mail leaves, without sending any."""

from collections.abc import Mapping
from dataclasses import replace

from monitor.doctor.diagnosis import Diagnosis, Health
from monitor.mail_server import mail_server
from monitor.password import PasswordMissing
from monitor.settings import MailSettings
from notifications.delivery import Phase
from notifications.smtp import try_out

PART, TITLE = "mail", "邮件"
PATIENCE_SECONDS = 15.0
"""How long to wait for each reply; somebody is sitting before this command."""
FAILURES: Mapping[Phase, tuple[str, str]] = {
    Phase.CONNECT: ("连接不上", "核对 mail.host 和 mail.port，以及防火墙是否放行"),
    Phase.TLS: ("加密连接不能建立", "核对 mail.tls 与端口是否相配；自签证书用 mail.authorities 指明"),
    Phase.LOGIN: ("登录被拒绝", "核对 mail.username 和口令"),
    Phase.SENDER: ("发件人被拒绝", "核对 mail.sender 是否为该账号可用的地址"),
}


def look_at_mail(settings: MailSettings) -> Diagnosis:
    """Return whether the server takes our login and our sender."""
    try:
        server = mail_server(settings)
    except PasswordMissing as missing:
        return Diagnosis(
            PART, TITLE, Health.ERROR, f"口令读不到：{missing}", "核对 mail.password_file 或 mail.credential"
        )
    if server is None:
        return Diagnosis(PART, TITLE, Health.OK, f"未设服务器，邮件写入 {settings.folder}")
    name = f"{server.host}:{server.port}"
    patient = replace(server, timeout_seconds=min(server.timeout_seconds, PATIENCE_SECONDS))
    obstacle = try_out(patient, settings.sender)
    if obstacle is None:
        return Diagnosis(PART, TITLE, Health.OK, f"{name} 可以登录并发信（本次没有发信）")
    words, remedy = FAILURES.get(obstacle.phase, ("不接受邮件", "查看邮件服务器的日志"))
    said = " ".join(part for part in (str(obstacle.code or ""), obstacle.text) if part)
    return Diagnosis(PART, TITLE, Health.ERROR, f"{name} {words}：{said}", remedy)
