"""What a registration must hold before it can be sent in; forms and the service ask the same questions."""

from projects.models import Registration
from projects.states import RegistrationKind
from vindplaats.email_domains import fits, is_public

ALWAYS = ("name", "institute_kind", "place", "manager_name", "manager_role", "manager_email")


def needs_number_note(*, kvk_number: str, agb_code: str) -> bool:
    """Tell whether it must be said why there is neither a KVK number nor an AGB code."""
    return not (kvk_number or agb_code)


def needs_email_note(*, email: str, domain: str) -> bool:
    """Tell whether it must be said why the manager's address is not one of the institute."""
    return not fits(email, domain)


def lacking(registration: Registration) -> list[str]:
    """Return the names of the fields that still have to be filled in, in the order of the form."""
    missing = [name for name in ALWAYS if not getattr(registration, name)]
    numbers = {"kvk_number": registration.kvk_number, "agb_code": registration.agb_code}
    if needs_number_note(**numbers) and not registration.numbers_note:
        missing.append("kvk_number")
    if is_public(registration.email_domain):
        missing.append("email_domain")
    address = {"email": registration.manager_email, "domain": registration.email_domain}
    if registration.manager_email and needs_email_note(**address) and not registration.email_note:
        missing.append("email_note")
    if registration.kind == RegistrationKind.CLAIM and registration.institute_id is None:
        missing.append("institute")
    return missing
