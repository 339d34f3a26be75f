"""Where somebody makes collections, arranges them and puts things in; another's is not there."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from projects.forms.collections import AddForm, ArrangeForm, CollectionForm, initial_of
from projects.models import Collection, Institute
from projects.permissions import may_edit_collection, may_moderate
from projects.services.collections.gathering import KINDS, add_item, arrange
from projects.services.collections.making import change_collection, make_collection, throw_away
from projects.services.collections.things import all_items
from projects.services.refusals import Refused
from projects.states import Sharing

IN_ADDRESS = {"project": "project", "les": "lesson", "hulpmiddel": "resource"}
"""The kinds of things in addresses, by the field of an item."""
UP, DOWN = "omhoog", "omlaag"
EDITORIAL = "redactie"


@never_cache
@require_safe
def my_collections(request: HttpRequest) -> HttpResponse:
    """Show somebody's own collections, those of their institutes, and to moderators those of the editors."""
    found = list(Collection.objects.own(request.user).for_card().newest())
    for one in found:
        one.may_edit = may_edit_collection(request.user, one)
    own = [one for one in found if one.owner_id == request.user.pk]
    editorial = [one for one in found if one.is_editorial]
    context = {
        "own": own,
        "editorial": editorial,
        "shared": [one for one in found if one not in own and one not in editorial],
        "is_moderator": may_moderate(request.user),
    }
    return render(request, "projects/collections/mine.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def collection_new(request: HttpRequest) -> HttpResponse:
    """Make an empty collection; moderators may make one of the editors."""
    is_editorial = may_moderate(request.user) and EDITORIAL in request.GET
    form = CollectionForm(
        request.POST if request.method == "POST" else None,
        institutes=_own_institutes(request),
        is_editorial=is_editorial,
        initial={"taal": get_language(), "zichtbaar": Sharing.PRIVATE},
    )
    if form.is_bound and form.is_valid():
        try:
            made = make_collection(by=request.user, is_editorial=is_editorial, **form.given)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("De verzameling is gemaakt. Zet er nu projecten, lessen of hulpmiddelen in."))
            return HttpResponseRedirect(_own_page(made))
    return render(request, "projects/collections/new.html", {"form": form, "is_editorial": is_editorial})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def my_collection(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what a collection says, who sees it, its order and notes; every button keeps all that was typed."""
    collection = _editable(request, slug)
    items = all_items(collection)
    form = ArrangeForm(
        request.POST if request.method == "POST" else None,
        items=items,
        institutes=_institutes(request, collection),
        is_editorial=collection.is_editorial,
        initial=initial_of(collection),
    )
    if form.is_bound and form.is_valid():
        try:
            change_collection(collection=collection, by=request.user, **form.given)
            order = moved(form.order, request.POST.get("schuif", ""))
            arrange(collection=collection, order=order, notes=form.notes, gone=form.gone, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Bewaard."))
            return HttpResponseRedirect(_own_page(collection))
    context = {"collection": collection, "form": form, "rows": form.rows(), "is_public": _is_public(collection)}
    return render(request, "projects/collections/edit.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def collection_throw_away(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask whether a collection may go, and let it go."""
    collection = _editable(request, slug)
    if request.method == "POST":
        throw_away(collection=collection, by=request.user)
        messages.success(request, _("‘%(title)s’ is weggegooid.") % {"title": collection.title})
        return HttpResponseRedirect(reverse("projects:my_collections"))
    return render(request, "projects/collections/throw_away.html", {"collection": collection})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def collection_add(request: HttpRequest) -> HttpResponse:
    """Put what the address names in a collection, or in a new one."""
    kind, thing = _named(request)
    found = Collection.objects.own(request.user).select_related("institute").newest()
    collections = [one for one in found if may_edit_collection(request.user, one)]
    form = AddForm(request.POST if request.method == "POST" else None, collections=collections)
    if form.is_bound and form.is_valid():
        try:
            collection = form.collection or make_collection(
                title=form.cleaned_data["titel"], language=get_language(), by=request.user
            )
            add_item(collection=collection, kind=kind, thing=thing, note=form.cleaned_data["noot"], by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("‘%(title)s’ staat nu in uw verzameling.") % {"title": thing})
            return HttpResponseRedirect(_own_page(collection))
    holding = set(thing.collection_items.values_list("collection", flat=True))
    context: dict[str, Any] = {
        "form": form,
        "thing": thing,
        "asked": {name: request.GET.get(name, "") for name in ("soort", "kenmerk")},
        "holding": [one for one in collections if one.pk in holding],
    }
    return render(request, "projects/collections/add.html", context)


def moved(order: list[int], asked: str) -> list[int]:
    """Return the order with one thing one place up or down, as a button asks: "omhoog-12"."""
    direction, _sign, number = asked.partition("-")
    if direction not in (UP, DOWN) or not number.isascii() or not number.isdecimal() or int(number) not in order:
        return order
    place = order.index(int(number))
    other = place + (1 if direction == DOWN else -1)
    if not 0 <= other < len(order):
        return order
    changed = list(order)
    changed[place], changed[other] = changed[other], changed[place]
    return changed


def _named(request: HttpRequest) -> tuple[str, Model]:
    kind = IN_ADDRESS.get(request.GET.get("soort", ""))
    if kind is None:
        raise Http404
    return kind, get_object_or_404(KINDS[kind](), slug=request.GET.get("kenmerk", "")[:200])


def _own_institutes(request: HttpRequest) -> list[Institute]:
    return list(Institute.objects.open_to(request.user).alphabetical())


def _institutes(request: HttpRequest, collection: Collection) -> list[Institute]:
    """Return the institutes to choose from: one's own, and the one that it is of."""
    own = _own_institutes(request)
    shared = collection.institute
    return own if shared is None or shared in own else [*own, shared]


def _is_public(collection: Collection) -> bool:
    return collection.visibility == Sharing.PUBLIC and collection.removed_at is None


def _editable(request: HttpRequest, slug: str) -> Collection:
    collection = get_object_or_404(Collection.objects.select_related("institute"), slug=slug)
    if not may_edit_collection(request.user, collection):
        raise Http404
    return collection


def _own_page(collection: Collection) -> str:
    return reverse("projects:my_collection", args=[collection.slug])
