"""A resource that an institute sends in, and what its form holds."""

from django.core.files.uploadedfile import SimpleUploadedFile

from projects.services.resources import writing
from tests import factories
from tests.files import samples


def text_of(response):
    return response.content.decode()


def filled(resource, **more):
    given = {"kind": "toolkit", "title": resource.title, "summary": "Een werkboek voor teams.", "language": "nl"}
    return {**given, "url": "https://zorg.example/boek", "version": resource.version, "doen": "indienen", **more}


def begun(institute, member, **more):
    given = {"kind": "toolkit", "title": "Werkboek slapen", "url": "https://zorg.example/boek", **more}
    return writing.begin(institute=institute, by=member, **given)


def published(institute, **more):
    given = {"project": None, "institute": institute, "title": "Werkboek slapen", "url": "https://zorg.example/boek"}
    return factories.ResourceFactory(**{**given, **more})


def sent_pdf(name="boek.pdf"):
    return SimpleUploadedFile(name, samples.pdf(), content_type="application/pdf")
