"""Addresses of what somebody follows."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
