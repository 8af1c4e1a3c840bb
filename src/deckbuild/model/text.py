"""Text as the author wrote it: paragraphs of runs, each run in one style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from enum import Enum

from deckbuild.characters import SOFT_HYPHEN
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Span

BREAK = "\n"
"""The character for a line break inside a paragraph; it stands in the text of a run."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one style."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    """Where a click leads: a web address, ``mailto:``, or ``#slide-id``."""
    lang: str | None = None
    """BCP 47 language tag when it differs from the text around it."""
    soft: bool = False
    """Whether it is set at regular weight and in the soft colour, whatever the style of the paragraph."""
    numbers: bool = False
    """Whether it is the number of an address, which paper adds after a link; it is no part of the author's text."""
    source: Span | None = field(default=None, compare=False)
    """The place of the text that its letters come from, in the deck file or a file beside it; ``None`` when they are
    made, such as a label, a number or what is left of a text that was shortened. Runs from two places may be equal."""


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph of inline text, and where it stands in the deck file."""

    runs: tuple[Run, ...]
    span: Span | None = None

    @property
    def plain(self) -> str:
        """The characters without style: line breaks as spaces, without soft hyphens."""
        return "".join(run.text for run in self.runs if not run.numbers).replace(BREAK, " ").replace(SOFT_HYPHEN, "")

    @property
    def folded(self) -> str:
        """The characters for comparing two texts, without regard to capitals and to how much white space there is."""
        return " ".join(self.plain.split()).casefold()

    @property
    def unmarked(self) -> Text:
        """The text on one line, as one run without style. It is made if a part of it is."""
        sources = [run.source for run in self.runs]
        source = sources[0] if sources and sources.count(sources[0]) == len(sources) else None
        return Text((Run(self.plain, source=source),), self.span)

    def __bool__(self) -> bool:
        return any(run.text for run in self.runs)


def plain(text: str, *, bold: bool = False, italic: bool = False, span: Span | None = None) -> Text:
    """Return ``text`` as a paragraph of one run. It is made, unless it stands at ``span``."""
    return Text((Run(text, bold=bold, italic=italic, source=span),), span)


def written(runs: Iterable[Run], span: Span) -> Text:
    """Return runs as the paragraph that the author wrote at ``span``."""
    return Text(tuple(replace(run, source=span) for run in runs), span)


def joined(texts: Sequence[Text], between: Sequence[str]) -> Text:
    """Return texts joined to one paragraph. ``between`` holds the separators; the last one is used from there on."""
    runs = list(texts[0].runs)
    for place, text in enumerate(texts[1:]):
        runs += [Run(between[min(place, len(between) - 1)]), *text.runs]
    return Text(tuple(runs), texts[0].span)


class ParagraphKind(Enum):
    """The kinds of paragraph in Markdown."""

    BODY = "body"
    HEAD = "head"
    BULLET = "bullet"
    NUMBER = "number"
    IN_ITEM = "in item"
    """A further paragraph of an item of a list; it stands under the item's text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text (``text:`` and ``notes:``)."""

    text: Text
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0
    """Depth in a nested list, from 0."""
    number: int = 0
    """Place in a numbered list, from 1. ``IN_ITEM`` in such a list has the next one's."""
