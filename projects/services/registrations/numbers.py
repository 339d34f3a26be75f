"""The numbers by which an organisation is known elsewhere, as people type them.

KVK number: eight digits, handed out by the Chamber of Commerce, which tells of no check digit
(https://www.kvk.nl/en/starting/kvk-number-all-you-need-to-know/); Open Forms, the form software of municipalities,
asks for eight digits and nothing else. AGB code: eight digits, given by Vektis to care providers and their
organisations; it publishes no check digit either, and which first digits are in use changes
(https://www.vektis.nl/agb-register). So only the form is checked here: whether a number is theirs is for the moderator
to look up, in both public registers.
"""

import re

LENGTH = 8
NOISE = re.compile(r"^(?:kvk|agb)[\s:.-]*(?:nr|nummer|code)?[\s:.-]*|[\s.\-]", re.IGNORECASE)
EIGHT = re.compile(r"^[0-9]{8}$")


def digits_of(text: str) -> str:
    """Return what is typed without spaces, dots, dashes and a word before it: "KVK 1234 5678" is "12345678"."""
    return NOISE.sub("", text.strip())


def is_number(digits: str) -> bool:
    """Tell whether this can be a KVK number or an AGB code: eight digits, not all of them zero."""
    return bool(EIGHT.match(digits)) and int(digits) > 0
