"""An institute from within: what it has on the site, its page to edit, its logo."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from projects.forms.institutes import InstituteForm, LogoForm
from projects.models import Institute, Project
from projects.permissions import may_enter, may_run
from projects.services.institutes import edit_institute, remove_logo, set_logo
from projects.views.institute_changes import last_change
from projects.views.own_institutes import institute_for


@never_cache
@require_safe
def my_institute(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what the institute has here: its projects with how fresh they are, its people, what waits."""
    institute = institute_for(request, slug, may_enter)
    context = {
        "institute": institute,
        "is_manager": may_run(request.user, institute),
        "projects": list(Project.objects.filter(institute=institute).to_keep_true()),
        "today": timezone.localdate(),
        "people": institute.memberships.active().count(),
        "requests": institute.memberships.requested().count(),
        "change": last_change(institute),
    }
    return render(request, "projects/my_institute.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def institute_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit the page of the institute."""
    institute = institute_for(request, slug, may_run)
    form = InstituteForm(institute, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        edit_institute(institute=institute, changes=form.cleaned_data, by=request.user)
        messages.success(request, _("De pagina is bijgewerkt."))
        return redirect("projects:my_institute", institute.slug)
    return _edit_page(request, institute, form=form)


@never_cache
@require_POST
def institute_logo(request: HttpRequest, slug: str) -> HttpResponse:
    """Set the logo, or take it away."""
    institute = institute_for(request, slug, may_run)
    if "remove" in request.POST:
        remove_logo(institute=institute, by=request.user)
        messages.success(request, _("Het logo is weg."))
        return redirect("projects:institute_edit", institute.slug)
    form = LogoForm(request.POST, request.FILES)
    if not form.is_valid():
        return _edit_page(request, institute, logo_form=form)
    set_logo(institute=institute, data=form.cleaned_data["logo"], by=request.user)
    messages.success(request, _("Het logo staat op de pagina."))
    return redirect("projects:institute_edit", institute.slug)


def _edit_page(request: HttpRequest, institute: Institute, **forms: Any) -> HttpResponse:
    context = {
        "institute": institute,
        "form": forms.get("form") or InstituteForm(institute),
        "logo_form": forms.get("logo_form") or LogoForm(),
        "change": last_change(institute),
    }
    context["wrong"] = context["logo_form"] if context["logo_form"].errors else context["form"]
    return render(request, "projects/institute_edit.html", context)
