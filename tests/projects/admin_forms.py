"""Fill in a page of the admin as a browser would: what the page shows, with some fields changed."""

from typing import Any

from django.contrib.admin.helpers import AdminForm
from django.test import Client


def filled_in(client: Client, page: str, **changes: Any) -> dict[str, Any]:
    """Return the POST data of the form at `page`, its inlines included, with `changes` on top."""
    context = client.get(page).context
    adminform: AdminForm = context["adminform"]
    data = {}
    forms = [adminform.form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for bound in form:
            value = bound.value()
            data[bound.html_name] = [] if value is None and is_list(bound) else "" if value is None else value
    return {key: value for key, value in data.items() if value is not False} | changes


def is_list(bound) -> bool:
    """Tell whether the field sends as many values as were chosen, none included."""
    widget = getattr(bound.field.widget, "widget", bound.field.widget)
    return getattr(widget, "allow_multiple_selected", False)


def save(client: Client, page: str, **changes: Any) -> None:
    """Fill in the form at `page` and save it; asserts that it was accepted."""
    response = client.post(page, filled_in(client, page, **changes))
    assert response.status_code == 302, errors_in(response)


def refused(client: Client, page: str, **changes: Any) -> str:
    """Fill in the form at `page` and return what is said to be wrong; asserts that it was not accepted."""
    response = client.post(page, filled_in(client, page, **changes))
    assert response.status_code == 200, "it was accepted"
    return errors_in(response)


def errors_in(response) -> str:
    """Return all messages about the form and its inlines."""
    errors = [response.context["adminform"].form.errors]
    for inline in response.context["inline_admin_formsets"]:
        errors += [inline.formset.non_form_errors(), *inline.formset.errors]
    return " ".join(str(error) for error in errors)
