"""Invented people who think along, and what is asked and said among them."""

import factory
from django.utils import timezone

from peers import models, states
from projects.states import LessonKind
from tests.factories.base import Factory, links
from tests.factories.people import InstituteFactory, UserFactory
from tests.factories.projects import ProjectFactory


class ProfileFactory(Factory):
    """A professional whom everybody sees; `agreed=False` for one who did not agree to that yet."""

    class Meta:
        model = models.Profile

    class Params:
        agreed = True
        member = factory.Trait(visibility=states.Visibility.MEMBERS)

    user = factory.SubFactory(UserFactory)
    slug = factory.Sequence(lambda n: f"demi-voorbeeld-{n}")
    kind = states.ProfileKind.PROFESSIONAL
    name = factory.Sequence(lambda n: f"Demi Voorbeeldpersoon {n}")
    role = "Verpleegkundige"
    introduction = "Ik kan meedenken over zorg op afstand."
    offers = factory.LazyFunction(lambda: [states.Offer.THINK_ALONG])
    languages = factory.LazyFunction(lambda: ["nl"])
    consented_at = factory.LazyAttribute(lambda profile: timezone.now() if profile.agreed else None)
    themes = links("themes")
    regions = links("regions")
    projects = links("projects")


class PositionFactory(Factory):
    """Where somebody works now."""

    class Meta:
        model = models.Position

    profile = factory.SubFactory(ProfileFactory)
    institute = factory.SubFactory(InstituteFactory, verified=True)
    role = "Projectleider"


class ConsentFactory(Factory):
    """A consent in force."""

    class Meta:
        model = models.Consent

    profile = factory.SubFactory(ProfileFactory)
    kind = states.ConsentKind.PROFILE
    text = "Ik ga ermee akkoord dat mijn profiel op de site staat."
    given_at = factory.LazyFunction(timezone.now)


class ContactRequestFactory(Factory):
    """A request about a project that waits for an answer."""

    class Meta:
        model = models.ContactRequest

    # Digits, so that no word of another language comes up by chance.
    reference = factory.Sequence(lambda n: f"C-{n:04}-{n:04}")
    asker = factory.SubFactory(UserFactory)
    asker_name = factory.LazyAttribute(lambda request: request.asker.get_full_name())
    project = factory.SubFactory(ProjectFactory, published=True)
    profile = None
    institute = None
    subject_title = factory.LazyAttribute(lambda request: str(request.project or request.profile or request.institute))
    title = "Hoe kreeg u de wijk mee?"
    text = "Wij beginnen met beeldzorg en zoeken iemand die dat al doet."
    created_at = factory.LazyFunction(timezone.now)
    last_message_at = factory.SelfAttribute("created_at")


class HandlingFactory(Factory):
    """Somebody's turn that is not over."""

    class Meta:
        model = models.Handling

    request = factory.SubFactory(ContactRequestFactory)
    user = factory.SubFactory(UserFactory)
    name = factory.LazyAttribute(lambda handling: handling.user.get_full_name() if handling.user else "de redactie")
    started_at = factory.SelfAttribute("request.created_at")


class ContactMessageFactory(Factory):
    """A message of the asker."""

    class Meta:
        model = models.ContactMessage

    request = factory.SubFactory(ContactRequestFactory)
    sender = factory.SelfAttribute("request.asker")
    sender_name = factory.SelfAttribute("request.asker_name")
    from_asker = True
    text = "Hebt u al een moment voor ons gevonden?"
    created_at = factory.LazyFunction(timezone.now)


class ContactReportFactory(Factory):
    """Something is wrong in a thread, and no moderator has looked at it yet."""

    class Meta:
        model = models.ContactReport

    request = factory.SubFactory(ContactRequestFactory)
    reporter = factory.SelfAttribute("request.asker")
    from_asker = True
    text = "Deze persoon biedt mij iets te koop aan."
    created_at = factory.LazyFunction(timezone.now)


class BlockFactory(Factory):
    """Somebody who wants to hear no more of somebody."""

    class Meta:
        model = models.Block

    blocker = factory.SubFactory(UserFactory)
    blocked = factory.SubFactory(UserFactory)


class QuestionFactory(Factory):
    """An open question that everybody reads."""

    class Meta:
        model = models.Question

    slug = factory.Sequence(lambda n: f"wie-heeft-ervaring-{n}")
    title = factory.Sequence(lambda n: f"Wie heeft ervaring met beeldzorg in de wijk {n}?")
    text = "We zoeken teams die dit langer dan een jaar doen."
    asker = factory.SubFactory(UserFactory)
    created_at = factory.LazyFunction(timezone.now)
    updated_at = factory.SelfAttribute("created_at")
    themes = links("themes")


class AnswerFactory(Factory):
    """An answer to a question."""

    class Meta:
        model = models.Answer

    question = factory.SubFactory(QuestionFactory)
    author = factory.SubFactory(UserFactory)
    author_name = factory.LazyAttribute(lambda answer: answer.author.get_full_name() if answer.author else "Iemand")
    text = "Wij begonnen klein, met één team en één cliënt per dag."
    created_at = factory.LazyFunction(timezone.now)


class FollowUpFactory(Factory):
    """A remark under an answer."""

    class Meta:
        model = models.FollowUp

    answer = factory.SubFactory(AnswerFactory)
    author = factory.SubFactory(UserFactory)
    author_name = factory.LazyAttribute(lambda remark: remark.author.get_full_name() if remark.author else "Iemand")
    text = "Hoeveel tijd kostte dat?"
    created_at = factory.LazyFunction(timezone.now)


class ThanksFactory(Factory):
    """That an answer helped."""

    class Meta:
        model = models.Thanks

    answer = factory.SubFactory(AnswerFactory)
    user = factory.SubFactory(UserFactory)


class QuestionRouteFactory(Factory):
    """A question that was mailed to a peer."""

    class Meta:
        model = models.QuestionRoute

    question = factory.SubFactory(QuestionFactory)
    profile = factory.SubFactory(ProfileFactory)
    sent_at = factory.LazyFunction(timezone.now)


class LessonProposalFactory(Factory):
    """A lesson that the owner of the project has yet to agree to."""

    class Meta:
        model = models.LessonProposal

    answer = factory.SubFactory(AnswerFactory)
    project = factory.SubFactory(ProjectFactory, published=True)
    kind = LessonKind.TIP
    title = "Begin met één team"
    advice = "Kies een team dat wil."
