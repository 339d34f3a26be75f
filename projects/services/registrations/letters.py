"""What the sender of a registration is mailed: always to the address of the manager that it names."""

from projects.models import Registration
from projects.services.letters import address_of, mail_language
from vindplaats.mail import queue


def tell_received(registration: Registration) -> None:
    """It came in; here is the reference and the secret address."""
    _tell(registration, "registration_received")


def tell_returned(registration: Registration) -> None:
    """The moderator asks something; here is the address to go on."""
    _tell(registration, "registration_returned")


def tell_declined(registration: Registration) -> None:
    """The moderator declined it, and why."""
    _tell(registration, "registration_declined")


def _tell(registration: Registration, template: str) -> None:
    context = {
        "name": registration.name,
        "reference": registration.reference,
        "person": registration.manager_name,
        "reason": registration.reason,
        "address": address_of(registration),
    }
    queue(
        to=registration.manager_email,
        template=template,
        context=context,
        language=mail_language(registration.language),
        key=f"{template}-{registration.pk}-{registration.version}",
    )
