"""One slip of structure in the course day, a deck of 33 slides: one message names it, as in a small deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.diagnostics import Severity
from deckbuild.editing import SourceEditor
from deckbuild.reader import read

DECK = Path(__file__).parent.parent / "deck.yaml"

# What stands in the deck, and what comes in its place; the line that is named, and what is said of it.
SLIPS = {
    "a row of the programme stands too far in": (
        "      - time: 16.00–17.00\n",
        "         - time: 16.00–17.00\n",
        "- time: 16.00–17.00",
        "This line stands 3 spaces too far in.",
    ),
    "a line stands at the very left": (
        "    number: 3\n",
        "number: 3\n",
        "number: 3",
        "This line stands 4 spaces too far out.",
    ),
    "a hyphen too many among the sources": (
        "    title: Velfærdsledelse\n",
        "  - title: Velfærdsledelse\n",
        "- title: Velfærdsledelse",
        "This line begins with a hyphen, but belongs to the item above.",
    ),
    "the key of a figure is missing": (
        "    hub:\n",
        "",
        "center: Velfærdstransformation",
        "The line `hub:` is missing above this one.",
    ),
    "a line was begun twice": (
        "      columns: 2\n      items:\n",
        "      columns: 2\n      items:\n      items:\n",
        "items:",
        "The line `items:` stands here twice.",
    ),
    "a hyphen is missing among the columns of a table": (
        "      - Funktionen af støj\n",
        "        Funktionen af støj\n",
        "Funktionen af støj",
        "A hyphen is missing before this item.",
    ),
    "a question after a hint has lost its hyphen": (
        "      - Stiller dit *netværkstema*",
        "      Stiller dit *netværkstema*",
        "Stiller dit *netværkstema* spørgsmål ved antagelserne i dagens strategier?",
        "This line stands where the items of the list stand, but begins with no hyphen.",
    ),
    "a question after an answer has lost its hyphen": (
        "      - Tør du sætte",
        "      Tør du sætte",
        "Tør du sætte borgernes virkelighed i centrum som grundlag for nytænkning?",
        "A hyphen is missing before this item.",
    ),
    "the first question has lost its hyphen": (
        "      - Hvor og hvordan ser du kommunen",
        "      Hvor og hvordan ser du kommunen",
        "Hvor og hvordan ser du kommunen som *en potentiel organisation*?",
        "A hyphen is missing before this item.",
    ),
    "a cell of a table has lost its hyphen": (
        "        - Beslutning\n",
        "          Beslutning\n",
        "Beslutning",
        "A hyphen is missing before this item.",
    ),
    "the line above a note is missing": (
        "    notes: |\n      Cirka 7 minutter. Lad deltagerne skrive navne",
        "      Cirka 7 minutter. Lad deltagerne skrive navne",
        "Cirka 7 minutter. Lad deltagerne skrive navne eller roller i felterne, før I taler sammen.",
        "Above this text a line is missing that says what it is, such as `notes: |`.",
    ),
    "a line was joined to the one above": (
        "      ticks: gælder hos os\n      write:\n",
        "      ticks: gælder hos os write:\n",
        "ticks: gælder hos os write:",
        "`write:` stands at the end of this line, but begins a line of its own.",
    ),
    "the first lines of a slide are missing": (
        "  - title: Dagens citat\n    source: bason\n    quote:\n",
        "",
        "paraphrase: yes",
        "Here the first lines of a slide are missing: `- title: …`, and `quote:` under it.",
    ),
    "the first line of a card is missing": (
        "      - head: Antropologi\n",
        "",
        "text: Metoder til at forstå menneskers subjektivt oplevede virkelighed",
        "The line `- head: …` is missing above this one: with it an item of the list begins.",
    ),
    "the programme's rows stand too far out": (
        "        item: Sparring med kursusteamet for dem, der har lyst\n",
        "      item: Sparring med kursusteamet for dem, der har lyst\n",
        "item: Sparring med kursusteamet for dem, der har lyst",
        "This line stands 2 spaces too far out.",
    ),
    "the key of a note stands at the very left, and its text where it was": (
        "    notes: |\n      Cirka 7 minutter. Lad deltagerne skrive navne",
        "notes: |\n      Cirka 7 minutter. Lad deltagerne skrive navne",
        "notes: |",
        "This line stands 4 spaces too far out.",
    ),
}

NOTES = """\
    notes: |
      Cirka 7 minutter. Lad deltagerne skrive navne eller roller i felterne, før I taler sammen.
      Lyt efter, hvilket felt der oftest står tomt, og spørg, hvem de kunne hente ind udefra.
      Svarene bruges igen i det første spørgsmål på næste slide.
"""
HANDOUT = """\
    handout:
      each:
        - Hvem bringer den?
        - Hvad mangler?
"""

# How far out the notes stand, and how far out what stands below them; how many lines are told to stand too far out.
NOTES_MOVED_OUT = {
    "by one step": (2, 0, 4),
    "to the very left": (4, 0, 4),
    "with the line below": (2, 2, 8),
}


def moved_out(text: str, by: int) -> str:
    return "".join(line[by:] for line in text.splitlines(keepends=True))


@pytest.mark.parametrize("name", NOTES_MOVED_OUT)
def test_only_what_is_text_moves_with_its_key(name):
    by, below, count = NOTES_MOVED_OUT[name]
    sound = DECK.read_text("utf-8")
    assert NOTES + HANDOUT in sound
    slipped = sound.replace(NOTES + HANDOUT, moved_out(NOTES, by) + moved_out(HANDOUT, below)).encode()
    first = sound[: sound.index(NOTES)].count("\n") + 1
    found = [*read(DECK, slipped).diagnostics]
    assert [(each.code, each.args["first"], each.args["last"]) for each in found] == [
        ("wrong-indent", str(first), str(first + count - 1))
    ]
    assert mended(slipped) == sound


def mended(data: bytes) -> str:
    (finding,) = read(DECK, data).diagnostics
    editor = SourceEditor(data.decode())
    editor.make(finding.edits)
    return editor.text()


@pytest.mark.parametrize("name", SLIPS)
def test_one_message_names_the_slip(name):
    old, new, line, message = SLIPS[name]
    sound = DECK.read_text("utf-8")
    assert sound.count(old) == 1
    found = [
        each for each in read(DECK, sound.replace(old, new).encode()).diagnostics if each.severity is Severity.ERROR
    ]
    assert [(each.span.file.line(each.span.line).strip(), each.text()) for each in found] == [(line, message)]
