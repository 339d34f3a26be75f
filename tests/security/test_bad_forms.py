"""Whatever is in a form or a body: the form again with what is wrong, or a clear refusal; never an error of ours."""

from io import BytesIO
from urllib.parse import quote

import pytest
from django.contrib import admin
from django.urls import reverse

from tests import factories
from tests.pages import Page
from tests.security.nasty import TEXTS

LOGIN = "/account/login/"
PLAN = "/vergelijkbaar/"
FORM = "application/x-www-form-urlencoded"


@pytest.mark.same_sql
@pytest.mark.django_db
@pytest.mark.parametrize("name", TEXTS)
def test_login_with_anything_typed(client, name):
    response = client.post(LOGIN, {"login": TEXTS[name], "password": TEXTS[name], "next": TEXTS[name]})
    assert response.status_code == 200
    assert Page.of(response).title.startswith("Fout:")


@pytest.mark.same_sql
@pytest.mark.django_db
@pytest.mark.parametrize("name", TEXTS)
def test_a_plan_with_anything_pasted(client, name):
    response = client.post(PLAN, {"tekst": TEXTS[name]})
    assert response.status_code == 200
    assert Page.of(response).soup.select_one("main h1")


@pytest.mark.same_sql
@pytest.mark.django_db
@pytest.mark.parametrize("name", TEXTS)
def test_a_file_with_any_name_and_anything_in_it(client, name):
    for suffix in (".txt", ".pdf", TEXTS[name]):
        file = BytesIO(TEXTS[name].encode())
        file.name = f"{TEXTS[name]}{suffix}"
        # Kilobytes of name are no header, so no form either.
        assert client.post(PLAN, {"bestand": file}).status_code in ((200, 400) if len(file.name) > 300 else (200,))


BODIES = [
    (b"login=a&password=b", f"{FORM}; charset=utf-16"),
    ("username=é&password=b".encode("latin-1"), f"{FORM}; charset=iso-8859-1"),
    (b"+ADw-script+AD4-", f"{FORM}; charset=utf-7"),
    (b"login=a&password=b", f"{FORM}; charset=bestaat-niet"),
    (
        b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\na\r\n--x--',
        "multipart/form-data; boundary=x; charset=utf-16",
    ),
    (b"--x\r\nContent-Disposition: form-data", "multipart/form-data; boundary=x"),
    (b"--y--", "multipart/form-data; boundary=x"),
    (b"", "multipart/form-data"),
    (b"a" * 100, "multipart/form-data; boundary=" + "x" * 500),
    (b"login=" + b"a" * 3_000_000, FORM),
    (b"&".join(b"a%d=1" % number for number in range(2_000)), FORM),
    (b'{"login": "a"}', "application/json"),
    (b"\xff\xfe\x00", "application/octet-stream"),
    (b"login=%00&password=%ff", FORM),
    (b"login=\xff\xfe&password=\xed\xa0\x80", FORM),
    (b"", ""),
    (b"<a/>", "text/xml; charset=\"'"),
]
REFUSED = slice(0, 5)


@pytest.mark.same_sql
@pytest.mark.django_db
@pytest.mark.parametrize(("body", "content_type"), BODIES, ids=lambda value: str(value)[:50])
@pytest.mark.parametrize("path", [LOGIN, f"/en{LOGIN}", PLAN])
def test_a_body_that_no_form_of_ours_sends(client, body, content_type, path):
    response = client.generic("POST", path, body, content_type)
    assert response.status_code in (200, 400)
    assert Page.of(response).soup.select_one("main h1")


@pytest.mark.django_db
@pytest.mark.parametrize(("body", "content_type"), BODIES[REFUSED])
def test_a_form_in_another_charset_is_refused_in_the_look_of_the_site(client, body, content_type):
    response = client.generic("POST", LOGIN, body, content_type)
    assert response.status_code == 400
    assert Page.of(response).heading == "Wij kunnen dit verzoek niet lezen"


ADMIN = [(model._meta.app_label, model._meta.model_name) for model in admin.site._registry]
# What people write to each other is written on the site.
WRITTEN_ON_THE_SITE = {"profile", "question", "answer", "followup", "reaction", "mark", "adoption", "collection"}
NOT_ADDED = {"searchdemand", "job", "mail", *WRITTEN_ON_THE_SITE}
ADDED = [(app, model) for app, model in ADMIN if model not in NOT_ADDED]
"""What somebody can add; what was searched in vain, jobs and mail only add themselves."""
SHORT_LIST = (
    "NUL",
    "C0",
    "huge number",
    "exponent",
    "SQL",
    "LIKE",
    "markup",
    "right to left",
    "not a character",
    "list",
)


@pytest.fixture
def administrator(client, registry):
    client.force_login(factories.UserFactory(administrator=True))
    return client


@pytest.mark.slow
@pytest.mark.parametrize(("app", "model"), ADMIN)
def test_every_list_of_the_admin_with_anything_asked(administrator, app, model):
    address = reverse(f"admin:{app}_{model}_changelist")
    parameters = ("q", "o", "p", "all", "e", "id__exact", "status__exact", "thema", "bevestigd", "pk__in", "_facets")
    for parameter in parameters:
        for name in ("exponent", "SQL", "C0"):
            response = administrator.get(address, {parameter: TEXTS[name]})
            assert response.status_code in (200, 302, 400), (parameter, name)


@pytest.mark.slow
@pytest.mark.parametrize(("app", "model"), ADDED)
def test_every_form_of_the_admin_with_anything_typed(administrator, app, model):
    address = reverse(f"admin:{app}_{model}_add")
    fields = Page.of(administrator.get(address)).soup.select("form [name]")
    names = {field["name"] for field in fields if not field["name"].endswith("_FORMS")}
    management = {field["name"]: field.get("value", "0") for field in fields if field["name"].endswith("_FORMS")}
    for name in SHORT_LIST:
        typed = {**dict.fromkeys(names - {"_popup", "_to_field"}, TEXTS[name]), **management}
        assert administrator.post(address, typed).status_code in (200, 302), name
    for field in management:
        assert administrator.post(address, {**typed, field: "1e400"}).status_code in (200, 302, 400), field


@pytest.mark.same_sql
@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_the_page_of_the_search_with_anything_asked_and_typed(administrator, name):
    address, text = reverse("admin_search_preview"), TEXTS[name]
    assert administrator.get(address, {"q": text, "soort": text}).status_code in (200, 400)
    page = Page.of(administrator.get(address, {"q": "zorg"}))
    fields = {field["name"] for field in page.soup.select("form[method=post] [name]")}
    for change in ("synonym", "stop", "boost", text):
        for button in ("try", "save"):
            typed = {**dict.fromkeys(fields - {"try", "save"}, text), "change": change, button: "1"}
            assert administrator.post(f"{address}?q=zorg", typed).status_code in (200, 302), (change, button)


@pytest.mark.parametrize("name", SHORT_LIST)
@pytest.mark.parametrize("field", ["action", "_selected_action", "select_across", "index"])
def test_an_action_of_the_admin_with_anything_chosen(administrator, registry, name, field):
    chosen = {"action": "publish_selected", "_selected_action": registry.draft.pk, "index": "0", "select_across": "0"}
    response = administrator.post(reverse("admin:projects_project_changelist"), {**chosen, field: TEXTS[name]})
    assert response.status_code in (200, 302, 400)


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_an_object_of_the_admin_with_anything_as_its_number(administrator, name):
    for view in ("change", "history", "delete"):
        address = f"/admin/projects/project/{quote(TEXTS[name] or ' ')}/{view}/"
        assert administrator.get(address).status_code in (302, 400, 404)
