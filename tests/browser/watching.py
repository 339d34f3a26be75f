"""Keep an eye on a browser: errors, refusals by the security policy, and requests to other sites."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

# An error page is an error to the console; which pages those are is known to the tests that open them.
EXPECTED = ("the server responded with a status of 404", "the server responded with a status of 400", "net::ERR_")


class Watched:
    """All that goes wrong in one browser context."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.host, self.wrong = context, urlsplit(site).netloc, []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.wrong.append(f"error in a script: {error.error}"))
        context.on("request", self._request)

    def close(self) -> list[str]:
        """Close the browser context and return what went wrong."""
        self.context.close()
        return self.wrong

    def _console(self, message: ConsoleMessage) -> None:
        # Refusals by the security policy come as messages of this kind too.
        if message.type in ("error", "warning") and not any(text in message.text for text in EXPECTED):
            self.wrong.append(f"{message.type} in the console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != self.host:
            self.wrong.append(f"request to another site: {request.url}")
