"""An error of the YAML parser, as data, and the rule that needs no function of its own to recognise one."""

from __future__ import annotations

import re

from yaml.error import MarkedYAMLError

from deckbuild.characters import named
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Edit, Span, Template
from deckbuild.reader.context import shortened
from deckbuild.reader.syntax.repair_buffer import Lines


@dataclass(slots=True)
class ParserFault:
    """One error of the YAML parser; lines and columns count from 0. ``problem`` and ``context`` are PyYAML's texts."""

    lines: Lines
    diagnostics: Diagnostics
    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int

    @property
    def written_line(self) -> int:
        """The line of the error, or the nearest line above it if that line is blank; -1 if there is none."""
        return self.lines.above(self.line) if self.lines.blank(self.line) else self.line

    def report(
        self,
        code: str,
        place: Span,
        message: str,
        hint: Template,
        *,
        edits: tuple[Edit, ...] = (),
        mended: tuple[int, str] | None = None,
        **args: object,
    ) -> bool:
        """Report the fault unless one was reported on its line before, and return True: the fault is recognised.

        ``mended`` is a line, from 0, and the text that YAML is to read there instead.
        """
        if place.line not in self.lines.repairs.muted:
            self.diagnostics.error(code, place, message, hint, edits=edits, **args)
        self.lines.repairs.muted.add(place.line)
        if mended:
            self.lines.lines[mended[0]] = mended[1]
        return True


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A rule for a sign that is wrong or missing at the beginning of a line.

    ``pattern`` matches the line up to there. Its group ``at`` is the place to report. What its group ``cut`` matches
    is to become ``write``; the group is empty where a sign is missing. Message and hint may use the names of further
    groups, and ``{text}`` for the rest of the line.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str
    write: str
    context: str = ""
    """What PyYAML was doing, in its words, if the rule is for that only."""
    alone: bool = False
    """Whether only a line alone is sure to be meant as ``write`` says."""

    def __call__(self, fault: ParserFault) -> bool:
        """Report the first line near the fault that the pattern matches. Returns whether there is one."""
        if self.context not in ("", fault.context):
            return False
        for number in (fault.line, fault.context_line, fault.lines.above(fault.line)):
            line = fault.lines[number]
            match = None if fault.lines.blank(number) else self.pattern.match(line)
            if match:
                start, end = match.span("cut")
                several = any(self.pattern.match(fault.lines.file.line(number + 1 + by)) for by in (-1, 1))
                return fault.report(
                    self.code,
                    fault.lines.span(number, *match.span("at")),
                    self.message,
                    self.hint,
                    edits=() if self.alone and several else fault.lines.swap(number, start, end, self.write),
                    mended=fault.lines.overwritten(number, start, self.write.ljust(end - start)),
                    text=shortened(line[end:]),
                    **{name: named(found) for name, found in match.groupdict().items()},
                )
        return False


def stumble(error: MarkedYAMLError, lines: Lines, diagnostics: Diagnostics) -> ParserFault:
    """Return an error of the parser as data. Its lines are within the file, unlike the parser's."""
    last = max(len(lines.lines) - 1, 0)
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    return ParserFault(
        lines,
        diagnostics,
        error.problem or "",
        error.context or "",
        min(lines.number(mark.line), last) if mark else 0,
        mark.column if mark else 0,
        min(lines.number(context.line), last) if context else 0,
        context.column if context else 0,
    )
