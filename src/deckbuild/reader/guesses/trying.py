"""Guesses are tried: one that makes findings go away, and brings no other, explains them.

One slip often gives several findings, on lines that are sound. So the slip is reported in their place, with a remedy
that is known to work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

import yaml

from deckbuild.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile
from deckbuild.reader.guesses.misplaced import (
    all_below,
    between_key_and_list,
    elsewhere,
    nested_slides,
    slide_after_other_key,
    under_key,
)
from deckbuild.reader.guesses.missing import (
    commented_out,
    missing_hyphen,
    missing_key,
    missing_line_end,
    missing_list_key,
    missing_row,
    missing_row_hyphen,
    missing_top_key,
    missing_word,
    needless_hyphen,
)
from deckbuild.reader.guesses.sight import Guess, Sight
from deckbuild.reader.syntax.repair_buffer import Lines, Slip

MOST_TRIES, MOST_LINES = 24, 1_700
"""How many guesses are tried for one file: fewer for a long one, so that not more lines than this are read."""
MOST_FAULTS = 60
"""With more faults than this nothing is tried: no few slips explain so many."""
RUNS_ON = {"bad-line", "wrong-indent", "not-a-key", "list-without-key", "wrong-bullet"}
"""Codes of faults that may have consequences further down. When none explains such a fault, the rest stays as it is."""
OF_STRUCTURE = RUNS_ON | {
    "unknown-key", "missing-key", "duplicate-key", "missing-title", "no-content", "two-contents", "two-titles",
    "wrong-kind", "wrong-count", "uneven-row", "empty-value", "joined-lines", "list-without-colon", "unquoted-colon",
    "text-not-indented", "key-without-colon", "missing-alt", "bad-key",
}  # fmt: skip
"""Codes of faults that a slip of structure may have caused. Others are faults of their own."""
SEEN_LATER = {"unknown-name"}
"""Codes of faults that are only looked for where the lines can be read: a guess may bring them to light."""
NEAR = 3
"""How many of the faults guesses are made about at a time: further down there may be consequences."""
TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Result = TypeVar("Result")


GUESSES: tuple[Guess, ...] = (
    all_below,
    missing_top_key,
    commented_out,
    nested_slides,
    slide_after_other_key,
    between_key_and_list,
    under_key,
    missing_hyphen,
    missing_list_key,
    missing_row_hyphen,
    missing_row,
    missing_line_end,
    missing_word,
    needless_hyphen,
    elsewhere,
    missing_key,
)
"""The guesses in the order in which they are tried: of two that explain as much, the first is taken."""


def least_faulty(
    file: SourceFile, attempt: Callable[[Sequence[Slip]], Result], findings: Callable[[Result], Diagnostics]
) -> Result:
    """Return the result of reading a file with those slips mended that explain most of its errors.

    ``attempt`` reads the file as if some slips were mended, and reports them.
    """
    slips: tuple[Slip, ...] = ()
    result = attempt(slips)
    left = set[tuple[str, int]]()
    most = min(MOST_TRIES, MOST_LINES // max(len(file.lines), 1))
    if not most:
        return result
    tries = iter(range(most))
    while True:
        faults = [each for each in _errors(file, findings(result), slips) if _place(each) not in left]
        if not 0 < len(faults) <= MOST_FAULTS:
            return result
        own = faults[0].edits or faults[0].code not in OF_STRUCTURE
        better = None if own else _explained(file, slips, faults, attempt, findings, tries)
        if better:
            slips, result = (*slips, better[0]), better[1]
        elif faults[0].code in RUNS_ON and not faults[0].edits:
            return result
        else:
            left.add(_place(faults[0]))


def _explained(
    file: SourceFile,
    slips: Sequence[Slip],
    faults: Sequence[Diagnostic],
    attempt: Callable[[Sequence[Slip]], Result],
    findings: Callable[[Result], Diagnostics],
    tries: Iterator[int],
) -> tuple[Slip, Result] | None:
    """Return the slip that explains the first of the faults and most of the others, and how the file reads then.

    If several guesses explain as much, the first is taken; it is sure if all of them mean the same.
    """
    before = {_place(each) for each in faults}
    best: list[tuple[Slip, Result]] = []
    fewest = len(faults)
    for slip in _guesses(file, slips, faults):
        if slip.missing and any(not each.missing for each, _ in best):
            continue  # rather a line is misplaced than another missing
        if next(tries, None) is None:
            break
        tried = attempt((*slips, slip))
        errors = _errors(file, findings(tried), (*slips, slip))
        after = {_place(each) for each in errors if each.code not in SEEN_LATER or _place(each) in before}
        if len(after) <= fewest and len(after) < len(faults) and after <= before - {_place(faults[0])}:
            best = [*best, (slip, tried)] if len(after) == fewest else [(slip, tried)]
            fewest = len(after)
    meant = [_content(file, (*slips, slip)) for slip, _ in best]
    if not best or all(each == meant[0] for each in meant):
        return best[0] if best else None
    slip = replace(best[0][0], sure=False)
    return slip, attempt((*slips, slip))


def _content(file: SourceFile, slips: Sequence[Slip]) -> object:
    """Return what YAML reads with the slips mended, or the text if it can't read that."""
    lines = Lines(file)
    for slip in slips:
        slip.make(lines)
    try:
        return yaml.load(lines.text, Loader=TEXTS)  # noqa: S506  (texts only)
    except (yaml.YAMLError, RecursionError):
        return lines.text


def _errors(file: SourceFile, found: Diagnostics, slips: Sequence[Slip]) -> list[Diagnostic]:
    """Return the errors among findings, without the slips."""
    own = Diagnostics()
    for slip in slips:
        slip.report(file, own)
    return [each for each in found if each.severity is Severity.ERROR and each not in own]


def _place(found: Diagnostic) -> tuple[str, int]:
    return found.code, found.span.line if found.span else 0


def _guesses(file: SourceFile, slips: Sequence[Slip], faults: Sequence[Diagnostic]) -> Iterator[Slip]:
    """Yield what may have slipped, the most telling first."""
    lines = Lines(file)
    for slip in slips:
        slip.make(lines)
    found = sorted({each.span.line - 1 for each in faults if each.span and each.span.file is file})
    sight = Sight(lines, faults, found[:NEAR])
    for guess in GUESSES:
        yield from guess(sight)
