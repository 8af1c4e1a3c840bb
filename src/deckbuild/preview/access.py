"""Access control: only the browser that has the token gets answers, for requests from the page itself.

Any web page can send requests to 127.0.0.1, and with DNS rebinding also read the answers. So a request must have this
machine as its host, must not come from another site (``Origin``, ``Sec-Fetch-Site``), and must have the token.
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
"""Headers of every answer. With them the page loads nothing from other sites, and no other site can show or read it."""


class Gate:
    """Makes the token of one run and checks requests to the server on ``port``."""

    def __init__(self, port: int) -> None:
        self._token = secrets.token_urlsafe(32)
        self._cookie = f"deckbuild-{port}"  # cookies are shared by all ports, so each preview needs its own name
        self._hosts = {f"{name}:{port}" for name in (ADDRESS, "localhost")}
        self.url = f"http://{ADDRESS}:{port}/?token={self._token}"
        """The address that opens the page, with the token."""

    def refuses(self, headers: Message) -> str:
        """Return why a request is refused, before its token is checked; empty when it is not."""
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
        """Whether ``given`` is the token."""
        return secrets.compare_digest(given.encode(), self._token.encode())

    def knows(self, headers: Message) -> bool:
        """Whether a request has the cookie with the token.

        The browser also sends cookies of other programs on this machine, in any form (RFC 6265, 5.4).
        """
        pairs = (pair.partition("=") for pair in headers.get("Cookie", "").split(";"))
        return any(name.strip() == self._cookie and self.is_token(value.strip()) for name, _, value in pairs)

    @property
    def cookie(self) -> str:
        """The ``Set-Cookie`` header with the token; neither scripts nor other sites can read it."""
        return f"{self._cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict"
