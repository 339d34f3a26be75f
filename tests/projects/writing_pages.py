"""The pages on which members write, as a browser sends them."""

from django.urls import reverse

from tests.pages import Page


def at(name, revision, *more):
    return reverse(f"projects:submission_{name}", args=[revision.project.slug, *more])


def get(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, address
    return Page.of(response)


def post(client, revision, section, button="verder", **values):
    """Send a section as its form would, with what it showed."""
    page = client.get(at("section", revision, section))
    sent = {"version": page.context["revision"].version, "gezien": page.context["seen"], button: "1", **values}
    return client.post(at("section", revision, section), sent)
