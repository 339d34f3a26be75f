"""Accounts in the admin: moderators look people up, administrators change them."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vindplaats.accounts.models import User
from vindplaats.accounts.views import admin_login, admin_password_change
from vindplaats.history.admin import HistoryAdmin

# The rows of allauth hold addresses, network addresses and secrets, and are changed by their owners.
admin.site.unregister([EmailAddress, Authenticator, UserSession])
admin.site.login = admin_login
admin.site.password_change = admin_password_change


@admin.register(User)
class UserAdmin(HistoryAdmin, DjangoUserAdmin):
    """Django's own user admin, without a username and without groups: rights follow from moderator or administrator."""

    ordering = ["email"]
    list_display = ["email", "name", "is_staff", "is_superuser", "is_active", "last_login"]
    list_filter = ["is_staff", "is_superuser", "is_active"]
    search_fields = ["email", "name"]
    readonly_fields = ["last_login", "date_joined"]
    filter_horizontal: list[str] = []
    fieldsets = [
        (None, {"fields": ["email", "password", "name"]}),
        (_("Rechten"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
        (_("Data"), {"fields": ["last_login", "date_joined"]}),
    ]
    new_user_fields = ["email", "name", "usable_password", "password1", "password2"]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": new_user_fields})]

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Moderators find it on the index."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Moderators look people up, to make them a member or contact person."""
        return request.user.is_active and request.user.is_staff

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only administrators give rights."""
        return self._administers(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Only administrators change rights; a moderator could make himself one otherwise."""
        return self._administers(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nobody: an account is switched off here; erasing a person touches more than this table."""
        return False

    def _administers(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request) and request.user.is_superuser
