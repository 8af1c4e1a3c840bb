"""A check for slides that still have the draft text which ``next`` writes."""

from __future__ import annotations

from deckbuild.diagnostics import Span, Words
from deckbuild.locales import every_language
from deckbuild.model.deck import Deck
from deckbuild.model.walk import blocks
from deckbuild.reader.context import Reading

_MOST_NAMED = 5
"""How many lines the message names: with all lines it could be as long as the list of slides."""


def check_placeholders(deck: Deck, reading: Reading) -> None:
    """Report all slides that still have a draft text, in one warning at the first of them."""
    waiting = {language.next_day.placeholder for language in every_language()}
    found: list[tuple[str, Span]] = []
    for slide in deck.slides:
        texts = [text for block in blocks(slide.body) for text in block.drafted]
        place = next((text.span for text in texts if text.plain.strip() in waiting), None)
        if place:
            found.append((next(text.plain.strip() for text in texts if text.span is place), place))
    if not found:
        return
    text, place = found[0]
    lines = [str(where.line) for _, where in found]
    where = "They stand on lines {lines}." if len(lines) <= _MOST_NAMED else "The first of them stand on lines {lines}."
    reading.warning(
        "placeholder",
        place,
        "One slide still has the text “{text}”." if len(lines) == 1 else "{count} slides still have the text “{text}”.",
        ("Write what belongs there, or delete the slide.", where if len(lines) > 1 else ""),
        count=len(lines),
        text=text,
        lines=Words(tuple(lines[:_MOST_NAMED])),
    )
