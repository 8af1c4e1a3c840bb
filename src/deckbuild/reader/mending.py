"""The edits that findings bring along, made in the file's text: where they help and change nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.diagnostics import Diagnostic, Diagnostics, Edit, Severity, apply
from deckbuild.reader import read
from deckbuild.reader.reading import Reading
from deckbuild.reader.source import load
from deckbuild.reader.syntax import compose

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

    A round's edits are kept when the file then has fewer errors (or as many errors and fewer warnings) and the values
    on all other lines are the same; else each finding's edits are tried by themselves. Raises OSError.
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
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = apply(data.decode("utf-8-sig"), edits)
    if text is None:
        return None
    result = mark + text.encode()
    better = _weight(list(read(path, result).diagnostics)) < _weight(found)
    return result if better and _same_elsewhere(path, data, result, edits) else None


def _weight(found: Sequence[Diagnostic]) -> tuple[int, int]:
    errors = sum(each.severity is Severity.ERROR for each in found)
    return errors, len(found) - errors


def _same_elsewhere(path: Path, before: bytes, after: bytes, edits: Sequence[Edit]) -> bool:
    """Whether the values on all lines without an edit are the same, as far as they could be read before."""
    was, unsure = _values(path, before)
    now, _ = _values(path, after)
    touched = {edit.span.line for edit in edits} | unsure
    return all(now.get(line) == values for line, values in was.items() if line not in touched)


def _values(path: Path, data: bytes) -> tuple[dict[int, list[str]], set[int]]:
    """Return the scalars that begin on each line, and the lines whose faults make that unsure."""
    file = load(path, Diagnostics(), data)
    found: dict[int, list[str]] = {}
    if file is None:
        return found, set()
    reading = Reading(file, Diagnostics())
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
    return {line: sorted(values) for line, values in found.items()}, reading.muted
