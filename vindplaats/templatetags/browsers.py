"""The name of a browser in words, for who looks where he or she is logged in."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()
# Each also calls itself what stands below it.
BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@register.filter
def browser(user_agent: str) -> str:
    """Return for example "Firefox op Windows"; what the browser says itself when that is not known."""
    name = next((name for mark, name in BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return _("%(browser)s op %(system)s") % {"browser": name, "system": system} if name and system else user_agent
