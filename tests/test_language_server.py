"""What an author sees in an editor: yaml-language-server with docs/deck.schema.json."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild.blocks.base import ContentBlock
from deckbuild.blocks.registry import KINDS
from deckbuild.reader import read
from deckbuild.schema.documentation import class_doc
from language_server import LanguageServer, language_server

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA, DANISH = DOCS / "deck.schema.json", DOCS / "deck.schema.da.json"
HEAD = "deck:\n  title: Prøve\nslides:\n  - title: En\n"
KEYS = [kind.KIND for kind in KINDS]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with language_server(SCHEMA) as running:
        yield running


def end(text: str) -> tuple[int, int]:
    """The place after the last sign."""
    return text.count("\n"), len(text) - text.rfind("\n") - 1


def test_offers_every_kind_with_its_skeleton(server: LanguageServer) -> None:
    text = HEAD + "    q"
    offered = {item["label"]: item["insertText"] for item in server.open(text).complete(*end(text))}
    assert {*KEYS, "body", "notes", "handout"} <= offered.keys()
    assert offered["definition"] == "definition:\n  term: ${1:The term}\n  text: ${2:The rest of the sentence}"
    assert offered["bullets"] == "bullets:\n  - ${1:What the item says}\n  - ${2:What the item says}"


@pytest.mark.parametrize("kind", KINDS, ids=KEYS)
def test_tells_what_a_kind_is(kind: type[ContentBlock], server: LanguageServer) -> None:
    said = server.open(f"{HEAD}    {kind.KIND}: x\n").hover(4, 5)
    assert class_doc(kind).partition("`")[0] in said


@pytest.mark.parametrize(
    ("content", "offered"),
    [
        ("    build: ", {"all", "click"}),
        ("    reflection:\n      - ask: Hvad?\n        answer: ", {"lines", "yes-no", "tick", "scale", "box", "word"}),
        ("    quote:\n      ", {"text", "by", "paraphrase", "lang"}),
        ("    body:\n      - ", {"bullets", "quote", "columns"}),
        ("    handout:\n      ", {"write", "margin", "ticks"}),
    ],
)
def test_offers_what_belongs_there(content: str, offered: set[str], server: LanguageServer) -> None:
    text = HEAD + content
    assert offered <= {item["label"] for item in server.open(text).complete(*end(text))}


@pytest.mark.parametrize(
    "content",
    ["    text: Ja\n    hidden: ", "    agenda:\n      - item: Kaffe\n        pause: "],
)
def test_offers_yes_and_no_and_nothing_else(content: str, server: LanguageServer) -> None:
    text = HEAD + content
    assert {item["label"] for item in server.open(text).complete(*end(text))} == {"yes", "no"}


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("    quot: Ja\n", 4, "Property quot is not allowed."),
        ("    text: Ja\n    build: klik\n", 5, 'Value is not accepted. Valid values: "all", "click".'),
        ("    agenda:\n      - {time: ni, item: Kaffe}\n", 5, "Write from when to when, such as 9.00-9.20."),
        ("    notes: Ja\n", 3, "Put one content key on the slide, such as bullets; gather several under body."),
        ("    definition: {term: Støj}\n", 4, 'Missing property "text".'),
        ("    text: [Ja]\n", 4, "Write a text here."),
        ("    text: Ja\n    hidden: måske\n", 5, "Write yes or no."),
        ("    text: Ja\n    handout: {margin: mange}\n", 5, "Write yes, no or a number of lines."),
        ("    text: Ja\n    handout: {margin: 99}\n", 5, "Value is above the maximum of 40."),
    ],
)
def test_points_at_a_fault(content: str, line: int, said: str, server: LanguageServer) -> None:
    assert (line, said) in server.open(HEAD + content).findings()


def test_finds_nothing_wrong_with_the_day(server: LanguageServer) -> None:
    text = (SCHEMA.parent.parent / "deck.yaml").read_text("utf-8").partition("\n")[2]
    assert server.open(text).findings() == []


def test_speaks_danish() -> None:
    text = HEAD + "    agenda:\n      - {time: ni, item: Kaffe}\n"
    with language_server(DANISH) as server:
        danish = server.open(text)
        assert danish.findings() == [(5, "Skriv fra hvornår til hvornår, fx 9.00-9.20.")]
        assert "Dagens program" in danish.hover(4, 5)
        offered = {item["label"]: item["insertText"] for item in server.open(HEAD + "    q").complete(4, 5)}
        assert offered["quote"] == "quote: ${1:De citerede ord}"


def test_the_first_line_names_the_schema(tmp_path: Path) -> None:
    """It is found from where the deck lies; a deck that was taken elsewhere still builds."""
    first = (SCHEMA.parent.parent / "deck.yaml").read_text("utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=docs/{DANISH.name}"
    deck = tmp_path / "deck.yaml"
    deck.write_text(f"{first}\n{HEAD}    text: Ja\n", "utf-8")
    assert [*read(deck).diagnostics] == []
