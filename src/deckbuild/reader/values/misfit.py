"""A value of the wrong kind, as data for the rules that find out why it is wrong."""

from __future__ import annotations

import re
import string
from collections.abc import Callable

from deckbuild.blocks.registry import kind_or_any
from deckbuild.characters import named
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Arg, Edit, Joined, Span, Words
from deckbuild.editing import as_value
from deckbuild.reader.context import Node, Reading, ScalarNode, key_names, shortened
from deckbuild.reader.language.examples import LONGEST, NAMED, NO_EXAMPLE, VALUES, in_brackets, name_and_value

_CARRIED = re.compile(r"^[ -]*carry-to:[ \t]+([^\s\"'#\[{][^#\n]*)", re.MULTILINE)
"""Matches the name of a sheet to which answers are carried."""
_BETWEEN = (r"\s*(?:→|->|=>|↔|<->)\s*", r"\s+[-–—/|]\s+", r"/")
"""What people write between two texts instead of a comma."""

_SENTENCES = {"write", "each", "sub", "questions", "points", "slides"}
"""Keys of lists whose items are sentences, as those of some kinds of block are: a comma does not part items."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of another kind than its key needs."""

    node: Node
    reading: Reading
    key: str
    wanted: str
    """The kind that the key needs: ``text``, ``choice``, ``number``, ``yes-no``, ``list`` or ``keys``."""
    example: Arg
    """An example of a value of the right kind, as it is written in YAML."""
    keys: Words
    """The keys that the mapping may have, or the words to choose from."""
    edits: tuple[Edit, ...]
    """The edits that write the example in the place of the value; only if every text in it is the author's."""
    least: int = 1
    """The fewest items of the list that the key needs."""

    @property
    def place(self) -> Span:
        """The span of the value."""
        return self.reading.span(self.node)

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The lines of the value that are not blank, each with its number."""
        file = self.reading.file
        numbers = range(self.place.line, self.place.end_line + 1)
        return [(number, line) for number in numbers if (line := file.line(number)).strip()]

    @property
    def text(self) -> str:
        """The characters of the value if it is a scalar, or else an empty text."""
        return str(self.node.value) if isinstance(self.node, ScalarNode) else ""

    @property
    def names(self) -> Words:
        """The words to choose from."""
        return self.keys

    @property
    def plain(self) -> bool:
        """Whether the value is a scalar without quotation marks and not under ``|`` or ``>-``."""
        return isinstance(self.node, ScalarNode) and not self.node.style

    @property
    def mark(self) -> str:
        """The first word of the value."""
        return named(self.text.split()[0])

    @property
    def several(self) -> str:
        """The value as a list in brackets, split at its commas; an empty text if it can't be split."""
        if not isinstance(self.node, ScalarNode):
            return ""
        found = [in_brackets(self.node, apart) for apart in (r"[,;\t]", *_BETWEEN)]
        return next((each for each in found if each.count(", ") + 1 >= self.least), "") if self.least > 1 else found[0]

    @property
    def only(self) -> str:
        """A text beside its key as a list of one item in brackets; an empty text if it stands otherwise."""
        beside = self.plain and self.place.line == self.place.end_line and self.place.before.strip()
        return f"[{as_value(self.text)}]" if beside and self.least == 1 else ""

    @property
    def heading(self) -> str:
        """The heading of Markdown above the list that the value is an item of, or an empty text."""
        file, number = self.reading.file, self.place.line - 1
        while number and file.line(number).startswith(self.place.before):
            number -= 1
        match = re.match(r"\s*#{2,3} ([^\W\d_].*)", file.line(number))
        return match[1].strip() if match else ""

    @property
    def first(self) -> str:
        """The first key of a mapping."""
        return next(iter(key_names(self.node)), "")

    @property
    def row(self) -> str:
        """The cells of the value's first line, which tabs part, as a list in brackets."""
        return shortened(as_row(self.place.onward), 2 * LONGEST)

    @property
    def value(self) -> Arg:
        """An example of a text for the key."""
        return VALUES.get(self.key, "")

    @property
    def with_numbers(self) -> str:
        """The key of the same list with numbers, if there is one."""
        return kind_or_any(self.key).WITH_NUMBERS

    @property
    def named(self) -> Joined:
        """An example of an entry under the key, if the author chooses the names there."""
        used = _CARRIED.search(self.reading.file.text) if self.key == "sheets" else None
        if used:
            return name_and_value(used[1].strip(), "…")
        return name_and_value(*NAMED[self.key]) if self.key in NAMED else NO_EXAMPLE


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that recognises one fault of a value. The ``{names}`` in message and hint are attributes of ``Misfit``."""

    code: str
    matches: Callable[[Misfit], object]
    message: str
    hint: str
    edits: Callable[[Misfit], tuple[Edit, ...]] = lambda _: ()

    def __call__(self, it: Misfit) -> bool:
        """Report the fault if the rule recognises it. Returns whether it does."""
        if not self.matches(it):
            return False
        names = {name for _, name, _, _ in string.Formatter().parse(self.message + self.hint) if name}
        args = {name: getattr(it, name) for name in names}
        it.reading.error(self.code, it.place, self.message, self.hint, edits=self.edits(it), **args)
        return True


def as_row(line: str) -> str:
    """Return the cells of a line, which tabs part, as a list in brackets."""
    cells = ", ".join(as_value(cell.strip()) for cell in line.strip().split("\t"))
    return f"[{cells}]"


def always(_: Misfit) -> bool:
    """Match every value: for the last rule of a table."""
    return True


def of_sentences(key: str) -> bool:
    """Whether the items of the list under a key are sentences."""
    return key in _SENTENCES or kind_or_any(key).OF_SENTENCES
