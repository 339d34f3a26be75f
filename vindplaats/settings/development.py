"""A person's own machine: private PostgreSQL in var/, readable pages when something breaks."""

from vindplaats import database
from vindplaats.logs import configure_logs
from vindplaats.settings.base import *  # noqa: F403 - Django reads settings as names of one module
from vindplaats.settings.database import address, configure
from vindplaats.settings.environment import env, origin
from vindplaats.settings.own_errors import with_own_errors

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "for-development-only-never-for-a-site-that-others-reach"  # noqa: S105
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DATABASES = {"default": configure(address("") or database.url("vindplaats", durable=True))}
PUBLIC_URL = origin("PUBLIC_URL", f"http://localhost:{env.str('PORT', default='8000')}")
ROOT_URLCONF = "vindplaats.development_urls"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
EMAIL_BACKEND = "vindplaats.mail.console.ReadableBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
LOGGING = configure_logs(json=False)
MIDDLEWARE = with_own_errors(MIDDLEWARE)  # noqa: F405
