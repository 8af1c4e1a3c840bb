"""A sign # after a space makes a comment of the rest of a line: no text is lost by it, or sealed off, in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckbuild.reader import read
from deckbuild.reader.fix import mend

HEAD = "deck:\n  title: Kursus\nslides:\n"


def scalars(text: str) -> list[str]:
    return [event.value for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)]


LINES = """
  - title: Sal # 4|"Sal # 4"
  - title: Sal  # 4|"Sal  # 4"
  - title: Vi er #1|"Vi er #1"
  - title: Lokale # 4: stuen|"Lokale # 4: stuen"
  - title: Et "godt" sted # 4|'Et "godt" sted # 4'
  - title: Velkommen # husk kaffe|Velkommen # husk kaffe
  - title: Velkommen #husk|Velkommen #husk
  - title: Velkommen  # husk kaffe|
  - title: Velkommen # -----|
  - title: "Velkommen" # 4|
"""


@pytest.mark.parametrize(("line", "mended"), [row.rsplit("|", 1) for row in LINES.strip("\n").split("\n")])
def test_a_text_that_ends_at_a_sign_is_told_unless_a_comment_is_sure(line: str, mended: str, tmp_path: Path) -> None:
    """Two spaces and a word, or no word at all, are a comment for sure. A number is put in quotes with the text."""
    file = tmp_path / "deck.yaml"
    file.write_text(f"{HEAD}{line}\n    text: Hej\n", "utf-8")
    found = [(each.code, each.span.line) for each in read(file).diagnostics if each.span]
    assert found == ([("text-cut-short", 4)] if mended else [])
    assert mend(file).after.decode().splitlines()[3] == (f"  - title: {mended}" if mended else line)


@pytest.mark.parametrize(
    "value", ["lines: 4 # fire", "lines: 4 #fire", "answer: lines # x", "answer: [word, lines] # 4"]
)
def test_a_comment_after_what_is_no_text_is_not_told(value: str, tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(
        f"{HEAD}  - title: A\n    reflection:\n      - ask: Hvad? # nu\n        {value}\n".replace(" # nu", "")
    )
    assert not len(read(file).diagnostics)


@pytest.mark.parametrize("sign", ["# 4", "# b"])
@pytest.mark.parametrize(
    "line",
    [
        "  - title: A\n    bullets:\n      - Mødested: sal @",
        "  - title: A\n    bullets:\n      -Sal @",
        "  - title: A\n    bullets:\n      • Sal @",
        "  - title: A\n    bullets: sal, stue @",
        "  - title: A\n    bullets:\n      - 'n sal @",
        "  - title:Sal @\n    text: Hej",
        "  - title: “Sal: @”\n    text: Hej",
        "  - title: Sal: @\n    text: Hej",
        "  - title: [Udkast] Sal @\n    text: Hej",
        "  - title: &sal @\n    text: Hej",
        "  - title: %sal @\n    text: Hej",
        "  - title: > sal @\n    text: Hej",
        '  - title: "Sal" nord @\n    text: Hej',
        "  - title: A\n    tekst: Sal @",
        "  - title: A\n    text: Sal\n      nord @\n      syd",
        "  - title: A\n    handout: skip @",
        "  - title: A\n    agenda:\n      - 9.00 Sal @",
        "  - title: A\n    reflection:\n      - {ask: Sal @, lines: 3}",
    ],
)
def test_no_mend_seals_off_what_was_cut(line: str, sign: str, tmp_path: Path) -> None:
    """What stands after the sign is in a text afterwards, or the line has a finding still."""
    file = tmp_path / "deck.yaml"
    file.write_text(HEAD + line.replace("@", sign) + "\n", "utf-8")
    after = mend(file).after
    left = [each for each in read(file, after).diagnostics if each.span]
    assert left or any(sign in text for text in scalars(after.decode()))
