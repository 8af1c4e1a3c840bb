"""An error of the YAML parser, as data."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.error import MarkedYAMLError

from deckbuild.diagnostics import Diagnostics, Edit, Span, Template
from deckbuild.reader.syntax.repair_buffer import Lines


@dataclass(slots=True)
class ParserFault:
    """One error of the YAML parser, with its places counted from 0."""

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
        """Report the fault, keep quiet about what else seems wrong on its line, and return that it is known.

        ``mended`` is a line and what YAML is to read there instead.
        """
        if place.line not in self.lines.repairs.muted:
            self.diagnostics.error(code, place, message, hint, edits=edits, **args)
        self.lines.repairs.muted.add(place.line)
        if mended:
            self.lines.lines[mended[0]] = mended[1]
        return True


def stumble(error: MarkedYAMLError, lines: Lines, diagnostics: Diagnostics) -> ParserFault:
    """Return what a parser's error says."""
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
