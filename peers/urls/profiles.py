"""Addresses of people who think along."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
