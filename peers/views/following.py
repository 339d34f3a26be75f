"""What somebody follows: the list, begin, change, take away and bring back. Looking at a page follows nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from peers.forms.following import FollowForm
from peers.models import Follow, FollowPause, Question
from peers.services.following import saving, things
from peers.services.following.things import FINDER, PROGRAMME, PROJECT, QUESTION, SEARCH
from peers.states import FollowKind
from projects.filters import finders
from projects.filters.saved import LONGEST
from projects.models import Programme, Project
from projects.views.paging import whole_number

NAMES = {
    FollowKind.SEARCH: (SEARCH, FINDER),
    FollowKind.PROJECT: (PROJECT,),
    FollowKind.QUESTION: (QUESTION,),
    FollowKind.PROGRAMME: (PROGRAMME,),
}
"""What an address says of each kind of thing."""
PAUSES: dict[str, Callable[..., None]] = {"pause": saving.pause, "resume": saving.resume}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_list(request: HttpRequest) -> HttpResponse:
    """Show what somebody follows; a POST pauses all mail about it, or ends the pause."""
    if request.method == "POST":
        act = PAUSES.get(request.POST.get("what", ""))
        if act is None:
            raise Http404
        act(user=request.user)
        return HttpResponseRedirect(reverse("peers:follows"))
    own = Follow.objects.filter(user=request.user)
    follows = list(own.kept().with_news().select_related("project", "question", "programme"))
    for one in follows:
        one.url, one.where = things.url_of(one), things.where_of(one)
    gone = whole_number(request.GET.get("weg"), 0)
    context = {
        "follows": follows,
        "is_paused": FollowPause.objects.filter(user=request.user).exists(),
        "gone": own.exclude(removed_at=None).filter(pk=gone).first() if gone else None,
        "most": saving.MOST,
    }
    return render(request, "peers/following/list.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask whether and how to follow what the address names, and do so. A button on its page posts at once."""
    asked = request.POST if request.method == "POST" else request.GET
    thing = _thing(asked)
    is_button = request.method == "POST" and "frequency" not in request.POST
    data = request.POST if request.method == "POST" and not is_button else None
    form = FollowForm(data, is_search=thing.is_search, initial={"name": thing.name})
    if is_button or (form.is_bound and form.is_valid()):
        try:
            made = saving.follow(user=request.user, thing=thing, **({} if is_button else form.cleaned_data))
        except saving.TooMany:
            # A form without what was typed, but with the reason.
            form = form if form.is_bound else FollowForm(_usual(thing), is_search=thing.is_search)
            form.add_error(None, _too_many())
        else:
            messages.success(request, _("Bewaard: we houden ‘%(name)s’ voor u bij.") % {"name": made.name})
            return HttpResponseRedirect(thing.url if is_button else reverse("peers:follows"))
    named = [(name, asked[name]) for name in NAMES[thing.fields["kind"]] if name in asked]
    return render(request, "peers/following/follow.html", {"form": form, "thing": thing, "named": named})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name, and how often."""
    one = _own(request, pk)
    is_search = one.kind == FollowKind.SEARCH
    initial = {"name": one.name, "frequency": one.frequency}
    form = FollowForm(request.POST if request.method == "POST" else None, is_search=is_search, initial=initial)
    if form.is_bound and form.is_valid():
        saving.change(follow=one, **{"name": one.name, **form.cleaned_data})
        messages.success(request, _("Bewaard."))
        return HttpResponseRedirect(reverse("peers:follows"))
    context = {"form": form, "follow": one, "url": things.url_of(one), "where": things.where_of(one)}
    return render(request, "peers/following/change.html", context)


@never_cache
@require_POST
def follow_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it away; the list then offers to bring it back."""
    one = _own(request, pk)
    saving.remove(follow=one)
    return HttpResponseRedirect(f"{reverse('peers:follows')}?weg={one.pk}")


@never_cache
@require_POST
def follow_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring back what was taken away."""
    one = get_object_or_404(Follow.objects.exclude(removed_at=None), pk=pk, user=request.user)
    try:
        saving.bring_back(follow=one)
        messages.success(request, _("‘%(name)s’ staat er weer bij.") % {"name": one.name})
    except saving.TooMany:
        messages.error(request, _too_many())
    return HttpResponseRedirect(reverse("peers:follows"))


def _own(request: HttpRequest, pk: int) -> Follow:
    found = Follow.objects.kept().select_related("project", "question", "programme")
    return get_object_or_404(found, pk=pk, user=request.user)


def _thing(asked: QueryDict) -> things.Thing:
    """Return what is named; 404 for what is not on the site, and for what nobody can have asked for here."""
    if PROJECT in asked:
        return things.project(get_object_or_404(Project.objects.published(), slug=asked[PROJECT][:120]))
    if QUESTION in asked:
        return things.question(get_object_or_404(Question.objects.published(), slug=asked[QUESTION][:120]))
    if PROGRAMME in asked:
        return things.programme(get_object_or_404(Programme, slug=asked[PROGRAMME][:120]))
    finder = finders.named(asked.get(FINDER, finders.PROJECTS.slug))
    if finder is None or SEARCH not in asked or len(asked[SEARCH]) > LONGEST:
        raise Http404
    query = finder.canonical(QueryDict(asked[SEARCH]))
    if len(query) > LONGEST:
        raise Http404
    return things.search(finder, query)


def _usual(thing: things.Thing) -> dict[str, str]:
    return {"name": thing.name, "frequency": FollowForm(is_search=False).fields["frequency"].initial}


def _too_many() -> str:
    return _("U volgt al %(most)d dingen, meer kan niet. Haal eerst iets weg dat u niet meer leest.") % {
        "most": saving.MOST
    }
