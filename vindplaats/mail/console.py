"""Mail as a developer wants to read it, where `make run` was started: to whom, the subject and the text."""

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend


class ReadableBackend(EmailBackend):
    """Prints the text as it was written, without its HTML and its encoding."""

    def write_message(self, message: EmailMessage) -> None:
        """Print one mail."""
        self.stream.write(f"Mail to {', '.join(message.to)}: {message.subject}\n\n{message.body}\n")
