"""Serves the web page, its events and its pictures over HTTP, to one browser on this machine.

The standard library's server is enough: there is one user, one event stream, and the pictures are in memory. Requests
can't name files on the disk: the paths that are served are listed here.
"""

from __future__ import annotations

import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from urllib.parse import parse_qs, urlsplit

from deckbuild.locales import translator
from deckbuild.preview.access import ADDRESS, HEADERS, Gate
from deckbuild.preview.live import Live
from deckbuild.preview.words import filled

_SCRIPTS = ("dom.js", "page.js", "pages.js", "source.js")
_FILES = {
    "/page.css": "text/css", "/icon.svg": "image/svg+xml", **{f"/{name}": "text/javascript" for name in _SCRIPTS},
}  # fmt: skip
_DIGITS = 10
"""A version number never has this many digits."""
_PATIENCE = 30.0
"""Seconds that a request waits for a picture."""
_BEAT = 10.0
"""Seconds without a new state after which a comment is sent; sending fails if the browser was closed."""
_FOREVER = "private, max-age=31536000, immutable"
"""``Cache-Control`` of pictures. Browsers may keep them, since a name is never used for another picture."""


class PreviewServer(ThreadingHTTPServer):
    """Serves ``live`` on this machine only. ``port`` 0 takes any free port. Raises ``OSError`` for one in use."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # on Windows it would share a port with another program
    request_queue_size = 64

    def __init__(self, live: Live, port: int = 0) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.live = live
        self.gate = Gate(self.server_port)
        self.failure: Exception | None = None
        """The exception that ended the server, if there was one."""

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - the library's
        """Ignore that the browser closed the connection; report other errors like those of any thread."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))

    def start(self) -> None:
        """Serve in a new thread, until ``shutdown``."""
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        try:
            self.serve_forever(poll_interval=0.1)
        except Exception as error:  # raised again by the caller of ``live.run``
            self.failure = error
            self.live.end()


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60  # a connection is closed after this many seconds without a request
    error_message_format = "%(code)d %(message)s\n"
    error_content_type = "text/plain; charset=utf-8"
    server_version = "deckbuild"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a request, or refuse it."""
        gate = self.server.gate
        if reason := gate.refuses(self.headers):
            self.send_error(HTTPStatus.FORBIDDEN, reason)
            return
        try:
            asked = urlsplit(self.path)
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        if asked.path == "/" and (given := parse_qs(asked.query).get("token")):
            self._welcome(given[0])
        elif not gate.knows(self.headers):
            self._stranger()
        else:
            self._answer(asked.path, parse_qs(asked.query))

    def _welcome(self, token: str) -> None:
        """Set the cookie and redirect, so that the token is no longer in the address or the history."""
        if not self.server.gate.is_token(token):
            self._stranger()
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", "/")
        self.send_header("Set-Cookie", self.server.gate.cookie)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stranger(self) -> None:
        """Refuse in the user's language: the page may be the user's own, opened before the program was restarted."""
        translate = translator(self.server.live.language())
        text = translate("Open the address that `deckbuild serve` has printed in its window: it is another each time.")
        self._send(f"403 deckbuild: {text}\n".encode(), "text/plain", status=HTTPStatus.FORBIDDEN)

    def _answer(self, path: str, query: dict[str, list[str]]) -> None:
        if path == "/":
            language = self.server.live.language()
            page = filled(_page("index.html").decode(), language, translator(language))
            self._send(page.encode(), "text/html")
        elif path in _FILES:
            self._send(_page(path.removeprefix("/")), _FILES[path])
        elif path == "/events":
            run, _, version = query.get("known", [""])[0].rpartition("-")
            same = run == self.server.live.run_id and version.isdecimal() and len(version) < _DIGITS
            self._stream(int(version) if same else 0)
        elif path.startswith("/picture/") and (picture := self._picture(path)) is not None:
            if picture:
                self._send(picture, "image/png", _FOREVER)
            else:
                self.send_response(HTTPStatus.NO_CONTENT)
                self.end_headers()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _picture(self, path: str) -> bytes | None:
        return self.server.live.picture(path.removeprefix("/picture/").removesuffix(".png"), _PATIENCE)

    def _stream(self, known: int) -> None:
        """Send each new state until the browser goes away (Server-sent events, HTML Living Standard, 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        while not self.server.live.ended:
            news = self.server.live.newer_than(known, _BEAT)
            try:
                if news is None:
                    self.wfile.write(b": still here\n\n")
                else:
                    known, reported = news
                    self.wfile.write(b"data: " + reported + b"\n\n")
            except OSError:  # the browser went away
                break

    def _send(self, content: bytes, kind: str, keep: str = "no-store", status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind if kind.startswith("image/png") else f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", keep)
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Add ``HEADERS`` to every answer, also to refusals."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
        """Print nothing: the terminal shows only messages about the deck."""


def _page(name: str) -> bytes:
    return files("deckbuild.preview").joinpath("page", name).read_bytes()
