"""Read what a mail server sends back: a delivery status notification (RFC 3464).

Anybody can write such a message. So it only counts when it returns the Message-ID of a mail that we sent, which nobody
can guess, and names the address that we sent it to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from post_office.models import STATUS

from vindplaats.mail.failing import is_for_good, note_failure
from vindplaats.mail.models import Mail

MOST_BYTES = 2_000_000
RETURNED = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
STATUS_TYPES = ("message/delivery-status", "message/global-delivery-status")
HARD = 550


@dataclass(frozen=True)
class Failure:
    """What is said of one receiver."""

    address: str
    action: str
    status: str
    diagnosis: str

    @property
    def is_hard(self) -> bool:
        """Whether the address takes no mail at all; what is only delayed, or full for now, may come right."""
        return (
            self.action == "failed"
            and self.status.startswith("5")
            and is_for_good(HARD, f"{self.status} {self.diagnosis}")
        )


def receive(raw: bytes) -> list[str]:
    """Note the addresses of which this message says that they failed for good; return them."""
    message = BytesParser(policy=policy.default).parsebytes(raw[:MOST_BYTES])
    mail = _returned_mail(message)
    if mail is None:
        return []
    ours = {address.lower() for address in mail.to}
    found = [one for one in _failures(message) if one.is_hard and one.address in ours]
    for one in found:
        note_failure(address=one.address, reason=f"{one.status} {one.diagnosis}".strip())
    return [one.address for one in found]


def _returned_mail(message: EmailMessage) -> Mail | None:
    """Return our mail that the message is about: that of the Message-ID among the headers it gives back."""
    for part in message.walk():
        if part.get_content_type() in RETURNED and (message_id := _message_id(part)):
            return Mail.objects.filter(message_id=message_id, status=STATUS.sent).first()
    return None


def _message_id(part: EmailMessage) -> str:
    inner = part.get_payload()
    if isinstance(inner, list):
        return str(inner[0]["Message-ID"] or "").strip() if inner else ""
    text = part.get_payload(decode=True) or b""
    return str(BytesParser(policy=policy.default).parsebytes(text, headersonly=True)["Message-ID"] or "").strip()


def _failures(message: EmailMessage) -> Iterator[Failure]:
    for part in message.walk():
        if part.get_content_type() in STATUS_TYPES and isinstance(part.get_payload(), list):
            for block in part.get_payload():
                if receiver := block["Final-Recipient"]:
                    yield Failure(
                        _value(receiver).lower(),
                        str(block["Action"] or "").strip().lower(),
                        str(block["Status"] or "").strip(),
                        _value(block["Diagnostic-Code"]),
                    )


def _value(field: object) -> str:
    """Return what follows the type: 'rfc822; jan@zorg.example'."""
    _type, _, value = str(field or "").partition(";")
    return " ".join(value.split())
