"""The deck as read: typed and frozen. Every node has the span of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from enum import Enum
from pathlib import Path
from typing import Annotated, ClassVar

from deckbuild.characters import NO_BREAK_SPACE
from deckbuild.dataclass import dataclass
from deckbuild.locales import USUAL, language_of
from deckbuild.locales.labels import Labels
from deckbuild.model.block import Block, ListItem, Node, Question, SourceRef
from deckbuild.model.edition import Edition
from deckbuild.model.slide_layouts import LayoutKind, SlideLayout
from deckbuild.model.slug import file_name, title_name
from deckbuild.model.text import Paragraph, Run, Text
from deckbuild.model.theme import Theme, TitleArt
from deckbuild.model.themes import LIGHT
from deckbuild.model.written import Between, Notation

SECTION = "section"
"""The key of the slide that opens a section; its title is the section's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Node):
    """A work of the literature."""

    number: Annotated[int, Between(1, 999)]
    """Its number in the list of literature."""
    authors: Text
    """Who wrote it, as printed."""
    title: Text
    """Its title, printed in italics."""
    note: Text | None = None
    """What to print after the title, such as chapters."""


class Show(Enum):
    """What of a slide is shown in the handout."""

    BOTH = "both"
    TEXT = "text"
    THUMBNAIL = "thumbnail"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks(Node):
    """Circles to tick beside every item of a list."""

    SHORTHAND: ClassVar[str] = "label"

    label: Text
    """What a tick means, printed above the circles."""
    word: bool = False
    """Whether each item also gets a short line to write a word on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout(Node):
    """What a slide asks for in the handout."""

    skip: bool = False
    """Leave the slide out of the handout."""
    show: Show | None = None
    """What is shown of the slide; without it the kind decides."""
    margin: Annotated[int, Notation.NOTE_LINES] = 0
    """Note lines beside the text: at least this many; 0 for none."""
    write: tuple[Question, ...] = ()
    """Questions that stand in the handout only."""
    each: tuple[Question, ...] = ()
    """Questions asked in every card or field."""
    column: Text | None = None
    """The head of an extra, empty column in the table."""
    ticks: Ticks | None = None
    """Circles to tick at every item of the lists."""
    mark: Text | None = None
    """Circles to cross at the places of a figure, under this instruction."""
    crosses: Annotated[tuple[Text, ...], Between(3, 3)] = ()
    """Three places to cross in each row of a comparison."""
    ask: Text | None = None
    """The instruction above ticks, crosses or the extra column."""
    lines: Annotated[int | None, Between(0, 40)] = None
    """Note lines under the text."""

    @property
    def numbered(self) -> tuple[tuple[Text, ...], ...]:
        """Its questions."""
        return tuple(tuple(question.ask for question in each) for each in (self.write, self.each))


class Build(Enum):
    """How a slide's content comes on in the show."""

    ALL = "all"
    """All at once."""
    CLICK = "click"
    """The items of its lists one by one, by click."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide(Node):
    """A slide as written; layout may spread it over several frames."""

    id: str
    """Stable name: the author's own or made from the title."""
    title: Text
    """The title; for a section slide the section's name."""
    body: tuple[Block, ...]
    """The blocks, in order."""
    section: int = 0
    """The number of its section; 0 before the first."""
    opens_section: bool = False
    """Whether it is the slide that opens its section."""
    source: tuple[SourceRef, ...] = ()
    """The works it builds on."""
    notes: tuple[Paragraph, ...] = ()
    """Speaker notes."""
    lang: str | None = None
    """Its language when it differs from the deck's."""
    hidden: bool = False
    """Kept in the deck file but skipped in the show: yes or no. The handout has it, unless ``handout: {skip: yes}``."""
    build: Build = Build.ALL
    """How lists and questions come on in the show: all (at once) or click (item by item)."""
    layout: LayoutKind | None = None
    """How its content stands, where that is not the usual: the name of a layout, such as columns or picture."""
    own_layouts: Mapping[LayoutKind, SlideLayout] = field(default_factory=dict, repr=False)
    """The layout of a template that its author chose by name, as it serves each kind; empty for the usual ones."""
    handout: Handout = field(default_factory=Handout)
    """What the handout does with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySection(Node):
    """A part of the day."""

    number: int
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Node):
    """A drawing defined once under ``figures`` and used by name."""

    name: str
    caption: Text | None
    alt: str
    source: tuple[SourceRef, ...]
    block: Block
    """The drawing itself: a diagram or a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckInfo(Node):
    """The head of the file: what the deck is called and who owns it."""

    title: Text
    """The deck's title."""
    subtitle: Text | None = None
    """The line under the title."""
    date: Text | None = None
    """The day, in your own words, such as ``12. marts 2026``: printed under the subtitle."""
    owner: Text | None = None
    """The name beside the logo."""
    logo: Annotated[Path | None, Notation.LOGO_FILE] = None
    """A picture file, relative to the deck file."""
    art: TitleArt | None = None
    """The drawing on title slide and cover: register, cascade, rings, ribbons, hall or none; else the theme's."""
    language: Annotated[str, Notation.LANGUAGE] = USUAL
    """The language of the papers: da or en."""
    spelling: tuple[str, ...] = ()
    """Words that are spelt right although no dictionary has them."""
    output: Annotated[str | None, Notation.FILE_STEM] = None
    """What the files are called; without it made from the title."""


class PaperSize(Enum):
    """Paper sizes of the handout."""

    A4 = "A4"
    A5 = "A5"
    LETTER = "Letter"


class Density(Enum):
    """How much stands on a page of the handout."""

    AIRY = "airy"
    NORMAL = "normal"
    COMPACT = "compact"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSettings(Node):
    """How the handout is made."""

    paper: PaperSize = PaperSize.A4
    """The paper's size: A4, A5 or Letter."""
    density: Density = Density.AIRY
    """How much stands on a page: airy (much room to write), normal or compact (the fewest pages)."""
    editions: tuple[Edition, ...] = (Edition.PARTICIPANT,)
    """The editions that are made when none is asked for."""
    cover: Annotated[tuple[Text, ...], Between(0, 5)] = ()
    """The lines to fill in on the cover."""
    sheets: Mapping[str, Text] = field(default_factory=dict)
    """Sheets that questions are carried to: name -> introduction."""
    collect_notes: bool = False
    """Collect participants' own notes too: yes or no. The heading over them then says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck(Node):
    """Everything in the file, resolved: no reference in it can miss."""

    path: Path
    info: DeckInfo
    slides: tuple[Slide, ...]
    sections: tuple[DaySection, ...] = ()
    words: Mapping[str, Text] = field(default_factory=dict)
    """Short form -> its meaning."""
    sources: Mapping[str, Source] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    handout: HandoutSettings = field(default_factory=HandoutSettings)
    theme: Theme = LIGHT
    titles: Mapping[str, Text] = field(init=False, repr=False, compare=False)
    """Slide id -> its title as printed; titles that repeat are numbered."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "titles", numbered_titles(self))

    @property
    def name(self) -> str:
        """Its stable name, with which the file names of its papers begin: the author's own, or made from the title."""
        return file_name(self.info.output or "") or title_name(self.info.title.plain) or "deck"

    @property
    def labels(self) -> Labels:
        """The labels in the deck's language."""
        labels = language_of(self.info.language).labels
        return replace(labels, own_notes=labels.shared_notes) if self.handout.collect_notes else labels

    @property
    def private_headings(self) -> tuple[str, ...]:
        """The headings over notes that participants keep for themselves."""
        labels = language_of(self.info.language).labels
        return (labels.own_notes,) if self.handout.collect_notes else (labels.own_notes, labels.shared_notes)

    def source_of(self, ref: SourceRef) -> Source:
        """Return the work that ``ref`` names."""
        return self.sources[ref.name]


def numbered_titles(deck: Deck) -> Mapping[str, Text]:
    """Return slide id -> its title as printed, such as ``Refleksion 2 af 6`` when six slides have the title Refleksion.

    Titles are compared without regard to capitals. A slide that opens a section keeps its title, because the section's
    number identifies it, and the title slide is not counted. The literature slides keep theirs too, but they are
    counted: other slides with the same title are numbered.
    """
    after = [deck.labels.literature.casefold()] if deck.sources else []
    named = [slide for slide in deck.slides if not slide.opens_section]
    total = Counter([*(slide.title.folded for slide in named), *after])
    seen: Counter[str] = Counter()
    titles = {slide.id: slide.title for slide in deck.slides}
    for slide in named:
        key = slide.title.folded
        seen[key] += 1
        if total[key] > 1:
            titles[slide.id] = _numbered(slide.title, seen[key], total[key], slide.lang or deck.info.language)
    return titles


def continued_title(title: Text, labels: Labels, further: int = 1) -> Text:
    """Return the title of a slide or page that goes on for the ``further``-th time; itself where that is 0.

    It says so after the title, in soft text where the title ends in such; from the second time on with a number, so
    that no two slides have one title.
    """
    if not further:
        return title
    label = labels.continued if further == 1 else labels.continued_again.format(n=further)
    quiet = bool(title.runs) and title.runs[-1].soft
    return Text((*title.runs, Run(f" {label}", soft=quiet)), title.span)


def _numbered(title: Text, n: int, total: int, lang: str) -> Text:
    """Return the title with its number in the soft colour. The words of the number stay on one line."""
    before, _, after = language_of(lang).labels.numbered_title.format(title="\n", n=n, total=total).partition("\n")
    space = after[: len(after) - len(after.lstrip(" "))]
    soft = space + after.lstrip(" ").replace(" ", NO_BREAK_SPACE)
    runs = (Run(before, soft=True), *title.runs, Run(soft, soft=True))
    return Text(tuple(run for run in runs if run.text), title.span)


@dataclass(frozen=True, slots=True)
class Focus:
    """A point in a picture: shares, from 0 to 1, of its width from the left and of its height from the top."""

    x: float = 0.5
    y: float = 0.5


MIDDLE = Focus()

__all__ = [
    "MIDDLE", "SECTION", "Block", "Build", "DaySection", "Deck", "DeckInfo", "Density", "Figure", "Focus", "Handout",
    "HandoutSettings", "ListItem", "Node", "PaperSize", "Question", "Show", "Slide", "Source", "SourceRef", "Ticks",
    "continued_title", "numbered_titles",
]  # fmt: skip
