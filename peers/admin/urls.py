"""Addresses of the editors' own pages about people, under /admin/."""

from django.contrib import admin
from django.urls import path

from peers.admin.numbers import numbers_page

urlpatterns = [path("cijfers/", admin.site.admin_view(numbers_page), name="admin_numbers")]
