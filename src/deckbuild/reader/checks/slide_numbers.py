"""Numbers of slides in comments that are no longer true, since slides were moved, added or removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from deckbuild.diagnostics import Edit, Span, Words
from deckbuild.editing import OtherWritingError, SourceOutline
from deckbuild.editing.slide_numbers import OWN, renumbered, speaks_of
from deckbuild.model.deck import Slide
from deckbuild.reader.context import Reading


def check_slide_numbers(slides: Sequence[Slide], reading: Reading) -> None:
    """Warn of comments ``# 25`` above slides that have another number; the edits number these comments anew.

    What other comments say of slides is the author's, and not changed: not all numbers in them are slides' numbers
    as of now. If such a comment stands above no slide, one may have lost its first line, and nothing is changed.

    Authors may count otherwise than the program, from the title slide for example. So a difference that most comments
    share is no fault.
    """
    above = {number: (line, found[1]) for number, slide in enumerate(slides, 1) if slide.span
             for line in (slide.span.line - 1,) if (found := OWN.match(reading.file.line(line)))}  # fmt: skip
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
        line: (written, str(number + usual))
        for number, (line, written) in above.items()
        if int(written) - number != usual and outline.is_comment(line)
    }
    if not stale:
        return
    astray = _astray([line for line, _ in above.values()], outline, reading)
    if astray:
        reading.warning(
            "stale-number",
            Span.of_lines(reading.file, astray, astray),
            "No slide begins below this comment with a slide's number.",
            "If the line with the slide's title is missing, write it below the comment: `- title: …`. If the slide "
            "was deleted, delete the comment too; then `deckbuild check --fix` numbers the others anew.",
        )
        return
    _report(stale, reading)


def _report(stale: Mapping[int, tuple[str, str]], reading: Reading) -> None:
    first = next(iter(stale))
    numbers = dict(stale.values())
    told = [str(line) for line, text in enumerate(reading.file.lines, 1)
            if line not in stale and speaks_of(text, numbers)]  # fmt: skip
    reading.warning(
        "stale-number",
        Span.of_lines(reading.file, first, first),
        "The number in this comment is no longer the slide's: it is slide {number}."
        if len(stale) == 1
        else "The numbers in the comments of {count} slides are no longer the slides' own; this one is slide {number}.",
        (
            "Write `# {number}`, or let `deckbuild check --fix` number all such comments anew.",
            "What other comments and texts say is not changed. See whether these numbers are still right: line {lines}."
            if told
            else "",
        ),
        number=int(stale[first][1]),
        count=len(stale),
        lines=Words(tuple(told)),
        edits=tuple(
            Edit(Span(reading.file, line, start + 1, line, end + 1), new)
            for line, (written, number) in stale.items()
            for start, end, new in renumbered(reading.file.line(line), {written: number})
        ),
    )


def _astray(marks: Sequence[int], outline: SourceOutline, reading: Reading) -> int:
    """Return the first line that is written like the marks above slides, among them, but no slide follows; else 0."""
    columns = {reading.file.line(line).index("#") for line in marks}
    return next((line for line in range(min(marks), max(marks)) if line not in marks
                 and OWN.match(reading.file.line(line)) and reading.file.line(line).index("#") in columns
                 and outline.is_comment(line)), 0)  # fmt: skip
