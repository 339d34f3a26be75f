"""Invented questions with answers, by the invented people; made on a developer's own machine only."""

from peers.models import Question
from peers.services.questions.accepting import accept
from peers.services.questions.answering import answer, follow_up
from peers.services.questions.asking import ask
from projects.models import Theme
from vindplaats.accounts.models import User

People = dict[str, User]
BEGIN = "Hoe begint u met beeldzorg in een klein wijkteam? (demo)"
WORDS = "Wat doet u aan folders die niemand begrijpt? (demo)"
MONEY = "Wie betaalt valpreventie na het eerste jaar? (demo)"


def demo_questions(people: People) -> None:
    """Make a question with an accepted answer, one in the middle and one that nobody answered; once."""
    if Question.objects.filter(title=BEGIN).exists():
        return
    first = ask(
        asker=people["projectleider"],
        title=BEGIN,
        text="Zes mensen, verspreid over twee dorpen. We willen klein beginnen. Verzonnen vraag.",
        themes=Theme.objects.filter(slug="beeldzorg"),
    )
    told = answer(
        question=first,
        author=people["wijkverpleegkundige"],
        text="Begin met **twee** cliënten die zelf graag willen. Plan de eerste keer naast een gewoon bezoek.",
    )
    follow_up(answer=told, author=people["projectleider"], text="Hoe lang duurde die eerste keer?")
    accept(answer=told, by=people["projectleider"])
    words = ask(asker=people["mantelzorger"], title=WORDS, themes=Theme.objects.filter(slug="mantelzorg"))
    answer(question=words, author=people["projectleider"], text="Laat drie lezers hardop voorlezen waar ze haken.")
    ask(
        asker=people["bestuurder"],
        title=MONEY,
        themes=Theme.objects.filter(slug="valpreventie"),
        is_anonymous=True,
    )
