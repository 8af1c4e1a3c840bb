"""The page of all findings: what the program says itself, with a cause and an example for each."""

from __future__ import annotations

import contextlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuild.diagnostics import Diagnostic, Diagnostics
from deckbuild.diagnostics.render import render
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.reader import read
from diagnostic_codes import severities, told

DOCS = Path(__file__).parent
BROKEN = DOCS.parent / "tests" / "broken"
HEAD = """\
# Findings

Everything that deckbuild can tell, by its code. An *error* stops the build, a *warning* does not, and a *note* is only
worth knowing. A code keeps its meaning, so other programs may go by it. Where an example can't stand on this page the
message is shown with `{names}`, in place of which the program writes what it found.

Made by `python docs/make.py` from the program, from the decks in `tests/broken/` and from `docs/diagnostics.toml`,
which has the causes.
"""


@dataclass(frozen=True)
class Example:
    """A deck with a fault, and what the program says of it."""

    deck: str
    said: str


@cache
def words() -> dict[str, dict[str, str]]:
    """Return what ``docs/diagnostics.toml`` says, by code."""
    return tomllib.loads((DOCS / "diagnostics.toml").read_text("utf-8"))


@cache
def smallest() -> dict[str, Path]:
    """Return for each code the deck of ``tests/broken`` that has fewest other findings, and of these the smallest."""
    found: dict[str, tuple[int, int, Path]] = {}
    with contextlib.chdir(BROKEN):  # its decks name pictures beside them, and findings name the deck as it was given
        for path in sorted(Path().glob("*.yaml")):
            diagnostics = read(path).diagnostics
            for code in {each.code for each in diagnostics}:
                size = (len(diagnostics), path.stat().st_size, path)
                found[code] = min(found.get(code, size), size)
    return {code: path for code, (_, _, path) in found.items()}


def example(code: str) -> Example | None:
    """Return the example of a code, if there is one.

    Raises:
        ValueError: the example that ``docs/diagnostics.toml`` has lacks the finding.

    """
    own = words()[code].get("example")
    if own:
        with TemporaryDirectory() as folder, contextlib.chdir(folder):
            Path("deck.yaml").write_text(own, "utf-8")
            _, diagnostics = lay_out_deck(Path("deck.yaml"))
        return Example(own, _said(code, diagnostics))
    if "needs" in words()[code] or code not in smallest():
        return None
    with contextlib.chdir(BROKEN):
        diagnostics = read(smallest()[code]).diagnostics
    deck = "" if "bytes" in words()[code] else (BROKEN / smallest()[code]).read_bytes().decode("utf-8")
    return Example(deck, _said(code, diagnostics))


def _said(code: str, diagnostics: Diagnostics) -> str:
    found: list[Diagnostic] = [each for each in diagnostics if each.code == code]
    if not found:
        raise ValueError(f"the example of {code} has {[each.code for each in diagnostics]}")
    return render(Diagnostics(found[:1]))


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(_entry(code, severity) for code, severity in severities().items())])


def _entry(code: str, severity: str) -> str:
    said = words()[code]
    parts = [f"## {code}\n", f"*{severity.capitalize()}.* {said['cause']}\n"]
    shown = example(code)
    if shown is None:
        parts += [_templates(code), f"An example needs {said['needs']}.\n"]
    else:
        deck = f"The file of the example is {said['bytes']}.\n" if "bytes" in said else _fenced("yaml", shown.deck)
        parts += [deck, _fenced("text", shown.said)]
    return "\n".join(parts)


def _fenced(kind: str, text: str) -> str:
    fence = "````" if "```" in text else "```"
    return f"{fence}{kind}\n{text.strip(chr(10))}\n{fence}\n"


def _templates(code: str) -> str:
    """Return what is said of a code without an example, and what is advised, with their ``{names}``."""
    rows = ["| message | remedy |", "|---|---|"]
    pairs = sorted({(place.message, place.remedy) for place in told() if place.code == code})  # wherever they are told
    rows += [f"| {'<br>'.join(message)} | {'<br>'.join(remedy)} |" for message, remedy in pairs]
    return "\n".join(rows).replace("{{", "{").replace("}}", "}") + "\n"
