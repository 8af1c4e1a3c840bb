"""Whatever stands in the file: a deck or findings, never an exception."""

from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics.render import FORMATS, render
from deckbuild.reader import read
from fuzz.decks import mutated
from sampling import examples

DECK = (Path(__file__).parent.parent / "deck.yaml").read_text("utf-8")
BROKEN = [path.read_bytes().decode("utf-8", "replace") for path in sorted(Path(__file__).parent.glob("broken/*.yaml"))]


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
    @example(b"deck:\n  title: A\nslides:\n  - title: B\n    notes: |\n       \n \n    text: C\n")
    @example(b"deck: &a [*a]\nslides: *a\n")
    @example(
        b"deck:\nslides:\n    ladder:\n        - head: A\n      steps:\n        - left: B\n      [1]: >-\n  - title: C"
    )
    @example(b"deck:\nslides:\n      Nu\n      # 1 sted\n      i byen\n  - title: Fra en mail")
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
    @example("- title: A\n  agenda:\n    - Ord og mange flere ord, som ikke er en nøgle i et program: 9.20-10.00\n")
    @example("  - [title: A\n    b: c\nhandout: d\n  - title: E\n")
    def holds(text: str) -> None:
        check(("deck:\n  title: A\nslides:\n" + text).encode())

    holds()


@pytest.mark.slow
@given(st.sampled_from([DECK[9000:14000], *BROKEN]), st.randoms(use_true_random=True))
@settings(max_examples=300, deadline=None)
def test_mutated_decks(text: str, chance: random.Random) -> None:
    check(mutated(text, chance).encode("utf-8", "surrogatepass"))
