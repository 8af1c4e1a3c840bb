"""YAML text -> nodes. No Python values are constructed, so every scalar keeps the author's own characters.

When YAML can't read a line, the fault is reported and the line is changed in a copy of the file. Then YAML reads the
copy, so that faults further down are reported as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from math import inf

import yaml

from deckbuild.characters import cleaned
from deckbuild.diagnostics import Diagnostic, Span
from deckbuild.editing import LOADER
from deckbuild.reader.context import MappingNode, Node, Reading, ScalarNode, SequenceNode, shortened
from deckbuild.reader.syntax.block_scalars import texts_moved_out, unindented_texts
from deckbuild.reader.syntax.new_slides import new_slides
from deckbuild.reader.syntax.parser_error import stumble
from deckbuild.reader.syntax.paste_artifacts import clean
from deckbuild.reader.syntax.pasted_lists import dashes_for_hyphens, pasted_lists
from deckbuild.reader.syntax.recover import mend
from deckbuild.reader.syntax.repair_buffer import Lines, Slip
from deckbuild.reader.syntax.tabs import without_tabs

MOST = 20
"""After how many faults of syntax the reader gives up."""
MOST_NODES = 200_000
"""How many nodes a deck may have when its aliases are written out."""
DEEP = re.compile(r"^(?:[ \t]|[-?][ \t]+){120}\S", re.MULTILINE)
MARKED = re.compile(r"(?:^ *|[-:,?] +|[\[{] *)[&!]", re.MULTILINE)
"""Finds where an anchor or a tag may stand. An alias needs no search: without an anchor YAML reports it."""
OUTLINE = re.compile(
    r"^\W{0,3}(?:deck|theme|words|sources|figures|tables|slides|handout|title|section|base|colors)\b", re.MULTILINE
)


def compose(
    reading: Reading,
    slips: Sequence[Slip] = (),
    unread: Iterable[int] = (),
    refutes: Callable[[Diagnostic], bool] | None = None,
) -> Node | None:
    """Return the file's root node, or ``None`` when YAML can't read the file even after repairs.

    If errors were reported, the node is that of the repaired copy. ``slips`` are reported and repaired first,
    and the lines ``unread``, from 0, are left out. A finding that ``refutes`` the slips ends the reading.
    """
    if _too_deep(reading):
        return None
    lines = Lines(reading.file, reading.repairs)
    lines.make(slips, unread)
    for slip in slips:
        slip.report(reading.file, reading.diagnostics)
    told = [*reading.diagnostics]

    def refuted() -> bool:
        return refutes is not None and any(refutes(each) for each in reading.diagnostics if each not in told)

    clean(lines, reading)
    if "\t" in lines.text and _reading_stops(lines):
        without_tabs(lines, reading)
    texts_moved_out(lines, reading)
    slides = lines.of_slides()
    dashes_for_hyphens(lines, slides, reading)
    new_slides(lines, slides, reading)
    pasted_lists(lines, slides, reading)
    unindented_texts(lines, reading)
    root = _compose(lines, reading, refuted)
    if root is not None and MARKED.search(lines.text):
        _marks(lines, reading)
        if _grown(root) > MOST_NODES:
            return None  # what grows is written with the signs that were just reported
    if root is not None and ("\\" in lines.text or cleaned(lines.text) != lines.text):
        _clean(root, set())
    return root


def _clean(node: Node, done: set[int]) -> None:
    """Take what means nothing on paper out of the texts of a node, and of those in it."""
    if id(node) in done:  # an alias
        return
    done.add(id(node))
    if isinstance(node, ScalarNode):
        node.value = cleaned(node.value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            _clean(item, done)
    elif isinstance(node, MappingNode):
        for _, value in node.value:  # a key with such a sign is told
            _clean(value, done)


def _compose(lines: Lines, reading: Reading, refuted: Callable[[], bool]) -> Node | None:
    for turn in range(MOST + 1):
        if refuted():
            return None
        try:
            root: Node | None = yaml.compose(lines.text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            fault = stumble(error, lines, reading.diagnostics)
            if turn == 0 and _no_deck(reading):
                return None
            if turn < MOST or not reading.diagnostics.has_errors:
                mend(fault)
        except yaml.YAMLError as error:  # no mark: a character that YAML does not allow
            reading.diagnostics.error(
                "bad-line",
                Span(reading.file, 1, 1, 1, 1),
                "The file has a character that can't stand in a deck file: {reason}.",
                "Delete it where it stands.",
                reason=shortened(str(error), 80),
            )
            return None
        else:
            if root is not None and lines.missing:
                _renumber(root, lines)
            return root
    return None


def _renumber(root: Node, lines: Lines) -> None:
    """Give the nodes the numbers of the file's lines: YAML read lines that are missing there."""
    waiting, done = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in done:
            continue
        done.add(id(node))
        node.start_mark, node.end_mark = (
            yaml.Mark(mark.name, mark.index, lines.number(mark.line), mark.column, None, 0)
            for mark in (node.start_mark, node.end_mark)
        )
        if isinstance(node, MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, SequenceNode):
            waiting += node.value


def _grown(node: Node) -> float:
    """Return how many nodes a node has when each alias is written out; infinite when it holds itself."""
    known: dict[int, float] = {}

    def count(part: Node) -> float:
        if id(part) not in known:
            known[id(part)] = inf  # met again before it is counted: it holds itself
            inner = (each for pair in part.value for each in pair) if isinstance(part, MappingNode) else part.value
            known[id(part)] = 1 + (0 if isinstance(part, ScalarNode) else sum(count(each) for each in inner))
        return known[id(part)]

    return count(node)


def _reading_stops(lines: Lines) -> bool:
    try:
        yaml.compose(lines.text, Loader=LOADER)
    except yaml.YAMLError:
        return True
    return False


def _no_deck(reading: Reading) -> bool:
    """Report a file that is no deck file at all. Returns whether it is one; then no other fault is worth reporting."""
    if OUTLINE.search(reading.file.text):
        return False
    number = next(n for n, line in enumerate(reading.file.lines, 1) if line.strip())
    reading.diagnostics.error(
        "not-a-deck",
        Span(reading.file, number, 1, number, len(reading.file.line(number).rstrip()) + 1),
        "This does not look like a deck file: no line begins with `deck:` or `slides:`.",
        "Is it the right file? A deck file has `deck:`, and under it `title: …`; then `slides:`, and under it "
        "`- title: …`.",
    )
    return True


def _too_deep(reading: Reading) -> bool:
    """Report a file with very many levels, which would exceed the parser's stack. Returns whether it has them."""
    text = reading.file.text
    depth = deepest = 0
    if text.count("[") + text.count("{") > 200:
        for letter in re.findall(r"[\[{\]}]", text):
            depth = depth + 1 if letter in "[{" else max(depth - 1, 0)
            deepest = max(deepest, depth)
    match = DEEP.search(text)
    if deepest <= 200 and not match:
        return False
    line = text.count("\n", 0, match.start()) + 1 if match else 1
    reading.diagnostics.error(
        "too-deep",
        Span(reading.file, line, 1, line, 2),
        "Something here is nested far too deeply.",
        "Check the brackets and the indentation: lists within lists go five or six steps in, hardly more.",
    )
    return True


def _marks(lines: Lines, reading: Reading) -> None:
    """Report anchors, tags and aliases: YAML removes them from the text without an error."""
    for event in yaml.parse(lines.text, Loader=LOADER):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is None and tag is None:
            continue
        mark = event.start_mark
        if mark is None:
            continue
        number = lines.number(mark.line)
        line = lines[number]
        if line[mark.column : mark.column + 1] not in ("&", "!", "*"):
            continue
        word = re.match(r"\S+", line[mark.column :])
        reading.diagnostics.error(
            "reserved-sign",
            lines.span(number, mark.column, mark.column + (len(word[0]) if word else 1)),
            "A text can't begin with `{sign}`: the word would disappear from the text.",
            'Put quotation marks around the whole text: `"{text}"`.',
            sign=line[mark.column],
            text=shortened(line[mark.column :].strip(), 60),
            edits=lines.quoted(number, mark.column) if mark.column == lines.value_start(number) else (),
        )
