"""Talk with yaml-language-server, the editor's half, over its standard input and output."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import require

CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {"configuration": True},
}


class LanguageServer:
    """A running server that knows one schema."""

    def __init__(self, process: subprocess.Popen[bytes], schema: Path) -> None:
        self._process = process
        self._schema = schema
        self._asked = 0
        self._opened = 0
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._ask("initialize", processId=None, rootUri=None, capabilities=CAPABILITIES)
        self._report("initialized")
        self._configured = False
        while not self._configured:
            self._take(self._read())

    def open(self, text: str) -> Document:
        """Open a deck's text in the editor."""
        self._opened += 1
        uri = f"file:///kursus/{self._opened}/deck.yaml"
        self._report(
            "textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        )
        return Document(self, uri)

    def ask_at(self, method: str, uri: str, line: int, column: int) -> Any:
        """Ask about a place, counted from 0."""
        return self._ask(method, textDocument={"uri": uri}, position={"line": line, "character": column})

    def findings(self, uri: str) -> list[dict[str, Any]]:
        """Wait for what the server finds wrong in a document."""
        while uri not in self._found:
            self._take(self._read())
        return self._found.pop(uri)

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._write({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]
            self._take(message)

    def _report(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks of an editor, and keep what it finds."""
        match message.get("method"):
            case "textDocument/publishDiagnostics":
                self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
            case "workspace/configuration":
                own = {"schemas": {self._schema.as_uri(): "deck.yaml"}, "schemaStore": {"enable": False}}
                settings = {"yaml": {**own, "validate": True, "hover": True, "completion": True}}
                result = [settings.get(item.get("section")) for item in message["params"]["items"]]
                self._write({"id": message["id"], "result": result})
                self._configured = True
            case None:
                pass
            case _ if "id" in message:
                self._write({"id": message["id"], "result": None})
            case _:
                pass

    def _write(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while (line := self._process.stdout.readline().strip()) or not length:
            assert line or self._process.poll() is None, "the language server ended"
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


class Document:
    """A text open in the editor. A place is the end of a piece of text that stands there once."""

    def __init__(self, server: LanguageServer, uri: str) -> None:
        self._server, self._uri = server, uri

    def complete(self, line: int, column: int) -> list[dict[str, Any]]:
        """Return what is offered at a place, counted from 0."""
        found = self._server.ask_at("textDocument/completion", self._uri, line, column)
        items: list[dict[str, Any]] = found["items"]
        return items

    def hover(self, line: int, column: int) -> str:
        """Return what is told of the word at a place, counted from 0."""
        found = self._server.ask_at("textDocument/hover", self._uri, line, column)
        return str(found["contents"]["value"]) if found else ""

    def findings(self) -> list[tuple[int, str]]:
        """Return line (from 0) and message of what the server finds wrong."""
        return [(found["range"]["start"]["line"], found["message"]) for found in self._server.findings(self._uri)]


def inserted(text: str, item: dict[str, Any]) -> str:
    """Return a text after an offered entry was chosen as VS Code puts it in, its places left as they are filled.

    Lines after the first are indented as the line is that it is chosen on.
    """
    lines = text.split("\n")
    start, end = item["textEdit"]["range"]["start"], item["textEdit"]["range"]["end"]
    line = lines[start["line"]]
    margin = line[: len(line) - len(line.lstrip(" "))][: start["character"]]
    new = item["textEdit"]["newText"].replace("\n", "\n" + margin)
    new = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", new)
    new = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", new)
    lines[start["line"]] = line[: start["character"]] + re.sub(r"\$\d+", "", new) + line[end["character"] :]
    return "\n".join(lines)


@contextmanager
def language_server(schema: Path) -> Iterator[LanguageServer]:
    """Start the server with one schema for every deck.yaml."""
    command = [str(require("node")), str(require("yaml-language-server")), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield LanguageServer(process, schema)
        finally:
            process.kill()
