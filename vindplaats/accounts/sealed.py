"""Secrets that we have to read again, kept encrypted with a key that follows from SECRET_KEY.

An old key in SECRET_KEY_FALLBACKS still reads. Without it, what it encrypted is lost, and people set their app up anew.
"""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

PURPOSE = b"vindplaats.accounts.sealed:"


def encrypt(text: str) -> str:
    """Return `text` so that only this site can read it."""
    return _box().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    """Return the text again; cryptography.fernet.InvalidToken when it was made with another key."""
    return _box().decrypt(encrypted.encode()).decode()


def _box() -> MultiFernet:
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(PURPOSE + secret.encode()).digest()))
