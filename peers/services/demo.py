"""Invented people who think along, one of each kind and more; made on a developer's own machine only."""

from collections.abc import Callable
from typing import Any

from peers.models import Profile
from peers.services import profiles
from peers.services.demo_talk import demo_questions
from peers.services.profiles import Workplace, Written
from peers.states import Offer, ProfileKind, Visibility
from projects.models import Institute, Membership, Project, Theme
from projects.services.demo import SLUG
from projects.states import MemberStatus
from vindplaats.accounts.models import User

AGREED = "Ik ga ermee akkoord dat mijn verzonnen profiel op mijn eigen computer te zien is."
PEOPLE: dict[str, dict[str, Any]] = {
    "wijkverpleegkundige": {
        "name": "Wil Wijkverpleegkundige (demo)",
        "kind": ProfileKind.PROFESSIONAL,
        "role": "Wijkverpleegkundige",
        "introduction": "Ik begeleidde drie teams die met beeldzorg begonnen. Vraag me hoe je het rooster omgooit en"
        " wat je doet als een cliënt niet wil. Ik kan meelezen met een plan van aanpak.",
        "offers": [Offer.THINK_ALONG, Offer.REVIEW],
        "availability": "Dinsdag en donderdag na 15 uur",
        "themes": ["beeldzorg", "wijkverpleging"],
        "works_here": True,
    },
    "projectleider": {
        "name": "Pim Projectleider (demo)",
        "kind": ProfileKind.PROFESSIONAL,
        "role": "Projectleider digitale zorg",
        "introduction": "Valpreventie, leefstijl en alles wat daar digitaal bij komt. Ik weet vooral wat er misgaat na"
        " het eerste jaar, als de subsidie op is.",
        "offers": [Offer.ADVICE, Offer.PRESENTATION, Offer.VISIT],
        "languages": ["nl", "en"],
        "themes": ["valpreventie"],
    },
    "bestuurder": {
        "name": "Bo Bestuurder (demo)",
        "kind": ProfileKind.DIRECTOR,
        "role": "Bestuurder",
        "introduction": "Hoe krijg je een vernieuwing in de begroting, en hoe leg je uit dat iets stopt? Daarover denk"
        " ik graag met een andere bestuurder mee.",
        "offers": [Offer.THINK_ALONG],
        "monthly_limit": 1,
        "themes": [],
    },
    "mantelzorger": {
        "name": "Mies (demo)",
        "kind": ProfileKind.EXPERIENCE,
        "role": "Mantelzorger",
        "introduction": "Ik zorg al jaren voor mijn vader. Ik kijk mee of een plan ook werkt voor wie thuis de zorg"
        " regelt, en lees brieven en folders na op begrijpelijke taal.",
        "offers": [Offer.THINK_ALONG, Offer.REVIEW, Offer.PRESENTATION],
        "wishes": "Een vergoeding en reiskosten. Overdag kan ik alleen via beeldbellen.",
        "themes": ["mantelzorg", "dementie"],
    },
    "ervaringsdeskundige": {
        "name": "Teun (demo)",
        "kind": ProfileKind.EXPERIENCE,
        "role": "Ervaringsdeskundige",
        "introduction": "Ik praat mee over herstel en over apps die beloven te helpen. Alleen voor leden te zien.",
        "offers": [Offer.THINK_ALONG],
        "visibility": Visibility.MEMBERS,
        "themes": [],
    },
}


def demo_people(make: Callable[..., User]) -> None:
    """Make the people, their profiles and what they ask each other; the second time nothing new."""
    people: dict[str, User] = {}
    for address, told in PEOPLE.items():
        user = people[address] = make(address, told["name"].removesuffix(" (demo)"))
        if not Profile.objects.filter(user=user).exists():
            if told.get("works_here") and (here := Institute.objects.filter(slug=SLUG).first()):
                Membership.objects.get_or_create(user=user, institute=here, defaults={"status": MemberStatus.ACTIVE})
            profiles.save(user=user, written=_written(told))
    demo_questions(people)


def _written(told: dict[str, Any]) -> Written:
    fields = {"languages": ["nl"], "wishes": "", "availability": "", "monthly_limit": 2, **told}
    themes, works_here = fields.pop("themes"), fields.pop("works_here", False)
    fields.setdefault("visibility", Visibility.PUBLIC)
    here = Institute.objects.filter(slug=SLUG).first() if works_here else None
    known = list(Theme.objects.filter(slug__in=themes))
    about = Project.objects.published().filter(theme_links__tag__in=known).distinct().newest()[:2]
    return Written(
        fields=fields,
        themes=known,
        projects=list(about),
        workplaces=[Workplace(institute=here, role=fields["role"])] if here else [],
        agreed=AGREED,
    )
