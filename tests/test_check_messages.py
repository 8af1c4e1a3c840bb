"""Every deck in tests/broken has what the user is told of it beside it: .txt in English, .da.txt in Danish.

``pytest tests/test_check_messages.py --update-references`` writes the texts anew; read the diff before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.diagnostics.render import render, summary
from deckbuild.locales import translator
from deckbuild.reader import read

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


ENDINGS = {"en": ".txt", "da": ".da.txt"}


def reported(name: str, language: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(BROKEN)
    result = read(Path(f"{name}.yaml"))
    assert (result.deck is None) == result.diagnostics.has_errors
    translate = translator(language)
    return f"{render(result.diagnostics, translate=translate)}\n\n{summary(result.diagnostics, translate)}\n"


@pytest.mark.parametrize("language", ENDINGS)
@pytest.mark.parametrize("name", CASES)
def test_message(name: str, language: str, monkeypatch: pytest.MonkeyPatch, *, update_references: bool) -> None:
    text = reported(name, language, monkeypatch)
    reference = BROKEN / f"{name}{ENDINGS[language]}"
    if update_references:
        reference.write_text(text, "utf-8")
    assert reference.is_file(), f"{reference} is missing: run pytest with --update-references and read what it says"
    assert text == reference.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_fault_is_told_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One fault gives one finding on its line, and a deck called five-… at least five."""
    monkeypatch.chdir(BROKEN)
    found = list(read(Path(f"{name}.yaml")).diagnostics)
    assert len(found) >= (5 if name.startswith("five-") else 1)
    lines = [d.span.line for d in found if d.span]
    assert len(lines) == len(found)


def test_no_reference_without_deck() -> None:
    assert sorted(path.name for path in BROKEN.glob("*.txt")) == sorted(n + e for n in CASES for e in ENDINGS.values())
