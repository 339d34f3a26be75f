"""Projects that a designer hopes never to meet, beside those of the shipped catalogue."""

from projects.models import Project, Region, Sector, Theme
from projects.search.indexing import index
from projects.states import LessonKind, Phase
from tests import factories
from tests.browser.awkward_gathered import make_awkward_gathered
from tests.browser.awkward_resources import make_awkward_resources

WORD = "Meervoudigepersoonlijkheidsstoornisbehandelcentrumcoördinatorenoverleg"
TITLE = "Tachtig tekens is lang voor een titel maar niet langer dan sommige mensen graag schrijven"
FOUND = "kwetsbaarheidsdansgroep"
"""A word that one project has, which can be searched for."""


def make_awkward_projects() -> None:
    """Make one of each; all can be found."""
    theme, sector = Theme.objects.get(slug="valpreventie"), Sector.objects.order_by("position")[0]
    long = factories.ProjectFactory(
        published=True,
        slug="te-lange-woorden",
        title=f"{WORD} {TITLE}",
        summary=f"{WORD} " * 30,
        problem=f"# {WORD}\n\n| {WORD} | b |\n|---|---|\n| 1 | {WORD} |\n\n- {WORD}\n\n```\n{WORD} {WORD}\n```",
        results=f"https://zorg.example/{'pad/' * 60}",
        institute__name=f"Stichting {WORD}",
        institute__slug="te-lange-naam",
        institute__place=WORD,
        institute__website=f"https://zorg.example/{WORD.lower().replace('ö', 'o')}",
        themes=[theme],
        stopped=True,
        confirmed=True,
    )
    factories.LessonFactory(project=long, title=WORD, situation=WORD, outcome=WORD, advice=WORD)
    factories.ResourceFactory(project=long, title=WORD * 2)
    factories.ProjectPartnerFactory(project=long, name=WORD)
    told = factories.ProjectFactory(
        published=True,
        slug="dansen-tegen-vallen",
        title="Dansen tegen vallen",
        summary=f"Een {FOUND} voor ouderen die bang zijn om te vallen.",
        phase=Phase.EMBEDDED,
        phase_source_year=2024,
        themes=[theme],
        sectors=[sector],
        with_contact=True,
        confirmed=True,
    )
    mishap = {"situation": "De zaal was te klein.", "outcome": "Drie mensen botsten.", "advice": "Huur een gymzaal."}
    for kind in LessonKind.values:
        factories.LessonFactory(project=told, kind=kind, title=f"Begin met de ruimte ({kind})", **mishap)
    foreign = factories.ProjectFactory(published=True, slug="robotic-pets", title="Robotic pets", language="en")
    bare = {"institute": None, "phase": "", "start": "", "problem": "", "approach": "", "results": ""}
    plain = factories.ProjectFactory(published=True, slug="kaal", title="Kaal", summary="Meer is er niet.", **bare)
    factories.InstituteFactory(verified=True, slug="zonder-projecten", name="Zonder projecten")
    factories.ThemeFactory(slug="leeg-thema", name="Leeg thema", position=999)
    _make_awkward_lessons(long, foreign)
    index("project", [project.pk for project in (long, told, foreign, plain)])
    _make_awkward_people(theme, long)
    _make_awkward_questions(theme)
    make_awkward_gathered(WORD, [long, told, foreign, plain])
    make_awkward_resources(WORD)


def _make_awkward_lessons(long: Project, foreign: Project) -> None:
    """Make a pitfall that is the same as many others, with much that helps and much that was said of it."""
    texts = {"title": f"{WORD} {TITLE}", "situation": f"{WORD} " * 20, "outcome": WORD, "advice": f"- {WORD}\n" * 4}
    lead = factories.LessonFactory(project=long, slug="te-veel", **texts)
    same = factories.LessonFactory.create_batch(11, project=foreign, language="en", title=f"Much of {WORD}")
    factories.LessonClusterFactory(lessons=[lead, *same[:9]], merged=same[9:])
    for kind in ("tip", "success"):
        helper = factories.LessonFactory(project=foreign, language="en", kind=kind, title=f"Help for {WORD}")
        factories.LessonHelpFactory(helper=helper, pitfall=lead)
        factories.MarkFactory.create_batch(2, lesson=helper, kind="helped")
    factories.MarkFactory.create_batch(3, lesson=lead, kind="not_helped", line=f"{WORD} " * 3)


def _make_awkward_people(theme: Theme, project: Project) -> None:
    """Make somebody with too much of everything, and somebody with the least."""
    texts = dict.fromkeys(("role", "availability"), WORD) | {"introduction": f"{WORD} " * 40, "wishes": f"{WORD} " * 10}
    offers, languages = ["think_along", "advice", "presentation", "visit", "review"], ["nl", "en", "fy", "de", "fr"]
    links = {"themes": [theme], "projects": [project], "regions": [*Region.objects.all()[:4]]}
    much = factories.ProfileFactory(
        slug="te-lang", name=f"Demi van {WORD}", offers=offers, languages=languages, **texts, **links
    )
    for ended in ("", "2020"):
        factories.PositionFactory(
            profile=much, institute=project.institute, role=WORD, start="2019", end=ended, is_former=bool(ended)
        )
    least = factories.ProfileFactory(
        slug="weinig", name="Bo", kind="director", role="", introduction="Weinig.", offers=[]
    )
    index("expert", [much.pk, least.pk])


def _make_awkward_questions(theme: Theme) -> None:
    """Make a question with far too much of everything, and one with the least."""
    author = factories.UserFactory(name=f"Demi van {WORD}"[:150])
    factories.MembershipFactory(user=author, institute__name=f"Huis {WORD}")
    themes = [theme, *Theme.objects.exclude(pk=theme.pk)[:4]]
    much = factories.QuestionFactory(
        slug="te-veel", title=f"{WORD}: {TITLE}"[:150], text=f"{WORD} " * 40, asker=author, themes=themes
    )
    table = f"| {WORD} | b |\n|---|---|\n| 1 | {WORD} |\n\n```\n{WORD} {WORD}\n```"
    for text in (f"# {WORD}\n\n{table}", f"https://zorg.example/{'pad/' * 60}", "Kort."):
        given = factories.AnswerFactory(question=much, author=author, text=text)
        factories.FollowUpFactory.create_batch(2, answer=given, author=author, text=f"{WORD} {text}")
        factories.ThanksFactory.create_batch(2, answer=given)
    given.accepted_at = given.created_at
    given.save()
    least = factories.QuestionFactory(slug="weinig", title="En dan?", text="", is_anonymous=True, language="en")
    index("question", [much.pk, least.pk])
