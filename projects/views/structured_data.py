"""What search engines are told about a page, in the words of schema.org."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from projects.models import Lesson, Programme, Project, Resource
from vindplaats.markdown import plain


def website(request: HttpRequest) -> dict[str, Any]:
    """Return the site itself, with its search box."""
    search = request.build_absolute_uri(reverse("projects:project_list"))
    return {
        "@type": "WebSite",
        "name": "Vindplaats",
        "url": request.build_absolute_uri(reverse("home")),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def project_data(request: HttpRequest, project: Project) -> dict[str, Any]:
    """Return a project as a described piece of work; only what is on its page."""
    data = {
        "@type": "CreativeWork",
        "additionalType": "https://schema.org/Project",
        "identifier": project.external_id,
        "name": project.title,
        "abstract": plain(project.summary),
        "url": request.build_absolute_uri(project.get_absolute_url()),
        "inLanguage": project.language,
        "keywords": project.theme_labels,
        "datePublished": project.published_at,
        "dateModified": project.updated_at,
        "isBasedOn": project.source_url,
        "spatialCoverage": [{"@type": "AdministrativeArea", "name": one.name} for one in project.gemeenten.all()],
        "creator": _organisation(project),
    }
    return {name: value for name, value in data.items() if value}


def programme_data(request: HttpRequest, programme: Programme) -> dict[str, Any]:
    """Return a programme as a described piece of work."""
    data = {
        "@type": "CreativeWork",
        "additionalType": "https://schema.org/Project",
        "identifier": programme.external_id,
        "name": programme.label,
        "abstract": plain(programme.summary),
        "url": request.build_absolute_uri(programme.get_absolute_url()),
        "temporalCoverage": f"{programme.start or '..'}/{programme.end or '..'}" if programme.start else "",
        "isBasedOn": programme.source_url,
    }
    return {name: value for name, value in data.items() if value}


def lesson_data(request: HttpRequest, lesson: Lesson) -> dict[str, Any]:
    """Return a lesson as a text that is part of a project; only what is on its page."""
    project = lesson.project
    data = {
        "@type": "CreativeWork",
        "genre": lesson.get_kind_display(),
        "name": lesson.title,
        "abstract": plain(lesson.situation),
        "url": request.build_absolute_uri(lesson.get_absolute_url()),
        "inLanguage": lesson.language,
        "datePublished": project.published_at,
        "dateModified": lesson.updated_at,
        "creator": _organisation(project),
        "isPartOf": {
            "@type": "CreativeWork",
            "name": project.title,
            "url": request.build_absolute_uri(project.get_absolute_url()),
        },
    }
    return {name: value for name, value in data.items() if value}


def resource_data(request: HttpRequest, resource: Resource) -> dict[str, Any]:
    """Return a resource as something made that can be used; only what is on its page."""
    data = {
        "@type": "CreativeWork",
        "name": resource.title,
        "genre": str(resource.get_kind_display()),
        "abstract": plain(resource.summary),
        "url": request.build_absolute_uri(resource.get_absolute_url()),
        "sameAs": resource.url,
        "inLanguage": resource.language,
        "keywords": [term.label for term in (*resource.themes.all(), *resource.conditions.all())],
        "dateCreated": str(resource.year or ""),
        "dateModified": resource.revised_on,
        "license": str(resource.get_licence_display()),
        "audience": [{"@type": "Audience", "audienceType": one} for one in resource.audience_labels],
        "creator": {"@type": "Organization", "name": resource.owner} if resource.owner else None,
    }
    return {name: value for name, value in data.items() if value}


def _organisation(project: Project) -> dict[str, str] | None:
    return {"@type": "Organization", "name": project.institute.name} if project.institute else None
