"""What allauth does not do: the page of the account itself, and the doors of the admin."""

from allauth.account import views as allauth
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vindplaats.accounts import second_factor
from vindplaats.accounts.forms import ProfileForm
from vindplaats.accounts.interrupted import Interrupted


@never_cache
@require_safe
def go_on(request: HttpRequest) -> HttpResponse:
    """Show what somebody had typed when they turned out to be logged out, to send it again."""
    return render(request, "account/go_on.html", {"interrupted": Interrupted.taken_from(request)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Show what the account is made of, and change name and language."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Uw gegevens zijn opgeslagen."))
        return redirect("account_settings")
    # The form writes what was typed into the user, whose name the page shows.
    request.user.refresh_from_db()
    context = {
        "form": form,
        "address": request.user.email,
        "new_address": EmailAddress.objects.get_new(request.user),
        "has_second_factor": second_factor.has(request.user),
        "second_factor_advised": second_factor.is_advised(request.user),
    }
    return render(request, "account/account.html", context)


class SignupView(allauth.SignupView):
    """Account and mail in one transaction: there is no account that nobody can confirm."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Make the account, or mail whoever has one already; the answer is the same."""
        with transaction.atomic():
            return super().form_valid(form)


class RemovePasskeyView(RemoveWebAuthnView):
    """Keeps the last one of who must have one."""

    def form_valid(self, form: Form) -> HttpResponse:
        """Remove it, or say why not."""
        if not get_adapter().can_delete_authenticator(self.get_object()):
            messages.error(self.request, get_adapter().error_messages["cannot_delete_authenticator"])
            return HttpResponseRedirect(self.get_success_url())
        return super().form_valid(form)


@login_not_required
@never_cache
def admin_login(request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
    """Have one way to log in: the admin's own form asks for no second step and knows no limits."""
    if not request.user.is_authenticated:
        wanted = request.GET.get("next", reverse("admin:index"))
        return redirect(f"{reverse('login')}?{urlencode({'next': wanted})}")
    if not request.user.is_staff:
        raise PermissionDenied
    return redirect("admin:index")


def admin_password_change(request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
    """Change a password where everyone does."""
    return redirect("account_change_password")
