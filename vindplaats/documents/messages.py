"""What is told to whoever sent a file that is not read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vindplaats.documents.refusals import Refusal

MESSAGES: dict[Refusal, Promise] = {
    Refusal.UNKNOWN_KIND: _(
        "Dit soort bestand kunnen wij niet lezen. Kies een bestand dat eindigt op .txt, .docx of .pdf."
    ),
    Refusal.NOT_WHAT_IT_SAYS: _(
        "De inhoud van dit bestand past niet bij de naam. Sla het opnieuw op als .txt, .docx of .pdf."
    ),
    Refusal.OLD_WORD: _(
        "Dit is een ouder soort Word-bestand (.doc). Sla het in Word op als .docx en kies het opnieuw."
    ),
    Refusal.EMPTY: _("Dit bestand is leeg. Kies een ander bestand."),
    Refusal.TOO_LARGE: _("Dit bestand is groter dan 5 MB. Laat bijlagen en plaatjes weg, of plak de tekst."),
    Refusal.ENCRYPTED: _("Dit bestand is beveiligd met een wachtwoord. Haal de beveiliging eraf, of plak de tekst."),
    Refusal.TOO_MANY_PAGES: _("Dit bestand heeft meer dan 100 pagina's. Kies alleen het plan, zonder bijlagen."),
    Refusal.NO_TEXT: _(
        "In dit bestand staat geen tekst die wij kunnen lezen. Is het een scan of een foto? Plak dan de tekst zelf."
    ),
    Refusal.DAMAGED: _(
        "Wij kunnen dit bestand niet openen. Misschien is het beschadigd of te ingewikkeld. Plak de tekst zelf."
    ),
    Refusal.TOO_MUCH: _("Dit bestand is uitgepakt te groot voor ons. Laat bijlagen en plaatjes weg, of plak de tekst."),
    Refusal.TOO_SLOW: _("Het duurt te lang om dit bestand te lezen. Plak de tekst zelf."),
    Refusal.CHARSET: _("De letters in dit bestand kunnen wij niet lezen. Sla het op als UTF-8, of plak de tekst."),
    Refusal.ACTIVE: _("In dit bestand zit een programma of een bijlage. Plak de tekst zelf."),
    Refusal.BUSY: _("Het is nu erg druk. Probeer het over een minuut opnieuw, of plak de tekst."),
}


def message(refusal: Refusal) -> Promise:
    """Return a sentence that says what is wrong and what to do."""
    return MESSAGES[refusal]
