"""Addresses of what members say of projects and lessons."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
