"""The institute to try the site with: a member, a manager, and the second time nothing new."""

from django.core.management import call_command

from projects.models import Institute, Membership
from projects.permissions import is_manager
from vindplaats.accounts.models import User


def test_a_member_and_a_manager(db, settings):
    settings.DEBUG = True
    for _time in range(2):
        call_command("load_demo_people")
    institute = Institute.objects.get()
    assert institute.name.endswith("(demo)")
    assert Membership.objects.filter(user__email__startswith="instellings").count() == 2
    managers = [user.email for user in User.objects.order_by("email") if is_manager(user, institute)]
    assert managers == ["instellingsbeheerder@demo.example"]
