"""What a report about a profile is about; without the name, which would stay in the moderators' queue for good."""

from django.urls import reverse
from django.utils.translation import gettext as _

from peers.models import Profile
from projects.services.review.subjects import Subject


def subject_of(slug: str) -> Subject | None:
    """Return the subject of a profile's page; None when there is no such profile (any more)."""
    pk = Profile.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if pk is None:
        return None
    return Subject(_("Een profiel"), admin_url=reverse("admin:peers_profile_change", args=[pk]))
