"""People to try the site with: on a developer's own machine, and nowhere else."""

import pytest
from django.core.management import CommandError, call_command

from tests.pages import Page
from vindplaats import hooks
from vindplaats.accounts.demo import PASSWORD
from vindplaats.accounts.models import User
from vindplaats.hooks import Hook

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("command", ["load_demo_people", "demo_code"])
def test_refused_where_others_can_come(command):
    with pytest.raises(CommandError, match="a public site has none"):
        call_command(command)
    assert not User.objects.exists()


def test_one_for_each_role_and_the_second_time_nothing(settings, monkeypatch):
    settings.DEBUG = True
    monkeypatch.setattr(hooks, "demo_people", Hook("demo_people"))
    hooks.demo_people.register(lambda make: make("instelling", "Ina Instelling"))
    for _ in range(2):
        call_command("load_demo_people")
        people = User.objects.order_by("email").values_list("email", "name", "is_staff", "is_superuser")
        assert list(people) == [
            ("beheerder@demo.example", "Bea Beheerder (demo)", True, True),
            ("instelling@demo.example", "Ina Instelling (demo)", False, False),
            ("lid@demo.example", "Lia Lid (demo)", False, False),
            ("moderator@demo.example", "Mo Moderator (demo)", True, False),
        ]


def test_a_moderator_gets_into_the_admin_with_the_printed_code(client, settings, capsys):
    settings.DEBUG = True
    call_command("load_demo_people")
    client.post("/account/login/?next=/admin/", {"login": "moderator@demo.example", "password": PASSWORD})
    capsys.readouterr()
    call_command("demo_code")
    client.post("/account/tweede-stap/code/", {"code": capsys.readouterr().out.strip()})
    assert Page.of(client.get("/admin/")).heading
