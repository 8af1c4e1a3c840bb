"""What an author sees in an editor: yaml-language-server with docs/deck.schema.json."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckbuild.blocks.registry import KEYS, kinds
from deckbuild.diagnostics import Severity
from deckbuild.model.block import Block
from deckbuild.reader import read
from deckbuild.schema.documentation import class_doc
from language_server import LanguageServer, inserted, language_server

DOCS = Path(__file__).parent.parent / "docs"
SCHEMA, DANISH = DOCS / "deck.schema.json", DOCS / "deck.schema.da.json"
HEAD = "deck:\n  title: Prøve\nslides:\n  - title: En\n"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    with language_server(SCHEMA) as running:
        yield running


@pytest.fixture(scope="module")
def danish() -> Iterator[LanguageServer]:
    with language_server(DANISH) as running:
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


@pytest.mark.parametrize("kind", [*kinds()], ids=[*KEYS])
def test_tells_what_a_kind_is(kind: type[Block], server: LanguageServer) -> None:
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
        ("    text: Ja\n    build: klik\n", 5, "Write one of these words: all, click."),
        ("    agenda:\n      - {time: ni, item: Kaffe}\n", 5, "Write from when to when, such as 9.00-9.20."),
        ("    notes: Ja\n", 3, "Put one content key on the slide, such as bullets; gather several under body."),
        ("    definition: {term: Støj}\n", 4, "`text:` is missing here."),
        ("    text: [Ja]\n", 4, "Write a text here."),
        ("    text: Ja\n    hidden: måske\n", 5, "Write yes or no."),
        ("    text: Ja\n    handout: {margin: mange}\n", 5, "Write yes, no or a number of lines."),
        ("    text: Ja\n    handout: {margin: 99}\n", 5, "Write a number from 0 to 40."),
    ],
)
def test_points_at_a_fault(content: str, line: int, said: str, server: LanguageServer) -> None:
    assert (line, said) in server.open(HEAD + content).findings()


COLON = "Skriv en tekst her. Er der et kolon i den, så sæt anførselstegn om hele teksten."
LIST = "Skriv en liste her: hvert punkt på sin egen linje, efter en bindestreg."
ONE = "Giv slidet ét slags indhold, fx bullets; saml flere under body."
ANSWERS = "Skriv et af disse ord: lines, yes-no, tick, scale, box, dots, blank, word, none."
DECK_KEYS = "Her kan stå, med et kolon efter: title, subtitle, date, owner, logo, art, language, spelling, output."
SLIPS = [
    (HEAD + "    bullets:\n      - Det bygger på: Den skabes\n", [(5, COLON)]),
    (HEAD + "    reflection:\n      - Det bygger på: Den skabes\n", [(5, COLON)]),
    (HEAD + "    fields:\n      - Det bygger på: Den skabes\n", [(5, COLON)]),
    (HEAD + "    text:\n      Det bygger på: Den skabes\n", [(5, COLON)]),
    (HEAD + "    text: Ja\n    quote: Nej\n", [(4, ONE), (5, ONE)]),
    (HEAD + "    body:\n      - text: Ja\n        quote: Nej\n", [
        (5, "Giv hver del ét slags indhold; en bindestreg begynder den næste."),
        (6, "Giv hver del ét slags indhold; en bindestreg begynder den næste."),
    ]),
    (HEAD.replace("title: En", "section: En") + "    text: Ja\n", [(3, ONE), (4, ONE)]),
    (HEAD + "    section: Et\n", [(3, "Et afsnits slide hedder det samme som afsnittet: udelad title.")]),
    (HEAD.replace("title: En", "text: En"), [(3, "Her mangler `title:`.")]),
    (HEAD + "    bullets: Ja\n", [(4, LIST)]),
    (HEAD + "    bullets:\n", [(4, LIST)]),
    (HEAD + "    text:\n", [(4, "Skriv en tekst her.")]),
    (HEAD + "    reflection:\n      - {ask: Klar?, answer: ja-nej}\n", [(5, ANSWERS)]),
    (HEAD + "    steps: {alt: To trin, items: [Et, To]}\n", [
        (4, "Der skal være fra 3 til 7 punkter i denne liste."),
    ]),
    (HEAD + "    chart: {unit: kr.}\n", [(4, "Skriv én af disse, og kun én: values, series, points, data.")]),
    ("deck: Prøve\nslides: []\n", [(0, DECK_KEYS)]),
    ("deck: {title: Prøve}\nslides:\n", [(1, LIST)]),
    ("deck: {title: Prøve, titel: Prøve}\nslides: []\n", [(0, DECK_KEYS)]),
]  # fmt: skip
"""The commonest slips, and all that is said of them."""


@pytest.mark.parametrize(("text", "said"), SLIPS)
def test_tells_the_commonest_slips(text: str, said: list[tuple[int, str]], danish: LanguageServer) -> None:
    assert sorted(danish.open(text).findings()) == said


def test_tells_what_can_stand_instead_of_an_unknown_word(danish: LanguageServer) -> None:
    (line, keys), (_, content) = danish.open(HEAD + "    bulets:\n      - Ja\n").findings()
    assert (line, content) == (4, ONE)
    assert keys.startswith("Her kan stå, med et kolon efter: title, id, source, section, agenda, text, bullets,")


DECK, SLIDES = "deck:\n  title: Prøve\n", "slides: [{title: En, text: Ja}]\n"
TO_NAME = {"missing-file", "unknown-name"}
"""What can't be right before the author has named a file, a work or a figure that is there."""
UNFINISHED = TO_NAME | {"missing-key", "missing-alt", "no-content"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (HEAD + "    ", ""),
        (HEAD + "    body:\n      - ", ""),
        (HEAD + "    columns:\n      - text: Ja\n      - ", ""),
        (HEAD + "    columns:\n      - text: Ja\n      - head: To\n        ", ""),
        (DECK + "figures:\n  name:\n    ", SLIDES),
    ],
)
def test_every_kind_is_offered_whole_in_every_place(before: str, after: str, danish: LanguageServer) -> None:
    """Put in and filled, it reads without errors."""
    offered = {item["label"]: item for item in danish.open(before).complete(*end(before)) if item["label"] in KEYS}
    wrong = {key: errors(inserted(before, item) + "\n" + after) - TO_NAME for key, item in offered.items()}
    section = {"section": {"two-titles"}} if "section" in wrong else {}
    assert {key: codes for key, codes in wrong.items() if codes} == section
    assert {"steps", "chart", "picture"} <= offered.keys()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        (DECK, ""),
        (DECK.rstrip() + "\n  ", SLIDES),
        (DECK + "slides:\n  - ", ""),
        (DECK + "slides: ", ""),
        (DECK + "theme: ", SLIDES),
        (DECK + "theme:\n  ", SLIDES),
        (DECK + "words:\n  ", SLIDES),
        (DECK + "sources:\n  ", SLIDES),
        (DECK + "sources:\n  navn:\n    ", SLIDES),
        (DECK + "figures:\n  ", SLIDES),
        (DECK + "tables:\n  ", SLIDES),
        (DECK + "handout:\n  ", SLIDES),
        (HEAD + "    text: Ja\n    source:\n      - ", ""),
        (HEAD + "    text: Ja\n    handout:\n      ", ""),
        (HEAD + "    text: Ja\n    handout:\n      write:\n        - ", ""),
        (HEAD + "    agenda: ", ""),
        (HEAD + "    agenda:\n      - ", ""),
        (HEAD + "    bullets:\n      - ", ""),
        (HEAD + "    cards:\n      - {head: Et, text: Ja}\n      - ", ""),
        (HEAD + "    definition:\n      ", ""),
        (HEAD + "    ladder:\n      ", ""),
        (HEAD + "    reflection:\n      - ", ""),
        (HEAD + "    reflection:\n      - ask: Hvad?\n        ", ""),
        (HEAD + "    text: ", ""),
    ],
)
def test_what_is_offered_is_at_most_unfinished(before: str, after: str, danish: LanguageServer) -> None:
    """Each key comes with a value of the right kind, in its right place, and under its own name."""
    offered = danish.open(before).complete(*end(before))
    wrong = {item["label"]: errors(inserted(before, item) + "\n" + after) - UNFINISHED for item in offered}
    assert {label: codes for label, codes in wrong.items() if codes} == {}
    assert not [label for label in wrong if re.search("array item|object|undefined|[A-Z][a-z]+[A-Z]", label)]


@pytest.mark.parametrize(
    ("content", "key", "offered"),
    [
        ("deck: {title: Prøve}\n", "slides", "slides:\n  - title: ${1:Titlen}\n    bullets:\n      - ${2:Hvad punktet"),
        (HEAD + "    chart:\n      ", "data", "data: ${1:assets/tal.csv}"),
        (HEAD + "    text: Ja\n    handout:\n      ", "ticks", "ticks: ${1:Hvad et kryds betyder}"),
        (HEAD + "    text: Ja\n    handout:\n      ", "lines", "lines: ${1:1}"),
        (HEAD + "    agenda:\n      - ", "En række i programmet", "time: ${1:9.00-9.20}\n  item: ${2:Hvad der sker}"),
        (DECK + "sources:\n  navn:\n    ", "Et værk i litteraturen", "number: ${1:1}\nauthors: ${2:Hvem der har"),
    ],
)
def test_offers_in_danish(content: str, key: str, offered: str, danish: LanguageServer) -> None:
    found = {item["label"]: item["insertText"] for item in danish.open(content).complete(*end(content))}
    assert found[key].startswith(offered)


@pytest.mark.parametrize("content", ["text: Ja", "quote: Ja", "source: afsaet", "hidden: yes", "build: click"])
def test_points_are_told_in_one_text_under_the_key(content: str, danish: LanguageServer) -> None:
    said = danish.open(f"{HEAD}    {content}\n").hover(4, 5)
    assert said.startswith(f"#### {content.partition(':')[0]}\n\n")
    assert "||" not in said
    assert "\\`" not in said


def errors(text: str) -> set[str]:
    """What the reader finds wrong with a deck."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        path.write_text(text, "utf-8")
        return {found.code for found in read(path).diagnostics if found.severity is Severity.ERROR}


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
