"""Addresses of the registry, in Dutch."""

from django.urls import URLPattern

app_name = "projects"
urlpatterns: list[URLPattern] = []
