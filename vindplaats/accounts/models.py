"""The user: an e-mail address and a name, no username."""

from typing import Any

import pghistory
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Make users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new saved user; ValueError without an e-mail address. Without a password nobody can log in."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Return a new saved administrator, whose address needs no proof: whoever may do this may do anything."""
        with transaction.atomic(using=self._db):
            user = self.create_user(email, password, **fields, is_staff=True, is_superuser=True)
            user.emailaddress_set.create(email=user.email, verified=True, primary=True)
        return user

    def get_by_natural_key(self, email: str) -> "User":
        """Return the user with this address, whatever its capitals."""
        return self.get(email__iexact=email.strip())


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["password", "last_login"]
)
class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account; addresses are kept in lower case and never shown on a page."""

    email = models.EmailField(_("e-mailadres"), unique=True)
    name = models.CharField(_("naam"), max_length=150, blank=True)
    language = models.CharField(
        _("taal"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        db_default=settings.LANGUAGE_CODE,
        help_text=_("De taal van onze mails aan u."),
    )
    is_staff = models.BooleanField(_("moderator"), default=False, help_text=_("Mag in het beheer."))
    is_active = models.BooleanField(_("actief"), default=True, help_text=_("Zet uit in plaats van te verwijderen."))
    date_joined = models.DateTimeField(_("aangemeld op"), default=timezone.now)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        constraints = [models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower_case")]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        """Return the name, or the part of the address before the @."""
        return self.name or self.email.partition("@")[0]

    get_short_name = get_full_name
