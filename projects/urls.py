"""Addresses of the registry, in Dutch."""

from django.urls import path

from projects.views import (
    comparable,
    compare,
    exports,
    feeds,
    institutes,
    keeping,
    lessons,
    projects,
    regions,
    search_all,
    suggestions,
    themes,
)

app_name = "projects"
urlpatterns = [
    path("projecten/", projects.project_list, name="project_list"),
    path("projecten/export.<str:format_>", exports.project_export, name="project_export"),
    path("projecten/feed.atom", feeds.project_feed, name="project_feed"),
    path("projecten/vergelijken/", compare.project_compare, name="project_compare"),
    path("projecten/<slug:slug>/", projects.project_detail, name="project_detail"),
    path("mijn/projecten/<slug:slug>/bijhouden/", keeping.project_keep, name="project_keep"),
    path("klopt-nog/<str:signed>/", keeping.project_still_true, name="project_still_true"),
    path("vergelijkbaar/", comparable.comparable, name="comparable"),
    path("zoeken/", search_all.search_all, name="search_all"),
    path("zoeken/suggesties", suggestions.suggestions, name="suggestions"),
    path("lessen/", lessons.lesson_list, name="lesson_list"),
    path("themas/", themes.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", themes.theme_detail, name="theme_detail"),
    path("regios/", regions.region_list, name="region_list"),
    path("regios/<slug:slug>/", regions.region_detail, name="region_detail"),
    path("instellingen/", institutes.institute_list, name="institute_list"),
    path("instellingen/<slug:slug>/", institutes.institute_detail, name="institute_detail"),
]
