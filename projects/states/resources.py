"""The fixed lists of resources."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """What others may do with a resource; empty when that is not known."""

    CC0 = "cc0", _("CC0: vrij te gebruiken")
    BY = "cc-by", _("CC BY: met naamsvermelding")
    BY_SA = "cc-by-sa", _("CC BY-SA: met naamsvermelding, gelijk delen")
    BY_ND = "cc-by-nd", _("CC BY-ND: met naamsvermelding, niet bewerken")
    BY_NC = "cc-by-nc", _("CC BY-NC: met naamsvermelding, niet commercieel")
    BY_NC_SA = "cc-by-nc-sa", _("CC BY-NC-SA: niet commercieel, gelijk delen")
    BY_NC_ND = "cc-by-nc-nd", _("CC BY-NC-ND: niet commercieel, niet bewerken")
    RESERVED = "reserved", _("Alle rechten voorbehouden")


class Audience(models.TextChoices):
    """For whom a resource was made."""

    PROFESSIONALS = "zorgprofessionals", _("Zorgprofessionals")
    PATIENTS = "patienten", _("Patiënten en naasten")
    PROJECTS = "projectleiders", _("Projectleiders en adviseurs")
    MANAGERS = "bestuur", _("Bestuur en management")
    ICT = "ict", _("ICT en informatie")
    POLICY = "beleid", _("Beleid en zorginkoop")
    RESEARCH = "onderwijs", _("Onderwijs en onderzoek")


class ReadingLevel(models.TextChoices):
    """How hard a text is to read, as the Common European Framework has it."""

    A1 = "a1", _("heel eenvoudig (A1)")
    A2 = "a2", _("heel eenvoudig (A2)")
    B1 = "b1", _("eenvoudig (B1)")
    B2 = "b2", _("gemiddeld (B2)")
    C1 = "c1", _("moeilijk (C1)")


class LinkProblem(models.TextChoices):
    """Why an address could not be opened."""

    NAME = "name", _("De naam van de website bestaat niet.")
    CONNECTION = "connection", _("De website is niet bereikbaar.")
    SECURITY = "security", _("Het beveiligingscertificaat van de website klopt niet.")
    TIMEOUT = "timeout", _("De website antwoordt niet op tijd.")
    GONE = "gone", _("De pagina is er niet meer.")
    SERVER = "server", _("De website geeft een fout.")
    REDIRECTS = "redirects", _("De pagina stuurt te vaak door.")
    NOT_PUBLIC = "not_public", _("Het adres is niet voor iedereen te openen.")
