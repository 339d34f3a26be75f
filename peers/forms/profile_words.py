"""The words that somebody agrees to with a profile. What was shown is what is kept: change them here only."""

from django.utils.translation import gettext_lazy as _

AGREE_PROFILE = _(
    "Ik ga ermee akkoord dat Vindplaats mijn profiel laat zien en vindbaar maakt: wat ik hierboven heb ingevuld, de"
    " projecten waarvan ik eigenaar of contactpersoon ben, de antwoorden van mij die iemand hielpen, en hoe snel ik"
    " meestal antwoord. Mijn e-mailadres is nooit te zien. Ik kan dit altijd meteen intrekken."
)
AGREE_HEALTH = _(
    "Ik ga er uitdrukkelijk mee akkoord dat Vindplaats op mijn profiel laat zien wat ik hier over gezondheid vertel."
    " Dit hoeft niet: zonder deze tekst kan ik net zo goed meedoen. Ik kan dit altijd meteen intrekken; dan wordt de"
    " tekst gewist."
)
