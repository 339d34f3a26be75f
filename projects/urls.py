"""Addresses of the registry, in Dutch."""

from django.urls import path, register_converter

from projects.services.revisions.sections import SECTIONS
from projects.views import (
    claims,
    comparable,
    compare,
    conditions,
    decision_aids,
    exports,
    feeds,
    forecast,
    institutes,
    invitations,
    joining,
    keeping,
    lessons,
    members,
    my_institutes,
    my_resources,
    projects,
    regions,
    registration_twins,
    registrations,
    reports,
    resource_writing,
    resources,
    search_all,
    sectors,
    stopped,
    suggestions,
    themes,
)
from projects.views.collections import making, reading
from projects.views.programmes import (
    editing,
    feed,
)
from projects.views.programmes import (
    listing as programmes,
)
from projects.views.programmes import (
    page as programme,
)
from projects.views.programmes import (
    report as programme_report,
)
from projects.views.programmes.parts import PARTS
from projects.views.writing import checking, listing, overview, preview, sections, starting, uploading, versions


class SectionConverter:
    """A section of a text, by its own name only."""

    regex = "|".join(SECTIONS)

    def to_python(self, value: str) -> str:
        """Return the name as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name as it is."""
        return value


class PartConverter(SectionConverter):
    """What editors of a programme keep, by its own name only."""

    regex = "|".join(PARTS)


register_converter(SectionConverter, "section")
register_converter(PartConverter, "part")

app_name = "projects"
urlpatterns = [
    path("projecten/", projects.project_list, name="project_list"),
    path("projecten/export.<str:format_>", exports.project_export, name="project_export"),
    path("projecten/feed.atom", feeds.project_feed, name="project_feed"),
    path("projecten/vergelijken/", compare.project_compare, name="project_compare"),
    path("projecten/indienen/", starting.start, name="submission_start"),
    path("projecten/<slug:slug>/", projects.project_detail, name="project_detail"),
    path("mijn/projecten/", listing.listing, name="submission_list"),
    path("mijn/projecten/inlezen/", uploading.upload, name="submission_upload"),
    path("mijn/projecten/inlezen/sjabloon.xlsx", uploading.sheet, name="submission_sheet"),
    path("mijn/projecten/<slug:slug>/", overview.overview, name="submission_overview"),
    path("mijn/projecten/<slug:slug>/wijzigen/", overview.begin_edit, name="submission_edit"),
    path("mijn/projecten/<slug:slug>/terughalen/", overview.withdraw, name="submission_withdraw"),
    path("mijn/projecten/<slug:slug>/weggooien/", overview.discard, name="submission_discard"),
    path("mijn/projecten/<slug:slug>/overdragen/", overview.hand_over, name="submission_hand_over"),
    path("mijn/projecten/<slug:slug>/voorbeeld/", preview.preview, name="submission_preview"),
    path("mijn/projecten/<slug:slug>/controleren/", checking.check, name="submission_check"),
    path("mijn/projecten/<slug:slug>/ingediend/", checking.sent, name="submission_sent"),
    path("mijn/projecten/<slug:slug>/versies/", versions.versions, name="submission_versions"),
    path("mijn/projecten/<slug:slug>/versies/<int:number>/", versions.version, name="submission_version"),
    path("mijn/projecten/<slug:slug>/versies/<int:number>/terugzetten/", versions.restore, name="submission_restore"),
    path("mijn/projecten/<slug:slug>/<section:section>/", sections.section, name="submission_section"),
    path("mijn/projecten/<slug:slug>/bijhouden/", keeping.project_keep, name="project_keep"),
    path("klopt-nog/<str:signed>/", keeping.project_still_true, name="project_still_true"),
    path("vergelijkbaar/", comparable.comparable, name="comparable"),
    path("zoeken/", search_all.search_all, name="search_all"),
    path("zoeken/suggesties", suggestions.suggestions, name="suggestions"),
    path("melden/", reports.report, name="report"),
    path("melden/verstuurd/", reports.report_done, name="report_done"),
    path("lessen/", lessons.lesson_list, name="lesson_list"),
    path("lessen/feed.atom", feeds.lesson_feed, name="lesson_feed"),
    path("lessen/vooruit/", forecast.lesson_forecast, name="lesson_forecast"),
    path("lessen/gestopt/", stopped.stopped_list, name="stopped_list"),
    path("lessen/<slug:slug>/", lessons.lesson_detail, name="lesson_detail"),
    path("programmas/", programmes.programme_list, name="programme_list"),
    path("programmas/<slug:slug>/", programme.programme_detail, name="programme_detail"),
    path("programmas/<slug:slug>/feed.atom", feed.programme_feed, name="programme_feed"),
    path("programmas/<slug:slug>/lijn/<int:pk>/", programme.programme_line, name="programme_line"),
    path("programmas/<slug:slug>/stand-van-zaken/", programme.programme_updates, name="programme_updates"),
    path("programmas/<slug:slug>/verslag/", programme_report.programme_report, name="programme_report"),
    path("programmas/<slug:slug>/bijwerken/", editing.programme_edit, name="programme_edit"),
    path("programmas/<slug:slug>/bijwerken/<part:part>/", editing.programme_part, name="programme_part_add"),
    path("programmas/<slug:slug>/bijwerken/<part:part>/<int:pk>/", editing.programme_part, name="programme_part"),
    path("hulpmiddelen/", resources.resource_list, name="resource_list"),
    path("hulpmiddelen/feed.atom", feeds.resource_feed, name="resource_feed"),
    path("hulpmiddelen/aanmelden/", resource_writing.resource_start, name="resource_start"),
    path("hulpmiddelen/<slug:slug>/", resources.resource_detail, name="resource_detail"),
    path("hulpmiddelen/<slug:slug>/bestand/", resources.resource_file, name="resource_file"),
    path("keuzehulpen/", decision_aids.decision_aids, name="decision_aids"),
    path("mijn/hulpmiddelen/", my_resources.my_resources, name="my_resources"),
    path("mijn/hulpmiddelen/<slug:slug>/", resource_writing.resource_write, name="resource_write"),
    path("mijn/hulpmiddelen/<slug:slug>/terughalen/", resource_writing.resource_take_back, name="resource_take_back"),
    path("verzamelingen/", reading.collection_list, name="collection_list"),
    path("verzamelingen/<slug:slug>/", reading.collection_detail, name="collection_detail"),
    path("verzamelingen/<slug:slug>/afdrukken/", reading.collection_print, name="collection_print"),
    path("mijn/verzamelingen/", making.my_collections, name="my_collections"),
    path("mijn/verzamelingen/nieuw/", making.collection_new, name="collection_new"),
    path("mijn/verzamelingen/toevoegen/", making.collection_add, name="collection_add"),
    path("mijn/verzamelingen/<slug:slug>/", making.my_collection, name="my_collection"),
    path("mijn/verzamelingen/<slug:slug>/weggooien/", making.collection_throw_away, name="collection_throw_away"),
    path("themas/", themes.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", themes.theme_detail, name="theme_detail"),
    path("sectoren/", sectors.sector_list, name="sector_list"),
    path("sectoren/<slug:slug>/", sectors.sector_detail, name="sector_detail"),
    path("aandoeningen/", conditions.condition_list, name="condition_list"),
    path("aandoeningen/<slug:slug>/", conditions.condition_detail, name="condition_detail"),
    path("regios/", regions.region_list, name="region_list"),
    path("regios/<slug:slug>/", regions.region_detail, name="region_detail"),
    path("instellingen/", institutes.institute_list, name="institute_list"),
    path("instellingen/aanmelden/", registrations.registration_start, name="registration_start"),
    path("instellingen/aanmelden/<str:token>/", registrations.registration, name="registration"),
    path(
        "instellingen/aanmelden/<str:token>/bestaat-al/",
        registration_twins.registration_twins,
        name="registration_twins",
    ),
    path(
        "instellingen/aanmelden/<str:token>/intrekken/",
        registrations.registration_withdraw,
        name="registration_withdraw",
    ),
    path("instellingen/aanmelden/<str:token>/<slug:step>/", registrations.registration_step, name="registration_step"),
    path("instellingen/zoeken-naam", registration_twins.institute_names, name="institute_names"),
    path("instellingen/<slug:slug>/", institutes.institute_detail, name="institute_detail"),
    path("instellingen/<slug:slug>/overnemen/", claims.claim_institute, name="claim_institute"),
    path("instellingen/<slug:slug>/aansluiten/", joining.join_institute, name="join_institute"),
    path("uitnodiging/<str:token>/", invitations.invitation, name="invitation"),
    path("mijn/instellingen/<slug:slug>/", my_institutes.my_institute, name="my_institute"),
    path("mijn/instellingen/<slug:slug>/bewerken/", my_institutes.institute_edit, name="institute_edit"),
    path("mijn/instellingen/<slug:slug>/logo/", my_institutes.institute_logo, name="institute_logo"),
    path("mijn/instellingen/<slug:slug>/leden/", members.members, name="members"),
    path("mijn/instellingen/<slug:slug>/leden/<int:pk>/", members.member, name="member"),
    path("mijn/instellingen/<slug:slug>/uitnodigen/", members.member_invite, name="member_invite"),
    path("mijn/instellingen/<slug:slug>/uitnodigingen/<int:pk>/", members.invitation_manage, name="invitation_manage"),
    path("mijn/instellingen/<slug:slug>/verlaten/", members.institute_leave, name="institute_leave"),
]
