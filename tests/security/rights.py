"""The table of who may do what: each address, each role, what a GET and a POST answer.

A new address needs a row, or the test of the table fails. Each domain has a file with its own rows; `rows.py` tells
how a row is written.
"""

from tests.security.rights_accounts import ACCOUNTS
from tests.security.rights_contact import CONTACT
from tests.security.rights_following import FOLLOWING
from tests.security.rights_gathered import GATHERED
from tests.security.rights_institutes import INSTITUTES
from tests.security.rights_mine import MINE
from tests.security.rights_moderation import MODERATION
from tests.security.rights_notices import NOTICES
from tests.security.rights_profiles import PROFILES
from tests.security.rights_questions import QUESTIONS
from tests.security.rights_reactions import REACTIONS
from tests.security.rights_resources import RESOURCES
from tests.security.rights_writing import WRITING
from tests.security.rows import READ, row, staff

SITE = {
    "healthz": READ,
    "readyz": READ,
    "security_txt": READ,
    "robots_txt": READ,
    "opensearch": READ,
    "sitemap_index": READ,
    "django.contrib.sitemaps.views.sitemap": READ,
    "home": READ,
    "about": READ,
    "accessibility": READ,
    "privacy": READ,
    "contact_editors": READ,
    "api_explained": READ,
    "api:root": row("302", "405"),
    "api:description": READ,
    "api:facets": READ,
    "api:project_list": READ,
    "api:resource_list": READ,
    "api:project_detail": READ,
    # The text stands in the body, and there is none.
    "api:comparable": row("405", "400"),
    "projects:project_list": READ,
    "projects:project_export": READ,
    "projects:project_feed": READ,
    "projects:project_detail": READ,
    "projects:project_compare": READ,
    # Reads what is sent and changes nothing, so it asks for no proof of origin.
    "projects:comparable": row("200", "200"),
    "projects:lesson_list": READ,
    "projects:lesson_feed": READ,
    "projects:lesson_detail": READ,
    "projects:lesson_forecast": READ,
    "projects:stopped_list": READ,
    "projects:search_all": READ,
    "projects:suggestions": READ,
    "projects:theme_list": READ,
    "projects:theme_detail": READ,
    "projects:sector_list": READ,
    "projects:sector_detail": READ,
    "projects:condition_list": READ,
    "projects:condition_detail": READ,
    "projects:region_list": READ,
    "projects:region_detail": READ,
}

ADMIN = {
    "admin:peers_edition_begin": staff("405 405", "302 302"),
    # Without saying what is to be done there is nothing to do.
    "admin:peers_edition_send": staff("200 200", "404 404"),
    "admin:index": staff("200 200", "200 200"),
    # Everyone logs in at one place, and changes the password at one place.
    "admin:login": row("302 403 403 403 403 302 302 302", "302 403 403 403 403 302 302 302"),
    "admin:logout": row("302 302 302 302 302 302 405 405", "302"),
    "admin:password_change": row("302", "302"),
    "admin:password_change_done": staff("200 200", "405 405"),
    "admin:autocomplete": staff("403 403", "405 405"),
    "admin:jsi18n": staff("200 200", "405 405"),
    "admin:view_on_site": staff("302 302", "302 302"),
    "admin:app_list": staff("200 200", "200 200"),
    "admin:[bestaat-niet/]": staff("404 404", "404 404"),
    "admin:auth_user_password_change": staff("403 200", "403 200"),
    "admin_search_preview": staff("200 200", "200 200"),
    "admin_numbers": staff("200 200", "405 405"),
    "admin:projects_project_decide": staff("200 200", "302 302"),
    "admin:projects_lesson_together": staff("200 200", "200 200"),
    # Nothing is taken off the site without a reason.
    **{f"admin:peers_{name}_decide": staff("200 200", "200 200") for name in ("question", "answer", "followup")},
}

VIEWS = {
    "changelist": staff("200 200", "200 200"),
    "history": staff("200 200", "200 200"),
    "add": staff("200 200", "200 200"),
    "change": staff("200 200", "200 200"),
    "delete": staff("200 200", "200 200"),
    "redirect": row("302", "302"),
}
NO = staff("403 403", "403 403")
ADMINISTRATOR = staff("403 200", "403 200")
LOOK = staff("200 200", "403 200")

# What the site writes by itself: administrators look.
WRITTEN = {
    "changelist": ADMINISTRATOR,
    "history": ADMINISTRATOR,
    "add": NO,
    "change": staff("403 200", "403 403"),
    "delete": NO,
}

# What members write: moderators read it, and decide on pages of their own.
READ_ONLY = {"add": NO, "change": staff("200 200", "403 403"), "delete": NO}

# What differs from VIEWS, per model. Deleting for good is for administrators, except for what belongs to one thing.
OWN = {"delete": ADMINISTRATOR}
PART: dict[str, dict] = {}
# What members said: moderators take it down, nobody changes or deletes it.
SAID = {"add": NO, "change": staff("200 200", "302 302"), "delete": NO}
MODELS = {
    "accounts.user": {"add": ADMINISTRATOR, "change": LOOK, "delete": NO},
    "jobs.job": WRITTEN,
    "mail.mail": WRITTEN,
    # Only the person writes it.
    "peers.profile": {"add": NO, "change": staff("200 200", "403 403"), "delete": NO},
    **{f"peers.{name}": READ_ONLY for name in ("question", "answer", "followup")},
    "projects.application": OWN,
    "projects.condition": OWN,
    "projects.gemeente": OWN,
    "projects.institute": OWN,
    "projects.lesson": PART,
    "projects.membership": PART,
    "projects.programme": OWN,
    "projects.programmeline": PART,
    "projects.project": OWN,
    "projects.region": OWN,
    "projects.regionscheme": OWN,
    "projects.replytemplate": PART,
    "projects.resource": PART,
    "projects.sector": OWN,
    "projects.targetgroup": OWN,
    "projects.technology": OWN,
    "projects.theme": OWN,
    **dict.fromkeys(("peers.reaction", "peers.mark", "peers.adoption", "projects.collection"), SAID),
    "peers.edition": OWN,
    "search.boost": PART,
    # The list only: a row of it may be what one person typed.
    "search.searchdemand": {"add": NO, "change": NO, "delete": NO, "history": NO},
    "search.stopword": PART,
    "search.synonymgroup": PART,
}


def expand(models: dict[str, dict]) -> dict[str, dict]:
    """Return a row for each page of the admin of each model."""
    rows = {}
    for label, different in models.items():
        app, model = label.split(".")
        for view, usual in VIEWS.items():
            unnamed = view == "redirect"
            name = f"[{app}/{model}/<path:object_id>/]" if unnamed else f"{app}_{model}_{view}"
            rows[f"admin:{name}"] = different.get(view, usual)
    return rows


PEERS = {**NOTICES, **PROFILES, **CONTACT, **QUESTIONS, **REACTIONS, **FOLLOWING}
TABLE = {
    **SITE,
    **GATHERED,
    **ACCOUNTS,
    **INSTITUTES,
    **MINE,
    **MODERATION,
    **WRITING,
    **RESOURCES,
    **PEERS,
    **ADMIN,
    **expand(MODELS),
}
