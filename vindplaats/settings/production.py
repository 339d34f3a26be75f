"""A site that others reach. Everything secret comes from the environment; what is missing is named with a hint."""

from vindplaats.logs import configure_logs
from vindplaats.settings.base import *  # noqa: F403 - Django reads settings as names of one module
from vindplaats.settings.base import BASE_DIR
from vindplaats.settings.database import HINT, configure
from vindplaats.settings.environment import env, integer, origin, required
from vindplaats.settings.release import newest_change

DEBUG = False
RELEASE = env.str("RELEASE", default="") or newest_change(BASE_DIR)
SECRET_KEY = required(
    "SECRET_KEY",
    "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))', and keep it secret.",
)
ALLOWED_HOSTS = required("ALLOWED_HOSTS", "Give the site's host names with commas between, without https://.", env.list)
DATABASES = {"default": configure(required("DATABASE_URL", HINT), pool=True)}
PUBLIC_URL = origin("PUBLIC_URL", f"https://{ALLOWED_HOSTS[0].lstrip('.*')}")
ALLAUTH_TRUSTED_PROXY_COUNT = integer("TRUSTED_PROXIES", 1, "Give the number of proxies in front of the site.")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS if host != "*"]

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
LOGGING = configure_logs(json=True)
