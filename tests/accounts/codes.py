"""The app on the telephone of everyone in tests."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.factories.people import SECRET


def code(secret: str = SECRET, *, later: int = 0) -> str:
    """Return what the app shows now, or `later` codes after that."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))
