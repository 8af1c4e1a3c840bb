"""Whatever stands in the file: a deck or findings, never an exception."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics.render import FORMATS, render
from deckbuild.reader import read
from sampling import examples

DECK = (Path(__file__).parent.parent / "deck.yaml").read_text("utf-8")
BROKEN = [path.read_bytes().decode("utf-8", "replace") for path in sorted(Path(__file__).parent.glob("broken/*.yaml"))]
SIGNS = "\t\n :-[]{}\"'*&!|>%@`#,?\\<“”–•~=.()æ1\u00a0\u200b\u2028\x0b\x00\ufeff"
WORDS = ["---\n", "- ", "  ", "\n  - ", "{a: ", "[[", "**", "](", "]{lang=en}", "null", "- title: ", ">-\n", "|\n"]
BITS = [*SIGNS, *WORDS]


def check(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        path.write_bytes(data)
        result = read(path)
    assert (result.deck is None) == result.diagnostics.has_errors
    for form in FORMATS:
        render(result.diagnostics, form)  # type: ignore[arg-type]
    for found in result.diagnostics:
        assert found.span is not None
        assert 1 <= found.span.line <= max(len(found.span.file.lines), 1)
        assert 1 <= found.span.column <= len(found.span.file.line(found.span.line)) + 2
        assert (found.span.line, found.span.column) <= (found.span.end_line, found.span.end_column)


@examples(30, 200)
def test_any_bytes(examples: int) -> None:
    @given(st.binary(max_size=300))
    @settings(max_examples=examples, deadline=None)
    @example(b"\r\x01\x80")
    @example(b"[" * 100_000)
    @example(b"- " * 100_000)
    @example(b"deck: &a [*a]\nslides: *a\n")
    @example(b"deck: {title: A}\nslides: [" + b"{title: A, bullets: [" * 70 + b"]}" * 70 + b"]\n")
    def holds(data: bytes) -> None:
        check(data)

    holds()


@examples(30, 300)
def test_any_yaml(examples: int) -> None:
    @given(
        st.lists(st.sampled_from([*"ab:-[]{}\"'#&*!|>%@ \n\t,?", "deck:", "slides:", "- "]), max_size=150).map("".join)
    )
    @settings(max_examples=examples, deadline=None)
    @example(" !")
    @example("- title: A\n  bullets: [!, b]\n")
    @example("- title: {}\n")
    @example("  - [title: A\n    b: c\nhandout: d\n  - title: E\n")
    def holds(text: str) -> None:
        check(("deck:\n  title: A\nslides:\n" + text).encode())

    holds()


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from([DECK[9000:14000], *BROKEN]))
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["insert", "delete", "move", "indent"])):
            case "insert":
                text = text[:at] + draw(st.sampled_from(BITS)) + text[at:]
            case "delete":
                text = text[:at] + text[at + draw(st.integers(1, 15)) :]
            case "move":
                other = draw(st.integers(0, len(text)))
                text = text[:at] + text[other : other + draw(st.integers(1, 60))] + text[at:]
            case _:
                lines = text.split("\n")
                number = draw(st.integers(0, len(lines) - 1))
                lines[number] = " " * draw(st.integers(0, 9)) + lines[number].lstrip()
                text = "\n".join(lines)
    return text


@pytest.mark.slow
@given(mutated())
@example("deck:\n  title: A\nslides:\n  - title: B\n    notes: |\n       \n \n    text: C\n")
@settings(max_examples=300, deadline=None)
def test_mutated_decks(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))
