"""Where the letters on the papers come from: those of each text in a deck file, and those that each paper shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unicodedata import normalize

import yaml

from deckbuild.diagnostics import Span
from deckbuild.frame.document import Frame, Page
from deckbuild.frame.items import ChartItem, Group, Item, Shape, TableItem, TextBox
from deckbuild.frame.text import Par
from deckbuild.preview.drawing import walk

TARGET = re.compile(r"\[((?:\\.|[^\[\]\\])+)\](?:\([^()\s]*\)|\{\s*lang\s*=[^}]*\})")
"""A link's text with its address, or words with their language; only the words are printed."""
LIST_MARK = re.compile(r"^[ \t]*\d{1,9}[.)](?=\s)", re.MULTILINE)
"""The number of an item of a list in running text. Papers make their own."""
INVISIBLE = re.compile("&shy;|&nbsp;")


def letters(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, normalize("NFC", text)))


def latin(text: str) -> str:
    """Return the Latin letters and the digits of a text, those of ligatures and of signs such as ½ one by one."""
    return "".join(letter for letter in normalize("NFKC", text) if letter.isalnum() and letter < "\u0250")


def printed(text: str, *, prose: bool = False) -> str:
    """Return the letters and digits that a text of the deck file is to have on paper."""
    text = INVISIBLE.sub("", LIST_MARK.sub("", text) if prose else text)
    while text != (text := TARGET.sub(r"\1", text)):
        pass
    return letters(text)


def scalars(text: str) -> list[yaml.ScalarNode]:
    """Return the scalars of a file, as the YAML library reads them."""

    def all_in(node: Any) -> Iterator[yaml.ScalarNode]:
        if isinstance(node, yaml.ScalarNode):
            yield node
        else:
            for each in node.value:
                for part in each if isinstance(each, tuple) else (each,):
                    yield from all_in(part)

    return list(all_in(yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))))


class Written:
    """The texts of a deck file."""

    def __init__(self, path: Path) -> None:
        text = normalize("NFC", path.read_text("utf-8-sig"))  # places are told in composed letters
        self.lines = text.splitlines()
        self.nodes = scalars(text)

    def at(self, place: Span) -> str:
        """Return the letters and digits that the text at a place is to have on paper.

        A paragraph under ``|`` has its own lines of the file; other texts are what YAML reads.
        """
        start = place.line - 1, place.column - 1
        for node in self.nodes:
            first, last = node.start_mark, node.end_mark
            if node.style in ("|", ">"):
                if first.line < place.line - 1 < last.line or (
                    first.line < place.line - 1 == last.line and last.column
                ):
                    if node.style == "|":
                        return printed("\n".join(self.lines[place.line - 1 : place.end_line]), prose=True)
                    return printed(node.value, prose=True)
            elif (first.line, first.column) == start:
                return printed(node.value)
        raise AssertionError(place)


def paragraphs(items: Iterable[Item]) -> Iterator[Par]:
    """Yield the paragraphs of some items, in reading order."""
    for item in walk(items):
        match item:
            case TextBox() | Shape():
                yield from item.pars
            case TableItem():
                for row in item.rows:
                    for cell in row.cells:
                        yield from cell.pars


def shown(leaves: Iterable[Frame | Page]) -> Mapping[Span, list[tuple[str, int]]]:
    """Return what a paper shows from each place, in order: its letters and digits, and the page, from 0."""
    found: dict[Span, list[tuple[str, int]]] = defaultdict(list)
    for page, leaf in enumerate(leaves):
        for par in (*paragraphs(leaf.items), *getattr(leaf, "notes", ())):
            for run in par.runs:
                if run.source is not None:
                    found[run.source].append((letters(run.text), page))
    return found


def made(leaves: Iterable[Frame | Page]) -> Iterator[str]:
    """Yield the texts on a paper that are recorded as made.

    Two kinds are left out: running heads and feet, which repeat titles as far as there is room, and the sentence in
    the guide that sums up what a slide asks for.
    """
    for leaf in leaves:
        for item in walk(leaf.items):
            if not getattr(item, "artifact", False) and not item.id.endswith("/written"):
                for par in paragraphs([item]) if not isinstance(item, Group | ChartItem) else ():
                    yield from (run.text for run in par.runs if run.source is None)


def pieces(items: Iterable[Item], *, all_runs: bool = False) -> Iterator[str]:
    """Yield the letters and digits of each paragraph that are from one place, or of ``all_runs``."""
    for par in paragraphs(items):
        if all_runs:
            yield letters("".join(run.text for run in par.runs))
        else:
            for place in dict.fromkeys(run.source for run in par.runs if run.source is not None):
                if found := letters("".join(run.text for run in par.runs if run.source == place)):
                    yield found
