"""Every deck in tests/broken has what the user is told of it beside it: .txt in English, .da.txt in Danish.

So it has for each language that is complete.

``pytest tests/test_check_messages.py --update-references`` writes the texts anew; read the diff before you commit it.
"""

from __future__ import annotations

from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.diagnostics.render import render, summary
from deckbuild.locales import SOURCE, translator
from deckbuild.reader import read
from messages import COMPLETE

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


ENDINGS = {code: ".txt" if code == SOURCE else f".{code}.txt" for code in COMPLETE}


@cache
def found(name: str) -> Diagnostics:
    with chdir(BROKEN):
        result = read(Path(f"{name}.yaml"))
    assert (result.deck is None) == result.diagnostics.has_errors
    return result.diagnostics


def reported(name: str, language: str) -> str:
    translate = translator(language)
    return f"{render(found(name), translate=translate)}\n\n{summary(found(name), translate)}\n"


@pytest.mark.parametrize("name", CASES)
def test_messages(name: str, *, update_references: bool) -> None:
    for language, ending in ENDINGS.items():
        text = reported(name, language)
        reference = BROKEN / f"{name}{ending}"
        if update_references:
            reference.write_text(text, "utf-8")
        assert reference.is_file(), f"no {reference}: run pytest with --update-references and read what it says"
        assert text == reference.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_fault_is_told_once(name: str) -> None:
    """One fault gives one finding on its line, and a deck called five-… at least five."""
    assert len(found(name)) >= (5 if name.startswith("five-") else 1)
    lines = [each.span.line for each in found(name) if each.span]
    assert len(lines) == len(found(name))


def test_no_reference_without_deck() -> None:
    assert sorted(path.name for path in BROKEN.glob("*.txt")) == sorted(n + e for n in CASES for e in ENDINGS.values())
