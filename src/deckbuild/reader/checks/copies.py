"""Slides that stand in the file twice, line for line: copies that were left behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.diagnostics import Span
from deckbuild.model.deck import Slide
from deckbuild.reader.context import Reading

_MUCH = 20
"""With fewer words below its first line a slide may be meant to come again, such as a break or a programme."""
_WORD = re.compile(r"[^\W\d_]+")


def check_copies(slides: Sequence[Slide], reading: Reading) -> None:
    """Warn of a slide whose lines are those of an earlier one. Right after it, a copy of any size is told."""
    seen: dict[tuple[str, ...], tuple[int, Span]] = {}
    for number, slide in enumerate(slides, 1):
        if slide.span is None or slide.opens_section:
            continue
        place = slide.span
        lines = [place.file.line(each).strip() for each in range(place.line, place.end_line + 1)]
        written = tuple(line for line in lines if line and not line.startswith("#"))
        first, earlier = seen.setdefault(written, (number, place))
        if first == number:
            continue
        words = sum(len(_WORD.findall(line)) for line in written[1:])
        if words < _MUCH and not (words and first == number - 1):
            continue
        reading.warning(
            "same-slide",
            Span.of_lines(place.file, place.line, place.line),
            "This slide is the same as slide {number} on line {line}, word for word.",
            "If it is a copy that was left behind, delete the lines {first} to {last}. If it is to be shown twice, "
            "give one of the two a name of its own under its title: `id: {id}`.",
            number=first,
            line=earlier.line,
            first=place.line,
            last=place.end_line,
            id=slide.id,
        )
