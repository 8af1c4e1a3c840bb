"""``check --fix``: the edits of findings are made in the file's text if they help and change nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostic, Diagnostics, Edit, Severity
from deckbuild.editing import OverlapError, SourceEditor
from deckbuild.foreign.files import DECK, content
from deckbuild.reader import read
from deckbuild.reader.context import Reading, is_nothing
from deckbuild.reader.encodings import as_utf8, first_fault
from deckbuild.reader.guesses.sight import Sight
from deckbuild.reader.guesses.trying import Work
from deckbuild.reader.sections.grammar import grammar
from deckbuild.reader.syntax.decode import NOT_UTF8, load
from deckbuild.reader.syntax.parse import compose
from deckbuild.reader.syntax.repair_buffer import Lines

ROUNDS = 10
"""How often the file is read and edited at most: a fix may bring to light another fault that it can fix too."""

TRIES = 40
"""How often some of the edits are tried when not all of them help; what is not tried then stays for the author."""
FEWEST_TRIES = 4
MOST_WORK = 20_000
"""How many findings are read at most in all tries together: they make the work in a long file with many faults."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after its faults were fixed."""

    before: bytes
    after: bytes
    faults: tuple[Diagnostic, ...]
    """The findings that were fixed, in the order of the fixes."""


def mend(path: Path, known: Sequence[Diagnostic] | None = None, before: bytes | None = None) -> Mended:
    """Return the deck file with every fault fixed that has a certain fix. Nothing is written to the disk.

    ``before`` is the content of the file, and ``known`` what reading it has found, where that was done already.

    The file is read, edited and read again in rounds. In a round, all edits are tried together; if they can't be kept,
    the edits of each finding are tried one after another. Edits are kept under these conditions:

    - They don't overlap, and the values on all lines without an edit stay the same.
    - Each fixed finding is gone, and no new error is on an edited line but one that the next round can mend.
    - The file has fewer errors than before, or as many errors and fewer warnings. If YAML could not read the file
      before, it may have more, since the reader now gets further, but no new error on the line below an edit.

    A file that is not UTF-8 is recoded first, if it is sure in which encoding it is; else nothing is fixed.

    Raises ``OSError`` when the file can't be read.
    """
    before = content(path, DECK) if before is None else before
    after, faults = as_utf8(before), list[Diagnostic]()
    if first_fault(after) is not None:
        return Mended(before, before, ())
    if after != before:
        faults += [each for each in read(path, before).diagnostics if each.code == NOT_UTF8]
    work = Work()
    found = _findings(path, after, work) if known is None or after != before else known
    tries = iter(range(max(FEWEST_TRIES, min(TRIES, MOST_WORK // max(1, len(found))))))
    for _ in range(ROUNDS):
        offered = [d for d in found if d.edits and all(e.span.path == path for e in d.edits)]
        made = _made(path, after, found, offered, tries, work)
        if made is None:
            break
        after, kept = made
        faults += kept
        found = _findings(path, after, work)
    return Mended(before, after, tuple(faults))


def only_sure(path: Path, found: Diagnostics, known: Sequence[Diagnostic] | None = None) -> Diagnostics:
    """Return the findings, but without the edits that ``mend`` would not make. Raises ``OSError``.

    ``known`` is what reading the file has found, where that was done already.
    """
    if not any(each.edits for each in found):
        return found
    data = content(path, DECK)
    near = None if found.has_errors else _near(path, data, known or found)
    made = Diagnostics(mend(path, *(near or (known, data))).faults)
    return Diagnostics(each if each in made else replace(each, edits=()) for each in found)


def _near(path: Path, data: bytes, found: Iterable[Diagnostic]) -> tuple[list[Diagnostic], bytes] | None:
    """Return a sound file without the slides far from findings that offer edits, and what is found in that.

    To read less takes less time. Returns ``None`` where the findings are not the same without the other slides.
    """
    file = load(path, Diagnostics(), data)
    offered = [each for each in found if each.edits]
    if file is None:
        return None
    lines = Lines(file)
    lines.make((), Sight(lines, (), [edit.span.line - 1 for each in offered for edit in each.edits]).far_away())
    near = lines.text.encode()
    result = read(path, near).diagnostics
    return (list(result), near) if all(each in result for each in offered) else None


def _made(
    path: Path,
    data: bytes,
    found: Sequence[Diagnostic],
    offered: Sequence[Diagnostic],
    tries: Iterator[int],
    work: Work,
) -> tuple[bytes, list[Diagnostic]] | None:
    """Return the file after one round of edits and the findings fixed; ``None`` when no edits could be kept."""
    if not offered:
        return None
    result = _tried(path, data, found, offered, work)
    if result is not None:
        return result, list(offered)
    kept: list[Diagnostic] = []
    best, now = data, found
    waiting = [*_parts(_kinds(offered))]
    while waiting and next(tries, None) is not None:
        group = waiting.pop()
        members = [each for kind in group for each in kind]
        result = _tried(path, data, now, [*kept, *members], work)
        if result is not None:
            best, kept = result, [*kept, *members]
            now = _findings(path, best, work)
        elif len(members) > 1:
            waiting += _parts(group)
    return (best, kept) if kept else None


def _kinds(offered: Sequence[Diagnostic]) -> list[list[Diagnostic]]:
    """Return the findings by kind: those that write the same for the same reason help together, or not at all."""
    kinds: dict[tuple[str, ...], list[Diagnostic]] = {}
    for each in offered:
        kinds.setdefault((each.code, *(edit.text for edit in each.edits)), []).append(each)
    return [*kinds.values()]


def _parts(group: list[list[Diagnostic]]) -> Iterator[list[list[Diagnostic]]]:
    """Yield the later half, then the earlier: of several kinds, else of the findings of one."""
    if len(group) > 1:
        yield from (group[len(group) // 2 :], group[: len(group) // 2])
        return
    (kind,) = group
    middle = (len(kind) + 1) // 2
    yield from ([half] for half in (kind[middle:], kind[:middle]) if half)


def _tried(
    path: Path, data: bytes, found: Sequence[Diagnostic], offered: Sequence[Diagnostic], work: Work
) -> bytes | None:
    edits = [edit for each in offered for edit in each.edits]
    editor = SourceEditor(data.decode())
    editor.make(edits)
    try:
        result = editor.text().encode()
    except OverlapError:
        return None
    now = _findings(path, result, work)
    better = _weight(now) < _weight(found) or (_hides(path, data) and _none_below(found, edits, now))
    return (
        result if better and _gone(offered, edits, found, now) and _same_elsewhere(path, data, result, edits) else None
    )


@lru_cache(maxsize=3)
def _findings(path: Path, data: bytes, work: Work) -> list[Diagnostic]:
    return list(read(path, data, work).diagnostics)


def _hides(path: Path, data: bytes) -> bool:
    """Whether YAML can't read the file as it is, so that it may have more faults than were found."""
    return _values(path, data)[2]


def _none_below(found: Sequence[Diagnostic], edits: Sequence[Edit], now: Sequence[Diagnostic]) -> bool:
    """Whether no error is new on a line right below an edit: the edit would be its cause."""
    before = {each.span.line for each in found if each.span}
    below = {edit.span.line + 1 for edit in edits} - before
    return not any(each.span and each.span.line in below and each.severity is Severity.ERROR for each in now)


def _gone(
    offered: Sequence[Diagnostic], edits: Sequence[Edit], was: Sequence[Diagnostic], now: Sequence[Diagnostic]
) -> bool:
    """Whether the fixed findings are gone, and no error is new on the edited lines but such as has an edit too."""
    mended, before, after = (Counter(each.fault for each in found) for found in (offered, was, now))
    if any(after[place] > before[place] - count for place, count in mended.items()):
        return False
    lines = {edit.span.line for edit in edits}
    bad = {each.fault for each in now if each.severity is Severity.ERROR and not each.edits}
    return not any(line in lines and after[code, line] > before[code, line] for code, line in bad)


def _weight(found: Sequence[Diagnostic]) -> tuple[int, int]:
    errors = sum(each.severity is Severity.ERROR for each in found)
    return errors, len(found) - errors


def _same_elsewhere(path: Path, before: bytes, after: bytes, edits: Sequence[Edit]) -> bool:
    """Whether the values on all lines without an edit are the same, as far as they could be read before."""
    was, unsure, _ = _values(path, before)
    now, _, _ = _values(path, after)
    touched = {edit.span.line for edit in edits} | unsure
    return all(now.get(line) == values for line, values in was.items() if line not in touched)


@lru_cache(maxsize=3)
def _values(path: Path, data: bytes) -> tuple[dict[int, list[str]], set[int], bool]:
    """Return the scalars that begin on each line (from 1), the lines that were repaired, and whether any had to be.

    A text under ``|`` or ``>`` is taken line by line. The scalars on repaired lines are a guess, and not compared.
    """
    file = load(path, Diagnostics(), data)
    found: dict[int, list[str]] = {}
    if file is None:
        return found, set(), False
    reading = Reading(file, Diagnostics(), grammar())
    root = compose(reading)
    waiting: list[Node] = [root] if root is not None else []
    while waiting:
        node = waiting.pop()
        if is_nothing(node):
            continue  # it has no place of its own: YAML puts it where the next thing begins
        if isinstance(node, ScalarNode) and node.style in ("|", ">"):
            place = reading.span(node)
            for number in range(place.line, place.end_line + 1):
                if text := file.line(number).strip():
                    found.setdefault(number, []).append(text)
        elif isinstance(node, ScalarNode):
            found.setdefault(node.start_mark.line + 1, []).append(node.value)
        elif isinstance(node, MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, CollectionNode):
            waiting += node.value
    by_line = {line: sorted(values) for line, values in found.items()}
    return by_line, reading.repairs.muted, reading.diagnostics.has_errors
