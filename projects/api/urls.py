"""Addresses of the API, version 1: Dutch as those of the site, without a slash at the end, in no language."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.generic import RedirectView

from projects.api.comparable import ComparableProjects
from projects.api.description import Description
from projects.api.facets import Facets
from projects.api.projects import ProjectDetail, ProjectList
from projects.api.resources import ResourceList

app_name = "api"
explanation = RedirectView.as_view(pattern_name="api_explained", http_method_names=["get", "head"])
urlpatterns = [
    path("", login_not_required(explanation), name="root"),
    path("openapi.json", Description.as_view(), name="description"),
    path("projecten", ProjectList.as_view(), name="project_list"),
    path("projecten/<slug:slug>", ProjectDetail.as_view(), name="project_detail"),
    path("hulpmiddelen", ResourceList.as_view(), name="resource_list"),
    path("facetten", Facets.as_view(), name="facets"),
    path("vergelijkbaar", ComparableProjects.as_view(), name="comparable"),
]
