"""A preview that runs, for tests: its deck, its worker and server, and a way to ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import Any

from deckbuild.preview.live import Live
from deckbuild.preview.server import PreviewServer

EDITOR = "vscode://file{path}:{line}:{column}"


@dataclass
class Preview:
    """A running preview of ``deck``."""

    deck: Path
    live: Live
    server: PreviewServer

    @property
    def host(self) -> str:
        """What its own page calls it."""
        return f"127.0.0.1:{self.server.server_port}"

    @property
    def token(self) -> str:
        """The address with the token, from the root."""
        return self.server.gate.url.removeprefix(f"http://{self.host}")

    def ask(self, path: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> HTTPResponse:
        """Send a request with these headers only; the answer's body is read."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=20)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in ({"Host": self.host} | dict(headers or {})).items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.body = answer.read() if "event-stream" not in answer.getheader("Content-Type", "") else b""  # type: ignore[attr-defined]
        connection.close()
        return answer

    def known(self) -> dict[str, str]:
        """The headers of a browser that opened the address."""
        return {"Cookie": self.server.gate.cookie.partition(";")[0]}

    def state(self, after: int = 0) -> dict[str, Any]:
        """Wait for a state newer than version ``after``."""
        reported = self.live.newer_than(after, 20)
        assert reported is not None, "no news"
        return json.loads(reported[1])

    def save(self, text: str) -> dict[str, Any]:
        """Save the deck; return what the page is told then."""
        before = self.state()["version"]
        self.deck.write_text(text, "utf-8")
        return self.state(before)


@contextmanager
def preview(deck: Path, language: str = "en") -> Iterator[Preview]:
    """Run a preview of a deck."""
    live = Live(deck, lambda: language, EDITOR)
    server = PreviewServer(live)
    worker = Thread(target=live.run, daemon=True)
    worker.start()
    server.start()
    try:
        yield Preview(deck, live, server)
    finally:
        live.end()
        worker.join(20)
        server.shutdown()
        server.server_close()


def pictures(state: Mapping[str, Any]) -> dict[str, str]:
    """Return the picture of each page by paper and page."""
    return {f"{paper['id']}/{page['id']}": page["picture"] for paper in state["papers"] for page in paper["pages"]}
