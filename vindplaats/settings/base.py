"""What holds in development, tests and production alike."""

from pathlib import Path

import pgtrigger
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from vindplaats.settings.accounts import *  # noqa: F403 - Django reads settings as names of one module
from vindplaats.settings.api import API_VERSION, REST_FRAMEWORK, SPECTACULAR_SETTINGS  # noqa: F401 - are settings
from vindplaats.settings.environment import env, switch

VERSION = "0.1.0"
BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"

INSTALLED_APPS = [
    # Before our own apps, which take their pages in the admin away: ours stand in place of them.
    "taggit",
    "procrastinate.contrib.django",
    "post_office",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "vindplaats.jobs",
    "vindplaats.mail",
    "vindplaats.accounts",
    "vindplaats.mine",
    "projects",
    "projects.search",
    "peers",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "csp",
    "django_filters",
    "django_structlog",
    "rest_framework",
    "drf_spectacular",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "vindplaats.api.middleware.for_programs",
    "vindplaats.middleware.refuse_malformed_text",
    "vindplaats.remembering.remembering",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vindplaats.request_log.RequestLog",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vindplaats.accounts.interrupted.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vindplaats.accounts.middleware.StaffNeedsSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pghistory.middleware.HistoryMiddleware",
]

ROOT_URLCONF = "vindplaats.urls"
WSGI_APPLICATION = "vindplaats.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vindplaats.context_processors.page_frame",
            ],
            "libraries": {name: f"vindplaats.templatetags.{name}" for name in ("browsers", "json_ld", "text")},
        },
    }
]

LOGGED_WITHOUT_QUERY = ("/zoeken/suggesties", "/instellingen/zoeken-naam")
"""How the paths end that are asked while somebody types: what is not sent yet is nobody's business."""

SECRET_FOLLOWS = (
    "/instellingen/aanmelden/",
    "/uitnodiging/",
    "/klopt-nog/",
    "/account/bevestigen/",
    "/account/wachtwoord/nieuw/",
)
"""What comes right after these in an address is a secret: who knows it may do what the page is for."""

RELEASE = env.str("RELEASE", default="")
"""Names the code that runs (a tag or commit). Pages answer 304 only when it is set, since code shapes them too."""
EDITORS_EMAIL = env.str("EDITORS_EMAIL", default="redactie@vindplaats.example")
SECURITY_EMAIL = env.str("SECURITY_EMAIL", default="security@vindplaats.example")

ALLAUTH_TRUSTED_PROXY_COUNT = 0
"""How many proxies stand in front of the site whose X-Forwarded-For is believed; limits count by network address."""

DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Vindplaats <geen-antwoord@vindplaats.example>")
EMAIL_TIMEOUT = 20
"""Seconds that a mail server may take to answer; only the worker waits for it."""
POST_OFFICE = {"LOG_LEVEL": 0}
PROCRASTINATE_WORKER_DEFAULTS = {"name": "vindplaats"}

SEARCH_EMBEDDINGS = switch("VINDPLAATS_EMBEDDINGS", default=False)
"""Whether the search goes by meaning as well as by words; needs the package of requirements-embeddings.txt."""

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["vindplaats.formats"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

# What people send to the site; see vindplaats/media.py.
MEDIA_URL = "media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
# Only what browsers get: the sources and tools of the style sheet stand in static/ too.
STATICFILES_DIRS = [(folder, BASE_DIR / "static" / folder) for folder in ("css", "fonts", "img", "js")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

PROCESS_CACHE = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "OPTIONS": {"MAX_ENTRIES": 10_000},
}
# See vindplaats/caches.py. The table is made by a migration and emptied of what is past by a job; with few entries
# allowed, somebody could push the limits of others out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
    "process": PROCESS_CACHE,
    # By this name the template tag finds it.
    "template_fragments": PROCESS_CACHE,
    "latest": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "latest",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 200},
    },
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
TAGGIT_CASE_INSENSITIVE = True

SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CSRF_FAILURE_VIEW = "vindplaats.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
REFUSED_FEATURES = "accelerometer camera display-capture geolocation gyroscope microphone payment usb"
PERMISSIONS_POLICY = {name: [] for name in REFUSED_FEATURES.split()}

# One statement, one trigger call: a bulk change of 500 rows costs one audit insert, not 500.
PGHISTORY_LEVEL = pgtrigger.Statement
