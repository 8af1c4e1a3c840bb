"""A value that is of another kind than its key wants, as the rules that examine it see it."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import dataclass

from deckbuild.diagnostics import Edit, Span, Words
from deckbuild.reader.context import Node, Reading, ScalarNode
from deckbuild.reader.language.examples import NAMED, VALUES, in_brackets


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that is of another kind than its key wants."""

    node: Node
    reading: Reading
    key: str
    wanted: str
    """text, choice, number, yes-no, list or keys."""
    example: str
    """How what is wanted is written."""
    keys: Words
    """The keys that may stand there, or the words to choose from."""
    edits: tuple[Edit, ...]
    """They write the example in its place, where it is all the author's own words."""

    @property
    def place(self) -> Span:
        """Where it stands."""
        return self.reading.span(self.node)

    @property
    def text(self) -> str:
        """Its characters, if it is a text."""
        return str(self.node.value) if isinstance(self.node, ScalarNode) else ""

    @property
    def names(self) -> Words:
        """The words to choose from."""
        return self.keys

    @property
    def plain(self) -> bool:
        """Whether it is a text without quotation marks and not under ``|`` or ``>-``."""
        return isinstance(self.node, ScalarNode) and not self.node.style

    @property
    def mark(self) -> str:
        """The first word of the text."""
        return self.text.split()[0]

    @property
    def several(self) -> str:
        """The text as a list in brackets; nothing when it is none."""
        return in_brackets(self.node) if isinstance(self.node, ScalarNode) else ""

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.reading.file.line(self.place.line)[: self.place.column - 1]

    @property
    def after(self) -> str:
        """What stands on its line from there on."""
        return self.reading.file.line(self.place.line)[self.place.column - 1 :]

    @property
    def value(self) -> str:
        """An example of a text for the key."""
        return VALUES.get(self.key, "")

    @property
    def named(self) -> str:
        """An example of what stands under the key, if the names there are the author's."""
        return NAMED.get(self.key, "")


@dataclass(frozen=True, slots=True)
class Rule:
    """One fault of a value. The ``{names}`` in message and hint are attributes of the ``Misfit``."""

    code: str
    matches: Callable[[Misfit], object]
    message: str
    hint: str
    edits: Callable[[Misfit], tuple[Edit, ...]] = lambda _: ()

    def __call__(self, it: Misfit) -> bool:
        """Report the fault if it is this one; whether it is."""
        if not self.matches(it):
            return False
        names = {name for _, name, _, _ in string.Formatter().parse(self.message + self.hint) if name}
        args = {name: getattr(it, name) for name in names}
        it.reading.error(self.code, it.place, self.message, self.hint, edits=self.edits(it), **args)
        return True


def always(_: Misfit) -> bool:
    """Match whatever came so far down a table."""
    return True
