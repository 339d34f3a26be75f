"""What somebody is told, what of it waits, and how it is mailed; and stopping mails without logging in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from peers.forms.notices import NoticeSettingsForm
from peers.models import Notice
from peers.services import notices as services
from peers.services import unsubscribing
from peers.services.notice_paths import path_in_language
from peers.services.sentences import SENTENCES
from projects.views.paging import whole_number

PAGE_SIZE = 30


@never_cache
@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """Show the notices, newest first, and those that were not read."""
    found = Notice.objects.filter(user=request.user)
    page = Paginator(found, PAGE_SIZE).get_page(whole_number(request.GET.get("page"), 1))
    for one in page:
        one.sentence = SENTENCES[one.code].text % {"title": one.title}
    unread = found.filter(read_at=None).count()
    return render(request, "peers/notices.html", {"page_obj": page, "unread": unread})


@never_cache
@require_POST
def all_read(request: HttpRequest) -> HttpResponse:
    """Note that all was read."""
    services.read(notices=Notice.objects.filter(user=request.user, read_at=None), user=request.user)
    return HttpResponseRedirect(reverse("peers:notices"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Lead to what a notice is about. Opening it from the list or by its button notes that it was read."""
    found = get_object_or_404(Notice, pk=pk, user=request.user)
    if request.method == "POST":
        services.read(notices=[found], user=request.user)
    return HttpResponseRedirect(path_in_language(found.path))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    """Choose per kind how it is mailed."""
    chosen = services.chosen_frequencies(request.user)
    form = NoticeSettingsForm(request.POST if request.method == "POST" else None, initial=chosen)
    if form.is_bound and form.is_valid():
        services.choose_frequencies(user=request.user, chosen=form.cleaned_data)
        messages.success(request, _("Bewaard. Zo mailen we u vanaf nu."))
        return HttpResponseRedirect(reverse("peers:notice_settings"))
    return render(request, "peers/notice_settings.html", {"form": form})


@csrf_exempt
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask whether to stop a kind of mail, and stop it; a mail program posts here by itself (RFC 8058).

    The secret in the address is the proof, so a form from elsewhere is as good as ours.
    """
    found = unsubscribing.read_what(signed)
    if found is None:
        return render(request, "peers/unsubscribe.html", {"is_unknown": True}, status=404)
    stopper, rest = found
    label = stopper.label(rest)
    context = {"label": label, "is_done": request.method == "POST" or label is None}
    if request.method == "POST":
        unsubscribing.stop(signed=signed)
    return render(request, "peers/unsubscribe.html", context)
