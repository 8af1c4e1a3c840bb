"""Guesses are tried: one that makes findings go away, and brings no other, explains them.

One slip often gives several findings, on lines that are sound. So the slip is reported in their place, with a remedy
that is known to work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

import yaml

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile
from deckbuild.reader.guesses.beginnings import (
    key_for_another,
    line_twice,
    missing_beginning,
    missing_item_key,
    missing_slide,
    missing_text_key,
)
from deckbuild.reader.guesses.hyphens import (
    missing_hyphen,
    missing_row,
    missing_row_hyphen,
    missing_text_hyphen,
    needless_hyphen,
    only_item,
)
from deckbuild.reader.guesses.misplaced import (
    all_below,
    between_key_and_list,
    elsewhere,
    nested_slides,
    slide_after_other_key,
    slide_amid_text,
    under_key,
)
from deckbuild.reader.guesses.missing import (
    commented_out,
    missing_columns,
    missing_key,
    missing_line_end,
    missing_list_key,
    missing_top_key,
    missing_word,
)
from deckbuild.reader.guesses.sight import Guess, Sight
from deckbuild.reader.syntax.repair_buffer import Lines, Slip

MOST_LINES = 6_500
"""How many lines one reading or one mending may read to explain faults; what is unexplained then is told as it is."""
SLOW = 10
"""Reading with so many errors takes twice as long as without, and counts so."""
MOST_LOOKED_FOR = 3
"""How many of the slips that explain as much are tried on the whole file, until one explains the fault there too."""
MOST_FAULTS = 60
"""With more faults than this nothing is tried: no few slips explain so many."""
RUNS_ON = {"bad-line", "wrong-indent", "not-a-key", "list-without-key", "wrong-bullet"}
"""Codes of faults that may have consequences further down. When none explains such a fault, the rest stays as it is."""
OF_STRUCTURE = RUNS_ON | {
    "unknown-key", "missing-key", "duplicate-key", "missing-title", "no-content", "two-contents", "two-titles",
    "wrong-kind", "wrong-count", "uneven-row", "empty-value", "joined-lines", "list-without-colon", "unquoted-colon",
    "text-not-indented", "key-without-colon", "missing-alt", "bad-key", "two-sides",
}  # fmt: skip
"""Codes of faults that a slip of structure may have caused. Others are faults of their own."""
SEEN_LATER = {"unknown-name"}
"""Codes of faults that are only looked for where the lines can be read: a guess may bring them to light."""
NEAR = 3
"""How many of the faults guesses are made about at a time: further down there may be consequences."""
TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
NONE: frozenset[int] = frozenset()
Result = TypeVar("Result")
Refutes: TypeAlias = Callable[[Diagnostic], bool]
"""Whether a finding shows that a guess is wrong, so that the file need not be read to its end."""
Attempt: TypeAlias = Callable[[Sequence[Slip], frozenset[int], Refutes | None], Result]
"""Reads a file with slips mended, and without some lines, which count from 0."""


GUESSES: tuple[Guess, ...] = (
    all_below,
    missing_top_key,
    line_twice,
    key_for_another,
    commented_out,
    nested_slides,
    slide_after_other_key,
    slide_amid_text,
    between_key_and_list,
    under_key,
    missing_hyphen,
    missing_list_key,
    missing_columns,
    missing_row_hyphen,
    missing_row,
    missing_text_hyphen,
    missing_line_end,
    missing_word,
    missing_item_key,
    needless_hyphen,
    only_item,
    elsewhere,
    missing_key,
    missing_text_key,
    missing_beginning,
    missing_slide,
)
"""The guesses in the order in which they are tried: of two that explain as much, the first is taken."""


def least_faulty(
    file: SourceFile, attempt: Attempt[Result], findings: Callable[[Result], Diagnostics], work: Work
) -> Result:
    """Return the result of reading a file with those slips mended that explain most of its errors.

    ``attempt`` reads the file as if some slips were mended, and reports them; some lines may be left unread.
    """
    trial = _Trial(file, attempt, findings, work)
    slips: tuple[Slip, ...] = ()
    result, errors = trial.read(slips)
    while 0 < len(errors) <= MOST_FAULTS and trial.work.left > 0:
        own = errors[0].code not in OF_STRUCTURE or (errors[0].edits and len(errors) == 1)
        better = None if own else _explained(trial, slips, errors)
        if better:
            slips, result, errors = better
        elif errors[0].code in RUNS_ON and not errors[0].edits:
            break
        else:
            trial.own.add(errors[0].fault)
            errors = trial.others(errors)
    return result


@dataclass(eq=False)
class Work:
    """How many lines may still be read to explain faults."""

    left: int = MOST_LINES


@dataclass(frozen=True)
class _Aim:
    """What a guess must reach: the first fault goes, and no new one comes."""

    faults: Sequence[Diagnostic]
    first: Diagnostic
    own: Collection[tuple[str, int]]
    """The places of the faults that no slip explains."""

    @cached_property
    def before(self) -> frozenset[tuple[str, int]]:
        """The places of the faults."""
        return frozenset(each.fault for each in self.faults)

    def refuted_by(self, found: Diagnostic) -> bool:
        """Whether the guess is wrong: it is the first fault again, or a new one."""
        new = found.fault not in self.before and found.fault not in self.own and found.code not in SEEN_LATER
        return found.severity is Severity.ERROR and (new or found.fault == self.first.fault)

    def left(self, errors: Sequence[Diagnostic]) -> int | None:
        """Return how many faults are left; ``None`` if the guess is wrong, or none is gone."""
        after = {each.fault for each in errors if each.code not in SEEN_LATER or each.fault in self.before}
        return None if len(after) >= len(self.before) or any(map(self.refuted_by, errors)) else len(after)


@dataclass(frozen=True)
class _Trial(Generic[Result]):
    """Reads a file in which slips are mended, until too many lines were read."""

    file: SourceFile
    attempt: Attempt[Result]
    findings: Callable[[Result], Diagnostics]
    work: Work
    own: set[tuple[str, int]] = field(default_factory=set)
    """The places of the faults that no slip explains."""

    def read(
        self, slips: Sequence[Slip], unread: frozenset[int] = NONE, aim: _Aim | None = None
    ) -> tuple[Result, list[Diagnostic]]:
        """Return the result, and the errors without the slips and without those that no slip explains.

        Reading may stop where the slips turn out not to reach their ``aim``.
        """
        result = self.attempt(slips, unread, aim.refuted_by if aim else None)
        errors = _errors(self.file, self.findings(result), slips)
        self.work.left -= (len(self.file.lines) - len(unread)) * (1 + len(errors) // SLOW)
        return result, self.others(errors)

    def others(self, errors: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Return the errors without those that no slip explains."""
        return [each for each in errors if each.fault not in self.own]

    def hides(self, slips: Sequence[Slip]) -> bool:
        """Whether the last of some slips puts lines under a key that is not known: nothing there is read."""
        unknown = {line - 1 for code, line in self.own if code == "unknown-key"}
        lines = Lines(self.file)
        lines.make(slips if unknown else ())
        return any(level.line in unknown for number in slips[-1].changed for level in lines.levels(number))


def _explained(
    trial: _Trial[Result], slips: tuple[Slip, ...], faults: Sequence[Diagnostic]
) -> tuple[tuple[Slip, ...], Result, list[Diagnostic]] | None:
    """Return the slips with one more that explains the first fault and most of the others; and how the file reads then.

    To save time, guesses are tried on the file without the slides far from the faults. The best are tried again on the
    whole file, and the first that explains the first fault there too is taken. It is sure if all the best agree.
    """
    sight = _sight(trial.file, slips, faults)
    unread = sight.far_away()
    known = trial.read(slips, unread)[1] if unread else faults
    if faults[0].fault not in {each.fault for each in known}:
        unread, known = NONE, faults
    best = _best(trial, slips, sight, _Aim(known, faults[0], trial.own), unread)
    meant = [_content(trial.file, (*slips, slip), unread) for slip in best[1:]] if len(best) > 1 else []
    sure = not meant or all(each == _content(trial.file, (*slips, best[0]), unread) for each in meant)
    aim = _Aim(faults, faults[0], trial.own)
    for slip in best[:MOST_LOOKED_FOR]:
        tried = (*slips, slip if sure else replace(slip, sure=False))
        result, errors = trial.read(tried, aim=aim)
        if aim.left(errors) is not None:
            return tried, result, errors
    return None


def _best(
    trial: _Trial[Result], slips: tuple[Slip, ...], sight: Sight, aim: _Aim, unread: frozenset[int]
) -> list[Slip]:
    """Return the slips that explain the first fault and most of the others."""
    best: list[Slip] = []
    fewest = known = len(aim.before)
    for slip in (each for guess in GUESSES for each in guess(sight)):
        if trial.work.left <= 0:
            break
        left = aim.left(trial.read((*slips, slip), unread, aim)[1])
        least = 2 if aim.first.edits else slip.least  # what can be mended where it stands is so told well enough
        if left is None or left > known - least:
            continue
        if trial.hides((*slips, slip)):
            continue
        if slip.missing and left == fewest and any(not each.missing for each in best):
            continue  # rather a line is misplaced than another missing
        if left <= fewest:
            best = [*best, slip] if left == fewest else [slip]
            fewest = left
    return best


def _content(file: SourceFile, slips: Sequence[Slip], unread: frozenset[int]) -> object:
    """Return what YAML reads with the slips mended, or the text if it can't read that."""
    lines = Lines(file)
    lines.make(slips, unread)
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


def _sight(file: SourceFile, slips: Sequence[Slip], faults: Sequence[Diagnostic]) -> Sight:
    """Return the lines with the slips mended, and the first lines that have faults."""
    lines = Lines(file)
    lines.make(slips)
    found = sorted({each.span.line - 1 for each in faults if each.span and each.span.file is file})
    return Sight(lines, faults, found[:NEAR])
