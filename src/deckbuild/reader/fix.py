"""The edits that findings bring along, made in the file's text: where they help and change nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.diagnostics import Diagnostic, Diagnostics, Edit, Severity
from deckbuild.editing import OverlapError, SourceEditor
from deckbuild.reader import read
from deckbuild.reader.context import Reading
from deckbuild.reader.sections.grammar import grammar
from deckbuild.reader.syntax.decode import load
from deckbuild.reader.syntax.parse import compose

ROUNDS = 10
"""Mending one fault may show another behind it; this often the file is read again."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file as it was and as it is with its faults mended."""

    before: bytes
    after: bytes
    faults: tuple[Diagnostic, ...]
    """What was mended, in the order it was done."""


def mend(path: Path) -> Mended:
    """Return the deck file with every fault mended whose mending is sure; nothing is written.

    A round's edits are kept when they help and the values on all other lines are the same; else each finding's edits
    are tried by themselves. They help when each fault is gone, none is new on the lines edited, and the file has fewer
    errors (or as many errors and fewer warnings) than before. Where YAML could not be read before, there may be more:
    what was behind the faults comes to light; but none right below an edit. Raises OSError.
    """
    before = path.read_bytes()
    after, faults = before, list[Diagnostic]()
    for _ in range(ROUNDS):
        found = list(read(path, after).diagnostics)
        offered = [d for d in found if d.edits and all(e.span.path == path for e in d.edits)]
        made = _made(path, after, found, offered)
        if made is None:
            break
        after, kept = made
        faults += kept
    return Mended(before, after, tuple(faults))


def only_sure(path: Path, found: Diagnostics) -> Diagnostics:
    """Return the findings with only those edits that ``mend`` would make. Raises OSError."""
    if not any(each.edits for each in found):
        return found
    made = mend(path).faults
    return Diagnostics(each if each in made else replace(each, edits=()) for each in found)


def _made(
    path: Path, data: bytes, found: Sequence[Diagnostic], offered: Sequence[Diagnostic]
) -> tuple[bytes, list[Diagnostic]] | None:
    """Return the bytes with as many findings mended as do good, and which; nothing when none does."""
    if not offered:
        return None
    result = _tried(path, data, found, offered)
    if result is not None:
        return result, list(offered)
    kept: list[Diagnostic] = []
    best, now = data, found
    for each in offered:
        result = _tried(path, data, now, [*kept, each])
        if result is not None:
            best, kept = result, [*kept, each]
            now = list(read(path, best).diagnostics)
    return (best, kept) if kept else None


def _tried(path: Path, data: bytes, found: Sequence[Diagnostic], offered: Sequence[Diagnostic]) -> bytes | None:
    edits = [edit for each in offered for edit in each.edits]
    editor = SourceEditor(data.decode())
    editor.make(edits)
    try:
        result = editor.text().encode()
    except OverlapError:
        return None
    now = list(read(path, result).diagnostics)
    better = _weight(now) < _weight(found) or (_hides(path, data) and _none_below(found, edits, now))
    return (
        result if better and _gone(offered, edits, found, now) and _same_elsewhere(path, data, result, edits) else None
    )


def _hides(path: Path, data: bytes) -> bool:
    """Whether YAML can't read the file as it is, so that more faults may stand behind those found."""
    return _values(path, data)[2]


def _none_below(found: Sequence[Diagnostic], edits: Sequence[Edit], now: Sequence[Diagnostic]) -> bool:
    """Whether no fault is new on a line right below an edit: it would come from there."""
    before = {each.span.line for each in found if each.span}
    below = {edit.span.line + 1 for edit in edits} - before
    return not any(each.span and each.span.line in below and each.severity is Severity.ERROR for each in now)


def _gone(
    offered: Sequence[Diagnostic], edits: Sequence[Edit], was: Sequence[Diagnostic], now: Sequence[Diagnostic]
) -> bool:
    """Whether what was mended is told no more, and no new error is on the lines it was mended on."""
    mended, before, after = (Counter(_place(each) for each in found) for found in (offered, was, now))
    if any(after[place] > before[place] - count for place, count in mended.items()):
        return False
    lines = {edit.span.line for edit in edits}
    bad = {_place(each) for each in now if each.severity is Severity.ERROR}
    return not any(line in lines and after[code, line] > before[code, line] for code, line in bad)


def _place(found: Diagnostic) -> tuple[str, int]:
    return found.code, found.span.line if found.span else 0


def _weight(found: Sequence[Diagnostic]) -> tuple[int, int]:
    errors = sum(each.severity is Severity.ERROR for each in found)
    return errors, len(found) - errors


def _same_elsewhere(path: Path, before: bytes, after: bytes, edits: Sequence[Edit]) -> bool:
    """Whether the values on all lines without an edit are the same, as far as they could be read before."""
    was, unsure, _ = _values(path, before)
    now, _, _ = _values(path, after)
    touched = {edit.span.line for edit in edits} | unsure
    return all(now.get(line) == values for line, values in was.items() if line not in touched)


def _values(path: Path, data: bytes) -> tuple[dict[int, list[str]], set[int], bool]:
    """Return the scalars that begin on each line, the lines where they are unsure, and whether there are faults."""
    file = load(path, Diagnostics(), data)
    found: dict[int, list[str]] = {}
    if file is None:
        return found, set(), False
    reading = Reading(file, Diagnostics(), grammar())
    root = compose(reading)
    waiting: list[Node] = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode):
            found.setdefault(node.start_mark.line + 1, []).append(node.value)
        elif isinstance(node, MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, CollectionNode):
            waiting += node.value
    by_line = {line: sorted(values) for line, values in found.items()}
    return by_line, reading.repairs.muted, reading.diagnostics.has_errors
