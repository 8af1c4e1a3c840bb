"""A line with a wrong indentation, found by reading the file with the line a little further in or out.

YAML tells a wrong indentation late, or takes it for another structure, so that what is reported is a consequence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import yaml

from deckbuild.diagnostics import Counted, Diagnostic, Diagnostics, Edit, Severity, SourceFile, Span
from deckbuild.reader.language.top_keys import TopKey
from deckbuild.reader.language.vocabulary import all_words

_STEPS = (-2, 2, -1, 1, -4, 4, -3, 3)
"""By how many spaces a line is moved on trial."""
_MOST_LINES = 3000
"""Of a longer file no line is tried: each trial reads the file."""
_FIRST = 3
"""Around how many of the first errors lines are tried."""
_OF_INDENTATION = ("wrong-indent", "text-not-indented")
"""Codes after which any line is tried. After others only lines that begin with a key are."""
_KEY = re.compile(r" *(?:- +)*([a-z-]+) *:(?=\s|$)")
_TOP = re.compile(rf"(?:{'|'.join(TopKey)}):")
"""A key of the top at the very left: it is not moved because of a fault beside it."""
_BEGIN = re.compile(r"(?P<indent> *)(?P<dash>- +)*")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Read = Callable[[SourceFile], Diagnostics]


@dataclass(frozen=True, slots=True)
class _Trial:
    """A file with some of its lines moved."""

    lines: range
    """From 1."""
    step: int
    text: str
    found: Diagnostics
    content: object
    """What YAML reads."""


def without_misplaced_line(file: SourceFile, found: Diagnostics, read: Read) -> Diagnostics:
    """Return the findings with one about a misplaced line in the place of those that it causes.

    There must be one place at which the line, or it and the lines under it, makes errors go and brings none. If there
    are several that mean different things, the findings are returned as they are.
    """
    errors = [each for each in found if each.severity is Severity.ERROR and each.span and each.span.file is file]
    if not errors or len(file.lines) > _MOST_LINES:
        return found
    before = _places(found)
    any_line = errors[0].code in _OF_INDENTATION
    trials = [
        trial
        for lines in _candidates(file, errors)
        if any_line or ((key := _KEY.match(file.line(lines[0]))) and key[1] in all_words())
        for trial in _trials(file, lines, read)
        if _places(trial.found) < before
    ]
    least = min((len([*trial.found]) for trial in trials), default=0)
    best = [trial for trial in trials if len([*trial.found]) == least]
    if not best or any(trial.content != best[0].content for trial in best):
        return found
    return Diagnostics([_report(file, best[0]), *(_in(file, each) for each in best[0].found)])


def _in(file: SourceFile, found: Diagnostic) -> Diagnostic:
    """Return a finding of a trial as one of the file, which has the same lines but for those that were moved."""

    def placed(span: Span) -> Span:
        return replace(span, file=file) if span.path == file.path else span

    edits = tuple(Edit(placed(each.span), each.text) for each in found.edits)
    return replace(found, span=placed(found.span) if found.span else None, edits=edits)


def _places(found: Diagnostics) -> Counter[tuple[str, int]]:
    """Return the errors by code and line."""
    return Counter((each.code, each.span.line if each.span else 0) for each in found if each.severity is Severity.ERROR)


def _candidates(file: SourceFile, errors: list[Diagnostic]) -> list[range]:
    """Return the lines to try: those of the first errors and those beside them, each alone and with those under it."""
    written = [n for n, line in enumerate(file.lines, 1) if _written(line)]
    found: dict[range, None] = {}
    for error in errors[:_FIRST]:
        line = error.span.line if error.span else 0
        below = next((at for at, number in enumerate(written) if number >= line), len(written))
        for number in written[max(below - 1, 0) : below + 2]:
            if number != line and _TOP.match(file.line(number)):
                continue
            found[range(number, number + 1)] = None
            found[range(number, _end(file, number))] = None
    return [*found]


def _end(file: SourceFile, number: int) -> int:
    """Return the line after those that stand further in than line ``number``, which they follow."""
    own = _indent(file.line(number))
    below = range(number + 1, len(file.lines) + 1)
    return next((n for n in below if file.line(n).strip() and _indent(file.line(n)) <= own), len(file.lines) + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _trials(file: SourceFile, lines: range, read: Read) -> Iterator[_Trial]:
    own = _indent(file.line(lines[0]))
    for step in _STEPS:
        if own + step < 0 or not _usual(file, lines[0], own + step):
            continue
        moved = [*file.lines]
        for number in lines:
            line = file.line(number)
            moved[number - 1] = " " * max(_indent(line) + step, 0) + line.lstrip(" ") if line.strip() else line
        text = "\n".join(moved) + "\n"
        try:
            content = yaml.load(text, Loader=_LOADER)  # noqa: S506  (texts only)
        except (yaml.YAMLError, RecursionError):
            continue
        yield _Trial(lines, step, text, read(SourceFile(file.path, text)), content)


def _usual(file: SourceFile, number: int, column: int) -> bool:
    """Whether a line may stand in a column: one step under the key above it, or where others like it stand."""
    above = next((line for line in reversed(file.lines[: number - 1]) if _written(line)), "")
    own, before = _BEGIN.match(file.line(number)), _BEGIN.match(above)
    if before and above.rstrip().endswith(":"):
        return column == before.end() + 2
    columns = set[int]()
    for other, line in enumerate(file.lines, 1):
        match = _BEGIN.match(line)
        if match and other != number and _written(line):
            columns |= {match.end("indent")} if own and own["dash"] and match["dash"] else {match.end()}
    return column % 2 == 0 and (not column or column in columns)


def _written(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _report(file: SourceFile, trial: _Trial) -> Diagnostic:
    first, last = trial.lines[0], trial.lines[-1]
    now = _indent(file.line(first))
    found = Diagnostics()
    far, near = "This line is indented too far.", "This line is not indented far enough."
    if last > first:
        far, near = (
            "The lines {first} to {last} are indented too far.",
            "The lines {first} to {last} are not indented far enough.",
        )
    where = "Begin it at the very left."
    if now + trial.step:
        where = "Begin it {spaces} from the left, not {now}."
    if last > first:
        where = "Move them out by {step}." if trial.step < 0 else "Move them in by {step}."
    found.error(
        "wrong-indent",
        Span.of_lines(file, first, first),
        far if trial.step < 0 else near,
        where,
        first=first,
        last=last,
        now=now,
        spaces=Counted(now + trial.step, "1 space", "{count} spaces"),
        step=Counted(abs(trial.step), "1 space", "{count} spaces"),
        edits=tuple(_moved(file, number, trial.step) for number in trial.lines if file.line(number).strip()),
    )
    return next(iter(found))


def _moved(file: SourceFile, number: int, step: int) -> Edit:
    out = min(_indent(file.line(number)), max(-step, 0))
    return Edit(Span(file, number, 1, number, out + 1), " " * max(step, 0))
