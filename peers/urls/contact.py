"""Addresses of contact requests."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
