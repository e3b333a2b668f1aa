"""Mail servers on the loopback that fail in the ways real ones do."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USERNAME, PASSWORD = "watch", "correct horse"


@dataclass
class Script:
    """What a server answers, and what it was sent."""

    sender_reply: str = "250 OK"
    recipient_replies: Mapping[str, str] = field(default_factory=dict)
    data_reply: str = "250 accepted"
    drop_at_recipient: str | None = None
    drop_after_data: bool = False
    silent_seconds: float = 0
    tls_context: ssl.SSLContext | None = None
    auth_required: bool = False
    received: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_MAIL(  # noqa: N802 - the names and arguments are aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.sender_reply

    async def handle_RCPT(  # noqa: N802 - the names are aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.drop_at_recipient:
            _drop(server)
        reply = self.recipient_replies.get(address, "250 OK")
        if reply.startswith("250"):
            envelope.rcpt_tos.append(address)
        return reply

    async def handle_DATA(  # noqa: N802 - the names are aiosmtpd's
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.received.append((list(envelope.rcpt_tos), envelope.content))
        await asyncio.sleep(self.silent_seconds)
        if self.drop_after_data:
            _drop(server)
        return self.data_reply


def _drop(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


@dataclass(frozen=True)
class Certificate:
    """A self-signed certificate of the loopback, and a context that serves it."""

    authorities: str
    context: ssl.SSLContext


def a_certificate(folder: Path) -> Certificate:
    """Make a certificate that nobody trusts who is not told to."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate_file, key_file = folder / "certificate.pem", folder / "key.pem"
    certificate_file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate_file, key_file)
    return Certificate(str(certificate_file), context)


def free_port() -> int:
    """Return a port nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _authenticate(
    server: SMTP, session: Session, envelope: Envelope, mechanism: str, credentials: object
) -> AuthResult:
    right = LoginPassword(USERNAME.encode(), PASSWORD.encode())
    return AuthResult(success=credentials == right, handled=False)


def start_server(script: Script) -> Controller:
    """Start a server that follows the script; the caller stops it."""
    controller = Controller(
        script,
        hostname="127.0.0.1",
        port=free_port(),
        authenticator=_authenticate,
        tls_context=script.tls_context,
        auth_required=script.auth_required,
    )
    controller.start()
    return controller


Serve = Callable[[Script], int]
"""Starts a server that follows the script; returns its port."""
