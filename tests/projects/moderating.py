"""What a moderator does on the page of a case, as tests of several files need it."""

from django.urls import reverse

from projects.models import ReviewCase
from tests.pages import Page


def url(case=None):
    """Return the address of a case, or of the newest."""
    return reverse("admin_case", args=[(case or ReviewCase.objects.latest("pk")).pk])


def page(client, case=None):
    """Read the page of a case."""
    return Page.of(client.get(url(case)))


def sent_along(client, case=None):
    """Return what the form of the page sends along by itself."""
    hidden = page(client, case).soup.select_one("#besluit [name=versie]")
    return {"versie": hidden["value"]} if hidden else {}


def do(client, what, case=None, **more):
    """Open the page and press a button there; return the page that follows."""
    return client.post(url(case), {"doe": what, **sent_along(client, case), **more}, follow=True)


def said(response):
    """Return the messages at the top of the page."""
    return [str(message) for message in response.context["messages"]]
