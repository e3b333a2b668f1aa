"""Tells e-mail addresses that can be written to from ones that cannot."""

from email_validator import EmailNotValidError, validate_email


class InvalidAddress(ValueError):
    """Carries an address no mail can be sent to, and why."""

    def __init__(self, address: str, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address!r} is not an address mail can be sent to: {reason}")


def mail_address(text: str) -> str:
    """Return the address as it is written on the wire, in ASCII.

    Local names beyond ASCII are refused: they need every server on the way to speak SMTPUTF8. Whether the domain
    exists is not asked.

    Raises InvalidAddress.
    """
    try:
        valid = validate_email(text, allow_smtputf8=False, allow_quoted_local=False, check_deliverability=False)
    except EmailNotValidError as invalid:
        raise InvalidAddress(text, str(invalid)) from invalid
    return valid.ascii_email or valid.normalized
