"""How much a deck may hold: what is beyond is refused at its place, before work is done on it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckbuild.pipeline.check import check_deck
from deckbuild.reader.fix import mend

HEAD = "deck: {title: A, language: en}\nslides:\n"
TOO_MUCH = {
    "a title of 900 kB": (f"{HEAD}  - title: {'word ' * 180_000}\n    bullets: [a]\n", "long-text", 3),
    "a line of 900 kB": (f"{HEAD}  - title: B\n    bullets: ['{'word ' * 180_000}']\n", "long-text", 4),
    "running text": (f"{HEAD}  - title: B\n    text: |\n      {'word ' * 180_000}\n", "long-text", 5),
    "a picture pasted as letters": (f"{HEAD}  - title: B\n    text: {'iVBORw0KGgo' * 10_000}\n", "long-text", 4),
    "a word": (f"{HEAD}  - title: B\n    text: a {'iVBORw0KGgo' * 200} b\n", "long-text", 4),
    "a table": (
        f"{HEAD}  - title: B\n    table:\n      columns: [a, b, c, d]\n      rows:\n"
        + "        - [a, b, c, d]\n" * 1500,
        "wrong-count",
        5,
    ),
    "slides": (HEAD + "".join(f"  - title: B{n}\n    bullets: [a]\n" for n in range(10_000)), "wrong-count", 2003),
    "slides with faults": (
        HEAD + "".join(f"  - titel: B{n}\n    dots: [a]\n" for n in range(10_000)),
        "wrong-count",
        2003,
    ),
    "the whole file": (f"{HEAD}  - title: B\n" + "    # word\n" * 120_000, "not-a-deck", 1),
}
"""What there is too much of -> the deck, the finding and its line."""


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_told_once_and_at_once(name: str, tmp_path: Path):
    text, code, line = TOO_MUCH[name]
    path = tmp_path / "deck.yaml"
    path.write_text(text, "utf-8")
    began = time.process_time()
    found = [(each.code, each.span.line if each.span else 0) for each in check_deck(path)]
    assert found == [(code, line)]
    assert time.process_time() - began < 3


@pytest.mark.parametrize("letters", [25_000, 50_000])
def test_a_long_text_takes_time_by_its_length(letters: int, tmp_path: Path):
    """Two slides' worth of a paragraph, or a hundred: the time grows with the letters and not with their square."""
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}  - title: B\n    bullets: ['{'word ' * (letters // 5)}']\n", "utf-8")
    began = time.process_time()
    assert not check_deck(path).has_errors
    assert time.process_time() - began < letters / 10_000


@pytest.mark.parametrize("count", [20, 200])
def test_what_helps_is_mended_though_something_beside_it_does_not(count: int, tmp_path: Path):
    """`bulets` may become `bullets` on every slide; what is offered for `foo` leads to another fault."""
    path = tmp_path / "deck.yaml"
    path.write_text(HEAD + "".join(f"  - title: B{n}\n    bulets: [a]\n    foo: 3\n" for n in range(count)), "utf-8")
    mended = mend(path)
    assert mended.after.count(b"bullets:") == count
    assert mended.after.count(b"foo:") == count


def test_a_fault_at_the_end_of_a_long_line_is_mended_at_once(tmp_path: Path):
    """Columns count composed letters; a line that was typed on a Mac may have letters in two parts."""
    path = tmp_path / "deck.yaml"
    words = ", ".join(["bla\u030abær"] * 3_000)
    path.write_text(f"{HEAD}  - {{title: B, bullets: [{words}], bulets: [a]}}\n".replace("bullets", "cards_"), "utf-8")
    began = time.process_time()
    mend(path)
    assert time.process_time() - began < 3
