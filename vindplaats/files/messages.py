"""What is told to whoever sent a file that is not taken: what is wrong, and what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vindplaats.files.refusals import Wrong

MESSAGES: dict[Wrong, Promise] = {
    Wrong.EMPTY: _("Dit bestand is leeg. Kies een ander bestand."),
    Wrong.TOO_LARGE: _("Dit bestand is groter dan 20 MB. Maak het kleiner, of zet het op uw website en geef de link."),
    Wrong.UNKNOWN: _(
        "Dit soort bestand nemen wij niet aan. Sla het op als PDF, of kies Word, PowerPoint, Excel, OpenDocument of "
        "een plaatje (PNG, JPEG, WebP)."
    ),
    Wrong.PROGRAM: _(
        "Dit bestand kan iets uitvoeren op de computer van de lezer (zoals SVG of HTML). Sla het op als PDF of als "
        "plaatje (PNG, JPEG, WebP)."
    ),
    Wrong.OLD_OFFICE: _(
        "Dit is een ouder soort Office-bestand, of er zit een wachtwoord op. Sla het zonder wachtwoord op als .docx, "
        ".pptx of .xlsx."
    ),
    Wrong.MIXED: _(
        "Dit bestand is tegelijk een ander soort bestand. Dat is niet veilig. Open het en sla het opnieuw op."
    ),
    Wrong.DAMAGED: _("Dit bestand is beschadigd of niet compleet. Open het en sla het opnieuw op."),
    Wrong.ENCRYPTED: _("Dit bestand is beveiligd met een wachtwoord of tegen wijzigen. Haal de beveiliging eraf."),
    Wrong.ACTIVE: _(
        "In deze PDF zit een programma of een bijlage. Druk het document af naar een nieuwe PDF en kies die."
    ),
    Wrong.MACROS: _("In dit bestand zitten macro's. Sla het op zonder macro's (.docx, .pptx, .xlsx), of als PDF."),
    Wrong.EMBEDDED: _(
        "In dit bestand zit een ander programma of object. Vervang het door een plaatje, of sla het op als PDF."
    ),
    Wrong.REMOTE: _(
        "Dit bestand haalt een sjabloon of object van een andere plek. Haal die koppeling weg, of sla het op als PDF."
    ),
    Wrong.UNPACKED: _("Dit bestand is uitgepakt te groot. Verklein de plaatjes, of sla het op als PDF."),
    Wrong.PATHS: _("De onderdelen van dit bestand kloppen niet. Open het en sla het opnieuw op."),
    Wrong.PIXELS: _("Dit plaatje heeft te veel beeldpunten. Verklein het tot hooguit 6000 bij 6000."),
    Wrong.BUSY: _("Het is nu erg druk. Probeer het over een minuut opnieuw."),
}


def message(wrong: Wrong) -> Promise:
    """Return the sentence for the screen."""
    return MESSAGES[wrong]
