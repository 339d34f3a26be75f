"""Addresses of the registry, in Dutch."""

from django.urls import path

from projects.views import institutes, lessons, projects, themes

app_name = "projects"
urlpatterns = [
    path("projecten/", projects.project_list, name="project_list"),
    path("projecten/<slug:slug>/", projects.project_detail, name="project_detail"),
    path("lessen/", lessons.lesson_list, name="lesson_list"),
    path("themas/", themes.theme_list, name="theme_list"),
    path("themas/<slug:slug>/", themes.theme_detail, name="theme_detail"),
    path("instellingen/", institutes.institute_list, name="institute_list"),
    path("instellingen/<slug:slug>/", institutes.institute_detail, name="institute_detail"),
]
