"""Many projects at once: take an empty sheet, send it filled in, see what would happen, and say yes."""

from io import BytesIO
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from projects.forms.writing.uploading import UploadForm
from projects.models import ProjectUpload
from projects.services import revisions
from projects.services.exporting import CONTENT_TYPES
from projects.services.importing.report import Unreadable
from projects.services.refusals import Refused
from projects.services.revisions.refusals import Incomplete
from projects.services.revisions.uploading import MOST_BYTES, MOST_ROWS
from projects.views.writing.listing import institutes_of
from vindplaats.uploads import MemoryOnly


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Say how a file must be taken before anything looks into it, the proof of origin included."""
    request.upload_handlers = [MemoryOnly(request, MOST_BYTES)]
    try:
        return _upload(request)
    except UnreadablePostError as error:
        raise BadRequest("the writer went away while sending") from error


@csrf_protect
def _upload(request: HttpRequest) -> HttpResponse:
    institutes = institutes_of(request.user)
    if request.method != "POST":
        return _page(request, UploadForm(institutes=institutes))
    if "indienen" in request.POST:
        return _submit(request)
    if "weggooien" in request.POST:
        revisions.discard_upload(by=request.user)
        messages.success(request, _("Het bestand is weggegooid. Er is niets ingediend."))
        return redirect("projects:submission_upload")
    form = UploadForm(request.POST, request.FILES, institutes=institutes)
    if institutes and form.is_valid():
        file = form.cleaned_data["bestand"]
        try:
            revisions.keep_upload(
                stream=BytesIO(file.read()), name=file.name, institute=form.cleaned_data["institute"], by=request.user
            )
            return redirect("projects:submission_upload")
        except Unreadable as error:
            form.add_error("bestand", str(error))
    return _page(request, form)


def _submit(request: HttpRequest) -> HttpResponse:
    try:
        count = revisions.submit_upload(by=request.user)
    except Incomplete as refused:
        messages.error(request, " ".join([str(refused), *(problem.message for problem in refused.problems[:3])]))
        return redirect("projects:submission_upload")
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("projects:submission_upload")
    told = ngettext("%(count)d project is ingediend.", "%(count)d projecten zijn ingediend.", count)
    messages.success(request, told % {"count": count})
    return redirect("projects:submission_list")


def _page(request: HttpRequest, form: UploadForm) -> HttpResponse:
    kept = ProjectUpload.objects.select_related("institute").filter(user=request.user).first()
    fresh = kept if kept and kept.is_fresh else None
    states = [row["state"] for row in fresh.rows] if fresh else []
    context: dict[str, Any] = {
        "form": form,
        "institutes": form.fields["institute"].queryset,
        "upload": fresh,
        "counts": {state: states.count(state) for state in ("new", "edit", "same", "wrong")},
        "most_rows": MOST_ROWS,
    }
    return render(request, "projects/writing/upload.html", context)


@require_safe
def sheet(request: HttpRequest) -> HttpResponse:
    """Send an empty workbook to fill in; what makes one takes 9 MB of each process that has loaded it."""
    from projects.services.revisions.sheet import write_sheet  # noqa: PLC0415 - see above

    out = BytesIO()
    write_sheet(out)
    response = HttpResponse(out.getvalue(), content_type=CONTENT_TYPES["xlsx"])
    response["Content-Disposition"] = 'attachment; filename="vindplaats-projecten.xlsx"'
    return response
