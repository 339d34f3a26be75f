"""Addresses of the moderators' own pages, under /admin/."""

from django.contrib import admin
from django.urls import path

from projects.admin.review.case import case_page
from projects.admin.review.merging import merge_page
from projects.admin.review.norms import norms_page
from projects.admin.review.queue import queue

urlpatterns = [
    path("wachtrij/", admin.site.admin_view(queue), name="admin_queue"),
    path("wachtrij/<int:pk>/", admin.site.admin_view(case_page), name="admin_case"),
    path("samenvoegen/<slug:name>/", admin.site.admin_view(merge_page), name="admin_merge"),
    path("normen/", admin.site.admin_view(norms_page), name="admin_norms"),
]
