"""docs/diagnostics.md: every finding of the source is on it, with its cause and an example, or why there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diagnostic_codes import severities, told
from make_diagnostics import example, words


def test_every_code_of_the_source_has_its_words():
    assert [*words()] == sorted(severities())


def test_every_code_that_is_told_was_found_in_the_source():
    """Reading the source may miss a code; the messages of tests/broken are a second witness."""
    texts = (path.read_text("utf-8") for path in (Path(__file__).parent / "broken").glob("*.txt"))
    codes = {code for text in texts for code in re.findall(r"^\w+\[([a-z0-9-]+)\]:", text, re.MULTILINE)}
    assert codes
    assert codes <= {*severities()}


def test_causes_are_one_sentence():
    said = {text for place in told() for text in (*place.message, *place.remedy)}
    for code, about in words().items():
        cause = about["cause"]
        assert re.fullmatch(r"[`A-ZÆØÅ].*[A-Za-z`]\.", cause), code
        assert ". " not in cause, code
        assert cause not in said, code


@pytest.mark.parametrize("code", words())
def test_example_or_why_there_is_none(code):
    said = words()[code]
    assert not ("example" in said and "needs" in said)
    shown = example(code)
    assert (shown is None) == ("needs" in said)
    if shown is None:
        assert all(place.message and place.remedy for place in told() if place.code == code)
    else:
        assert f"[{code}]" in shown.said
        assert shown.deck or "bytes" in said
        assert len(shown.deck.splitlines()) <= 16
