"""Numbers of slides in comments that are no longer true, since slides were moved, added or removed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from deckbuild.diagnostics import Edit, Span
from deckbuild.editing import OtherWritingError, SourceOutline
from deckbuild.editing.slide_numbers import renumbered
from deckbuild.model.deck import Slide
from deckbuild.reader.context import Reading

_NUMBER = re.compile(r" *# (\d+)$")


def check_slide_numbers(slides: Sequence[Slide], reading: Reading) -> None:
    """Warn of comments ``# 25`` above slides that have another number; the edits number all comments anew.

    Authors may count otherwise than the program, from the title slide for example. So a difference that most comments
    share is no fault.
    """
    above = {number: (line, found[1]) for number, slide in enumerate(slides, 1) if slide.span
             for line in (slide.span.line - 1,) if (found := _NUMBER.match(reading.file.line(line)))}  # fmt: skip
    if not above or reading.repairs.shifts or reading.repairs.muted:
        return
    apart = Counter(int(written) - number for number, (_, written) in above.items())
    usual = 0 if apart[0] else apart.most_common(1)[0][0]
    if apart[usual] == len(above) or (usual and apart[usual] == 1):
        return
    try:
        outline = SourceOutline(reading.file)
    except OtherWritingError:
        return
    stale = {
        written: str(number + usual)
        for number, (line, written) in above.items()
        if int(written) - number != usual and outline.is_comment(line)
    }
    if not stale:
        return
    first = next(number for number, (_, written) in above.items() if written in stale)
    reading.warning(
        "stale-number",
        Span.of_lines(reading.file, above[first][0], above[first][0]),
        "The number in this comment is no longer the slide's: it is slide {number}."
        if len(stale) == 1
        else "The numbers in the comments of {count} slides are no longer the slides' own; this one is slide {number}.",
        "Write `# {number}`, or let `deckbuild check --fix` number all comments anew.",
        number=first + usual,
        count=len(stale),
        edits=tuple(
            Edit(Span(reading.file, line, start + 1, line, end + 1), new)
            for line in range(1, len(reading.file.lines) + 1)
            if outline.is_comment(line)
            for start, end, new in renumbered(reading.file.line(line), stale)
        ),
    )
