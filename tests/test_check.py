"""How findings are written, and what ``deckbuild check`` answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.cli.commands.check import check
from deckbuild.diagnostics import Diagnostics, SourceFile, Span
from deckbuild.diagnostics.render import render, summary

DECK = Path(__file__).parent.parent / "deck.yaml"


def one(line: str, column: int, end: int, path: str = "deck.yaml", **args: object) -> Diagnostics:
    diagnostics = Diagnostics()
    file = SourceFile(Path(path), f"slides:\n{line}\n")
    diagnostics.error("some-code", Span(file, 2, column, 2, end), "The {what} is wrong.", "Try {other}.", **args)
    return diagnostics


SIMPLE = {"what": "word", "other": "another"}


def test_full() -> None:
    assert render(one("  - titel: Prøve", 5, 10, **SIMPLE)).splitlines() == [
        "error[some-code]: The word is wrong.",
        " --> deck.yaml:2:5",
        "  |",
        "1 | slides:",
        "2 |   - titel: Prøve",
        "  |     ^^^^^",
        "  |",
        "  = help: Try another.",
    ]


@pytest.mark.parametrize(
    ("line", "column", "shown", "carets"),
    [
        ("\t\t- x", 3, "        - x", "        ^"),
        ("a: 漢字 x", 7, "a: 漢字 x", "        ^"),
        ("a: e\u0301 x", 7, "a: e\u0301 x", "     ^"),
        ("a: 😀 x", 6, "a: 😀 x", "      ^"),
        ("a:\u00a0x", 3, "a: x", "  ^"),
    ],
    ids=["tabs", "wide", "accent", "emoji", "non-breaking-space"],
)
def test_caret_stands_under_its_letter(line: str, column: int, shown: str, carets: str) -> None:
    lines = render(one(line, column, column + 1, **SIMPLE)).splitlines()
    assert lines[4:6] == [f"2 | {shown}", f"  | {carets}"]


@pytest.mark.parametrize("column", [1, 90, 180, 399])
def test_long_line_shows_the_place(column: int) -> None:
    line = "x" * (column - 1) + "HER" + "y" * (400 - column)
    shown, carets = render(one(line, column, column + 3, **SIMPLE)).splitlines()[-4:-2]
    assert len(shown) <= 116
    start = carets.index("^")
    assert shown[start : start + 3] == "HER"


def test_span_of_several_lines_marks_the_first() -> None:
    diagnostics = Diagnostics()
    file = SourceFile(Path("deck.yaml"), "a: >-\n  en\n  to\n")
    diagnostics.warning("w", Span(file, 2, 3, 3, 5), "Long.")
    assert render(diagnostics).splitlines()[-2:] == ["  |   ^^", "  |"]


def test_color_only_when_asked() -> None:
    diagnostics = one("  - titel: Prøve", 5, 10, **SIMPLE)
    assert "\x1b[" not in render(diagnostics)
    colored = render(diagnostics, color=True)
    assert "\x1b[1;31merror[some-code]" in colored
    assert colored.count("\x1b[0m") == colored.count("\x1b[") / 2


def test_every_word_is_translated() -> None:
    danish = {
        "The {what} is wrong.": "{what} er forkert.",
        "Try {other}.": "Prøv {other}.",
        "error": "fejl",
        "help": "hjælp",
        "Found {what}.": "Fandt {what}.",
        "1 error": "1 fejl",
    }
    diagnostics = one("  - titel: Prøve", 5, 10, **SIMPLE)
    text = render(diagnostics, translate=danish.__getitem__)
    assert text.startswith("fejl[some-code]: word er forkert.")
    assert text.endswith("= hjælp: Prøv another.")
    assert summary(diagnostics, danish.__getitem__) == "Fandt 1 fejl."


def test_braces_in_a_value_are_text() -> None:
    assert "{x} {0}" in render(one("a", 1, 2, what="{x} {0}", other="{y"))


def test_concise() -> None:
    assert render(one("  - titel: Prøve", 5, 10, **SIMPLE), "concise") == "deck.yaml:2:5: some-code The word is wrong."


def test_json() -> None:
    (found,) = json.loads(render(one("  - titel: Prøve", 5, 10, **SIMPLE), "json"))
    assert found == {
        "code": "some-code",
        "severity": "error",
        "message": "The word is wrong.",
        "help": "Try another.",
        "file": "deck.yaml",
        "line": 2,
        "column": 5,
        "end_line": 2,
        "end_column": 10,
        "edits": [],
    }
    assert json.loads(render(Diagnostics(), "json")) == []


def test_github() -> None:
    diagnostics = one("  - titel: Prøve", 5, 10, path="a,b/deck.yaml", what="50 %", other="x\ny")
    assert render(diagnostics, "github") == (
        "::error file=a%2Cb/deck.yaml,line=2,col=5,endLine=2,endColumn=10,title=some-code"
        "::The 50 %25 is wrong.%0ATry x%0Ay."
    )


def test_check_of_the_course_day() -> None:
    result = CliRunner().invoke(check, [str(DECK)])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1].startswith(f"{DECK}: ")


@pytest.mark.parametrize("form", ["full", "concise", "json", "github"])
def test_check_of_a_broken_deck(form: str) -> None:
    broken = Path(__file__).parent / "broken" / "five-1-typing.yaml"
    result = CliRunner().invoke(check, [str(broken), "--format", form])
    assert result.exit_code == 1
    assert result.output.count("unknown-key") == 2
    assert "\x1b[" not in result.output
    if form == "json":
        assert len(json.loads(result.output)) == 5


def test_wrong_usage() -> None:
    assert CliRunner().invoke(check, ["--format", "poem"]).exit_code == 2


def test_no_deck_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(check, [])
    assert result.exit_code == 1
    assert "There is no file “deck.yaml”." in result.output
