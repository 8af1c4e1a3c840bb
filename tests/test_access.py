"""What only authors can do for accessibility: descriptions and texts of links."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.reader import read

HUB = "    hub: {{center: A, fields: [B, C], alt: {0}}}"
TEXT = "    text: {0}"
CASES = [
    (HUB, "To felter om en midte", None),
    (HUB, "IMG_1234.jpg", "poor-alt"),
    (HUB, "bord.png", "poor-alt"),
    (HUB, "DSC 0012", "poor-alt"),
    (HUB, "Billede", "poor-alt"),
    (HUB, "et foto.", "poor-alt"),
    (HUB, "Billede 3 af en tavle", None),
    (HUB, "Ord " * 120, None),
    (HUB, "Ord " * 130, "long-alt"),
    (TEXT, "Se [kommunens strategi](https://kommunen.dk)", None),
    (TEXT, "Se strategien [her](https://kommunen.dk)", "vague-link"),
    (TEXT, "'[Klik her!](https://kommunen.dk)'", "vague-link"),
    (TEXT, "'[læs **mere**](https://kommunen.dk)'", "vague-link"),
    (TEXT, "'[https://kommunen.dk/a](https://kommunen.dk/a)'", "vague-link"),
    (TEXT, "'[www.kommunen.dk](https://kommunen.dk)'", "vague-link"),
    (TEXT, "'[her bor vi](https://kommunen.dk)'", None),
    (TEXT, "'[mere om støj](#stoej)'", None),
]


@pytest.mark.parametrize(("content", "words", "code"), CASES, ids=[case[1][:40] for case in CASES])
def test_warning(tmp_path: Path, content: str, words: str, code: str | None) -> None:
    deck = f"deck: {{title: Prøve}}\nslides:\n  - title: Støj\n    id: stoej\n{content.format(words.strip())}\n"
    (tmp_path / "deck.yaml").write_text(deck, "utf-8")
    result = read(tmp_path / "deck.yaml")
    assert result.deck is not None, [d.text() for d in result.diagnostics]
    assert [(d.code, d.span.line if d.span else 0) for d in result.diagnostics] == ([(code, 5)] if code else [])


def test_in_notes_and_figures_too(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(
        "deck: {title: Prøve}\n"
        "figures:\n  bord:\n    hub: {center: A, fields: [B, C]}\n    alt: figur\n"
        "slides:\n  - title: Støj\n    figure: bord\n    notes: |\n      Først dette.\n\n      Så [her](https://kommunen.dk).\n",
        "utf-8",
    )
    found = [(d.code, f"{d.span.line}:{d.span.column}") for d in read(tmp_path / "deck.yaml").diagnostics if d.span]
    assert found == [("poor-alt", "5:10"), ("vague-link", "12:11")]
