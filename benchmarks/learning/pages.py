"""The pages that are measured, and what each may cost."""

MOST_MILLISECONDS = 40
"""The limit for the work of the processor on each page: that of a page of the search."""


def addresses() -> dict[str, str]:
    """Return what to measure, by the name that is shown; of each kind the one that there is most on."""
    return {**_lists(), **_programme(), **_collection(), **_topics()}


def _lists() -> dict[str, str]:
    from projects.models import Lesson, Resource, Sector, Theme  # noqa: PLC0415 - needs Django

    theme, sector = _largest(Theme), _largest(Sector)
    lesson = Lesson.objects.filter(in_cluster__position=0).order_by("pk")[0]
    return {
        "lessons": "/lessen/",
        "lessons, word": "/lessen/?q=rolstoel",
        "lessons, facets": f"/lessen/?q=scholing&thema={theme.slug}&fase=pilot",
        "lesson": lesson.get_absolute_url(),
        "ahead": f"/lessen/vooruit/?thema={theme.slug}",
        "ahead, all choices": f"/lessen/vooruit/?thema={theme.slug}&sector={sector.slug}&fase=pilot",
        "ahead, a phase of all": "/lessen/vooruit/?fase=pilot",
        "stopped": "/lessen/gestopt/",
        "stopped, choices": f"/lessen/gestopt/?thema={theme.slug}&reden=funding",
        "resources": "/hulpmiddelen/",
        "resources, word": "/hulpmiddelen/?q=draaiboek",
        "resources, facets": f"/hulpmiddelen/?q=draaiboek&thema={theme.slug}&hulpmiddel=toolkit",
        "resource": Resource.objects.decision_aids().newest()[0].get_absolute_url(),
        "decision aids": "/keuzehulpen/",
        "decision aids, word": "/keuzehulpen/?q=draaiboek",
    }


def _programme() -> dict[str, str]:
    from benchmarks.learning.registry import largest_programme  # noqa: PLC0415 - needs Django

    programme = largest_programme()
    page = programme.get_absolute_url()
    return {
        "programmes": "/programmas/",
        "programme": page,
        "programme, a line": f"{page}lijn/{programme.lines.all()[0].pk}/",
        "programme, messages": f"{page}stand-van-zaken/",
        "programme, report": f"{page}verslag/",
    }


def _collection() -> dict[str, str]:
    from projects.models import Collection  # noqa: PLC0415 - needs Django

    page = Collection.objects.public().newest()[0].get_absolute_url()
    return {
        "collections": "/verzamelingen/",
        "collections, word": "/verzamelingen/?q=rolstoel",
        "collection": page,
        "collection, to print": f"{page}afdrukken/",
    }


def _topics() -> dict[str, str]:
    from projects.models import Condition, Institute, Sector, Theme  # noqa: PLC0415 - needs Django

    return {
        "themes": "/themas/",
        "theme": _largest(Theme).get_absolute_url(),
        "sectors": "/sectoren/",
        "sector": _largest(Sector).get_absolute_url(),
        "conditions": "/aandoeningen/",
        "condition": _largest(Condition).get_absolute_url(),
        "institutes": "/instellingen/",
        "institute": _largest(Institute).get_absolute_url(),
    }


def _largest(model: type) -> object:
    """Return the one that most projects have."""
    from django.db.models import Count  # noqa: PLC0415 - needs Django

    held = "projecttheme_items" if hasattr(model, "projecttheme_items") else "projects"
    return model.objects.alias(number=Count(held)).order_by("-number", "pk")[0]


def beyond(size: int, found: dict[str, dict[str, float]]) -> list[str]:
    """Return what is over the limit at this number of projects, in words; `found` is of these pages."""
    return [
        f"{name}: {times['processor']:.0f} ms at {size:,}, the limit is {MOST_MILLISECONDS}"
        for name, times in found.items()
        if times["processor"] > MOST_MILLISECONDS
    ]
