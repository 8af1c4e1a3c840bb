"""Who may ask: the browser that was given the token, from the page itself, on this machine.

Any web page can send requests to 127.0.0.1, and by DNS rebinding read the answers under a name of its own. So a request
has to name this machine as its host, come from nowhere else (``Origin``, ``Sec-Fetch-Site``), and hold the token.
"""

from __future__ import annotations

import secrets
from email.message import Message

ADDRESS = "127.0.0.1"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says: the page loads nothing from elsewhere, and nobody else may show or read it."""


class Gate:
    """Knows the token of one run, which serves on ``port``."""

    def __init__(self, port: int) -> None:
        self._token = secrets.token_urlsafe(32)
        self._cookie = f"deckbuild-{port}"  # cookies don't know of ports: two previews must not share one
        self._hosts = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        self.url = f"http://{ADDRESS}:{port}/?token={self._token}"
        """What opens the page."""

    def refuses(self, headers: Message) -> str:
        """Return why a request is refused before its token is looked at, or nothing."""
        named = headers.get_all("Host", [])
        host = named[0] if len(named) == 1 else ""
        if host not in self._hosts:
            return "foreign host"
        if headers.get("Origin", f"http://{host}") != f"http://{host}":
            return "foreign origin"
        if headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return "foreign site"
        return ""

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return secrets.compare_digest(given.encode(), self._token.encode())

    def knows(self, headers: Message) -> bool:
        """Whether a request brings the cookie.

        Other programs on this machine share the browser's cookies for it: theirs may be of any form (RFC 6265, 5.4).
        """
        pairs = (pair.partition("=") for pair in headers.get("Cookie", "").split(";"))
        return any(name.strip() == self._cookie and self.is_token(value.strip()) for name, _, value in pairs)

    @property
    def cookie(self) -> str:
        """What makes the browser keep the token, out of reach of scripts and of other sites."""
        return f"{self._cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict"
