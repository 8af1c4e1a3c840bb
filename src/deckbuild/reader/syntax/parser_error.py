"""An error of the YAML parser, as data."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from deckbuild.diagnostics import Diagnostics, Edit, Span, Template
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
        min(mark.line, last) if mark else 0,
        mark.column if mark else 0,
        min(context.line, last) if context else 0,
        context.column if context else 0,
    )
