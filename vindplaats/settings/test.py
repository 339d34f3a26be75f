"""The test suite: a private PostgreSQL of its own that forgets, so that tests run beside `make run`."""

from vindplaats import database
from vindplaats.logs import configure_logs
from vindplaats.settings.base import *  # noqa: F403 - Django reads settings as names of one module
from vindplaats.settings.database import address, configure

DEBUG = False
SECRET_KEY = "for-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# A statement may take a minute: on a busy machine, making or dropping the database of the tests waits for the disk.
DATABASES = {"default": configure(address("") or database.url("vindplaats", durable=False), timeout_ms=60_000)}
# Two runs at once, in one checkout, do not empty each other's tables.
DATABASES["default"]["TEST"] = {"NAME": database.own_name("test_vindplaats")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
PUBLIC_URL = "https://vindplaats.example"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
LOGGING = configure_logs(json=True, level="ERROR")
