"""Who gets into the admin, and what a moderator cannot do there."""

import pytest
from django.contrib import admin
from django.urls import reverse

from projects.models import Institute, Lesson, Project, Theme
from tests.factories import (
    InstituteFactory,
    LessonFactory,
    MembershipFactory,
    ProjectFactory,
    ThemeFactory,
    UserFactory,
)
from tests.projects.admin_forms import save
from vindplaats.accounts.models import User

LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for model in admin.site._registry
    if model._meta.app_label in ("projects", "search", "accounts")
]


def page(thing, name):
    return reverse(f"admin:{thing._meta.app_label}_{thing._meta.model_name}_{name}", args=[thing.pk])


@pytest.fixture
def administrator_client(client, db):
    client.force_login(UserFactory(administrator=True))
    return client


@pytest.mark.parametrize("url", ["/admin/", *LISTS])
def test_visitor_is_asked_to_log_in(client, db, url):
    ProjectFactory(title="Geheim concept")
    response = client.get(url)
    assert response.status_code == 302
    assert response.headers["Location"] in (f"/account/login/?next={url}", f"/admin/login/?next={url}")


@pytest.mark.parametrize("url", ["/admin/", *LISTS])
def test_member_is_kept_out(client, db, url):
    project = ProjectFactory(title="Geheim concept")
    client.force_login(MembershipFactory(manager=True, institute=project.institute).user)
    response = client.get(url, follow=True)
    assert response.request["PATH_INFO"] == "/admin/login/"
    assert response.status_code == 403
    assert "Geheim concept" not in response.content.decode()


def test_member_cannot_decide(client, db):
    project = ProjectFactory(submitted=True)
    client.force_login(MembershipFactory(manager=True, institute=project.institute).user)
    client.post(reverse("admin:projects_project_decide", args=[project.pk, "publish"]))
    project.refresh_from_db()
    assert project.status == "submitted"


@pytest.mark.parametrize("factory", [ProjectFactory, InstituteFactory, ThemeFactory, UserFactory])
def test_moderator_does_not_delete_what_stands_on_its_own(moderator_client, factory):
    thing = factory()
    assert moderator_client.post(page(thing, "delete"), {"post": "yes"}).status_code == 403
    assert type(thing).objects.filter(pk=thing.pk).exists()


def test_moderator_deletes_a_lesson(moderator_client, db):
    lesson = LessonFactory()
    moderator_client.post(page(lesson, "delete"), {"post": "yes"})
    assert not Lesson.objects.exists()


def test_moderator_gives_nobody_rights(moderator_client, moderator):
    response = moderator_client.post(page(moderator, "change"), {"email": moderator.email, "is_superuser": "on"})
    assert response.status_code == 403
    assert not User.objects.filter(is_superuser=True).exists()
    assert moderator_client.get(reverse("admin:accounts_user_add")).status_code == 403


def test_administrator_makes_a_moderator(administrator_client):
    user = UserFactory()
    save(administrator_client, page(user, "change"), is_staff="on")
    user.refresh_from_db()
    assert user.is_staff


@pytest.mark.parametrize("factory", [ProjectFactory, ThemeFactory])
def test_administrator_deletes(administrator_client, factory):
    thing = factory()
    administrator_client.post(page(thing, "delete"), {"post": "yes"})
    assert not Project.objects.exists()
    assert not Theme.objects.exists()


def test_institute_with_projects_is_protected(administrator_client):
    project = ProjectFactory()
    response = administrator_client.post(page(project.institute, "delete"), {"post": "yes"})
    assert response.status_code == 200
    assert Institute.objects.filter(pk=project.institute_id).exists()


def test_nobody_deletes_an_account_here(administrator_client):
    assert administrator_client.post(page(UserFactory(), "delete"), {"post": "yes"}).status_code == 403


def test_no_page_holds_what_the_security_policy_refuses(moderator_client):
    project = ProjectFactory(published=True, with_lessons=True)
    pages = ["/admin/", LISTS[0], page(project, "change"), page(project, "history")]
    for url in [*pages, reverse("admin:projects_project_decide", args=[project.pk, "archive"])]:
        response = moderator_client.get(url)
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        html = response.content.decode()
        assert " style=" not in html
        assert " onclick=" not in html
        assert "<script>" not in html
