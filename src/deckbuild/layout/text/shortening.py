"""Text on one line, shortened where it is too long."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from deckbuild.layout.text.line_breaking import run_style
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, text_width
from deckbuild.model.text import Text
from deckbuild.units import Pt


def shortened(text: Text, style: ParStyle, width: Pt, settings: TextSettings) -> Text:
    """Return ``text``, shortened to one line of ``width`` points if it must be: after a word, or else after a letter.

    A shortened text ends with an ellipsis.
    """
    if sum(
        text_width(
            r.text,
            run_style(r, bold=style.bold, italic=style.italic, family=settings.family_of(style)),
            style.step.size,
        )
        for r in text.runs
    ) <= (width * settings.fill):
        return text
    runs = [replace(run, source=None) for run in text.runs]

    def too_long(tried: Text) -> bool:
        return len(set_par(tried, style, width, settings).lines) > 1

    for cut_of in (_after_words, _after_letters):
        for count in reversed(range(len(runs))):
            *before, last = runs[: count + 1]
            cuts = cut_of(last.text, alone=not before)
            tried = [Text((*before, replace(last, text=cut)), text.span) for cut in cuts]
            fitting = bisect_left(tried, True, key=too_long)
            if fitting:
                return tried[fitting - 1]
    return Text((), text.span)


def _after_words(text: str, *, alone: bool) -> list[str]:
    """Return a text cut after each word, and before the first unless it stands ``alone``."""
    words = text.split(" ")
    return [" ".join([*words[:count], "…"]) for count in range(int(alone), len(words))]


def _after_letters(text: str, *, alone: bool) -> list[str]:  # noqa: ARG001
    """Return a text cut after each letter, and before the first."""
    return [text[:count] + "…" for count in range(len(text))]
