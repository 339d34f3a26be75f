"""The sentences of notices: what somebody is told, by a code that stays the same."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from peers.states import NoticeKind


@dataclass(frozen=True)
class Sentence:
    """What a notice says, with `%(title)s` for what it is about, and whether something is expected of the person."""

    kind: NoticeKind
    text: Promise
    waits: bool = False
    """As long as it is not read, it stands under what waits for the person."""


SENTENCES: dict[str, Sentence] = {
    "reaction": Sentence(NoticeKind.REACTION, _("Er is een reactie op ‘%(title)s’.")),
    "adoption": Sentence(NoticeKind.REACTION, _("Een andere instelling past ‘%(title)s’ ook toe.")),
    "mark": Sentence(NoticeKind.REACTION, _("Iemand vertelt hoe het elders ging bij de les ‘%(title)s’.")),
    "taken_down": Sentence(NoticeKind.ANSWER, _("Een moderator haalde uw tekst bij ‘%(title)s’ van de site.")),
    # What waits of a contact request shows by how the request stands, so no notice of it waits as well.
    "contact_asked": Sentence(NoticeKind.CONTACT, _("Iemand vraagt u iets: ‘%(title)s’.")),
    "contact_message": Sentence(NoticeKind.CONTACT, _("Er is een nieuw bericht bij ‘%(title)s’.")),
    "contact_answer": Sentence(NoticeKind.CONTACT, _("U hebt antwoord op ‘%(title)s’.")),
    "contact_reminder": Sentence(NoticeKind.CONTACT, _("Iemand wacht nog op uw antwoord: ‘%(title)s’.")),
    "contact_waits_again": Sentence(NoticeKind.CONTACT, _("Iemand schreef opnieuw en wacht op u: ‘%(title)s’.")),
    "contact_reminded": Sentence(NoticeKind.CONTACT, _("We hebben aan uw vraag ‘%(title)s’ herinnerd.")),
    "contact_moved": Sentence(NoticeKind.CONTACT, _("Uw vraag ‘%(title)s’ ligt nu bij iemand anders.")),
    "contact_taken": Sentence(
        NoticeKind.CONTACT, _("‘%(title)s’ ligt nu bij iemand anders. U hoeft niets meer te doen.")
    ),
    "contact_withdrawn": Sentence(NoticeKind.CONTACT, _("De vraag ‘%(title)s’ is ingetrokken. U hoeft niets te doen.")),
    "contact_closed": Sentence(NoticeKind.CONTACT, _("Het gesprek ‘%(title)s’ is afgesloten.")),
    "contact_closed_ask": Sentence(
        NoticeKind.CONTACT, _("Het gesprek ‘%(title)s’ is afgesloten. Heeft het uw plan veranderd?")
    ),
    "contact_declined": Sentence(
        NoticeKind.CONTACT, _("Niemand kon helpen met ‘%(title)s’. De redactie legt uit waarom.")
    ),
    "contact_shared": Sentence(NoticeKind.CONTACT, _("Bij ‘%(title)s’ staat nu een e-mailadres voor u.")),
    "contact_asker_gone": Sentence(
        NoticeKind.CONTACT, _("‘%(title)s’ is voorbij: wie dit vroeg, doet niet meer mee. U hoeft niets te doen.")
    ),
    "contact_report_closed": Sentence(
        NoticeKind.CONTACT, _("De redactie heeft naar uw melding over ‘%(title)s’ gekeken.")
    ),
    "question_for_you": Sentence(NoticeKind.QUESTION, _("Weet u iets van ‘%(title)s’?"), waits=True),
    "question_routed": Sentence(NoticeKind.ANSWER, _("Uw vraag ‘%(title)s’ staat op de site.")),
    "question_answered": Sentence(NoticeKind.ANSWER, _("Er is een antwoord op uw vraag ‘%(title)s’.")),
    "answer_followed_up": Sentence(NoticeKind.ANSWER, _("Er is een reactie op een antwoord bij ‘%(title)s’.")),
    "answer_accepted": Sentence(NoticeKind.ANSWER, _("Uw antwoord op ‘%(title)s’ heeft de vrager geholpen.")),
    "answer_thanked": Sentence(NoticeKind.REACTION, _("Iemand bedankt u voor uw antwoord op ‘%(title)s’.")),
    "question_merged": Sentence(NoticeKind.ANSWER, _("Uw vraag is samengevoegd met ‘%(title)s’.")),
    "question_removed": Sentence(NoticeKind.ANSWER, _("Uw vraag ‘%(title)s’ is van de site gehaald.")),
    "answer_removed": Sentence(NoticeKind.ANSWER, _("Uw antwoord op ‘%(title)s’ is van de site gehaald.")),
    "reaction_removed": Sentence(NoticeKind.ANSWER, _("Uw reactie bij ‘%(title)s’ is van de site gehaald.")),
    "text_put_back": Sentence(NoticeKind.ANSWER, _("Wat u schreef bij ‘%(title)s’ staat weer op de site.")),
    "lesson_asked": Sentence(
        NoticeKind.QUESTION, _("Mag de les ‘%(title)s’ bij uw project komen te staan?"), waits=True
    ),
    "lesson_accepted": Sentence(NoticeKind.ANSWER, _("De les ‘%(title)s’ staat op de site.")),
    "lesson_declined": Sentence(NoticeKind.ANSWER, _("De les ‘%(title)s’ komt niet op de site.")),
}
