"""The format for people: what is wrong, where, the line itself with a caret under the place, and what to do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from deckbuild.diagnostics.diagnostic import Diagnostic, Diagnostics, Severity
from deckbuild.diagnostics.filling import Translate
from deckbuild.diagnostics.render.columns import shown_line
from deckbuild.diagnostics.span import Span

_OFTEN = frozenset(
    ("foreign-mark", "html", "doubtful-mark", "unbalanced-mark", "missing-letter", "broken-link", "lines-run-on",
     "printed-table")
)  # fmt: skip
"""The codes of findings about signs in texts. A pasted text may have one dozens of times, with one remedy for all."""
_MOST = 3
"""How many of a kind are told in full; of the others only the lines are named. The other formats have them all."""
_LINES = 20
BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"
_HUES = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: BLUE}


def full(diagnostics: Diagnostics, translate: Translate, *, color: bool) -> str:
    """Return all findings, with an empty line between them."""
    alike: defaultdict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for found in diagnostics:
        alike[found.code, found.message].append(found)
    told, seen = [], Counter[tuple[str, str]]()
    for found in diagnostics:
        kind = found.code, found.message
        left = alike[kind][_MOST:] if found.code in _OFTEN else []
        seen[kind] += 1
        if len(left) < 2 or seen[kind] <= _MOST:
            last = len(left) > 1 and seen[kind] == _MOST
            told.append(_finding(found, translate, color=color) + (_more(left, translate) if last else ""))
    return "\n\n".join(told)


def _more(left: Sequence[Diagnostic], translate: Translate) -> str:
    """Return a line that names the lines of the findings that are left out."""
    lines = [*dict.fromkeys(str(found.span.line) for found in left if found.span)]
    said = translate("And {count} more of the kind, on these lines: {lines}.")
    listed = ", ".join(lines[:_LINES]) + (" …" if len(lines) > _LINES else "")
    return "\n  = " + said.format(count=len(left), lines=listed)


def _finding(found: Diagnostic, translate: Translate, *, color: bool) -> str:
    def paint(text: str, style: str) -> str:
        return f"{style}{text}{PLAIN}" if color and text else text

    hue = _HUES[found.severity]
    head = paint(f"{found.severity.word(translate)}[{found.code}]", hue)
    lines = [f"{head}: {paint(found.text(translate), BOLD)}"]
    width = 1
    if found.span is not None:
        width = len(str(found.span.line))
        rule = paint("|", BLUE)
        arrow = paint(" " * width + "-->", BLUE)
        place = f":{found.span.line}:{found.span.column}" if found.span.file.lines else ""
        lines.append(f"{arrow} {found.span.path}{place}")
        excerpt = _excerpt(found.span)
        if excerpt:
            lines.append(f"{' ' * width} {rule}")
            for number, text in excerpt:
                gutter = paint(str(number).rjust(width) if number else " " * width, BLUE)
                lines.append(f"{gutter} {rule} {text if number else paint(text, hue)}".rstrip())
            lines.append(f"{' ' * width} {rule}")
    if remedy := found.remedy(translate):
        word = paint("=", BLUE) + " " + paint(translate("help"), BOLD)
        lines.append(f"{' ' * width} {word}: {remedy}" if found.span is not None else f"  {word}: {remedy}")
    return "\n".join(lines)


def _excerpt(span: Span) -> list[tuple[int, str]]:
    """Return rows of (line number from 1, text): the line above unless it is blank, the line, the carets (number 0)."""
    line = span.file.line(span.line)
    if not line.strip():
        return [] if span.line > len(span.file.lines) else [(span.line, ""), (0, "^")]
    end = span.end_column if span.end_line == span.line else len(line.rstrip()) + 1
    text, carets, shift = shown_line(line, span.column, max(end, span.column + 1))
    rows = [(span.line, text), (0, carets)]
    above = span.file.line(span.line - 1)
    if above.strip() and not shift:
        rows.insert(0, (span.line - 1, shown_line(above, 1, 2)[0]))
    return rows
