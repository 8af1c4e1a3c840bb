"""Blocks, which make up a slide's content, and the nodes they share. Other rooms know a kind only through ``Block``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Span
from deckbuild.locales.labels import Labels
from deckbuild.model.clock import Programme
from deckbuild.model.slide_layouts import LayoutKind
from deckbuild.model.text import Text
from deckbuild.model.written import NOT_WRITTEN, Between, Notation
from deckbuild.units import Pt, Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything written in the deck file: where it stands, and where each of its fields stands."""

    SHORTHAND: ClassVar[str] = ""
    """The field meant when the author writes a plain value where a mapping is also allowed."""
    ONE_OF: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of keys. The author must write exactly one group."""
    ANY_OF: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of keys. The author must write at least one group."""
    TOGETHER: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Key -> the keys that must stand beside it."""
    HOLDS_BLOCKS: ClassVar[bool] = False
    """Whether blocks may be written among its own keys. The blocks become its field ``body``."""

    span: Annotated[Span | None, NOT_WRITTEN] = field(default=None, compare=False)
    places: Annotated[Mapping[str, Span], NOT_WRITTEN] = field(default_factory=dict, repr=False, compare=False)
    """Field name -> the place of its value."""

    def at(self, name: str) -> Span | None:
        """Return where field ``name`` stands, or else where the whole node does."""
        return self.places.get(name, self.span)

    @property
    def numbered(self) -> tuple[tuple[Text, ...], ...]:
        """The texts that the papers number, list by list."""
        return ()

    def checked(self, findings: Diagnostics) -> Node | None:  # noqa: ARG002
        """Check that the fields fit together, and report what does not to ``findings``.

        Return the node, or another to use instead; ``None`` after an error was reported.
        """
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """An item of a list, with the list inside it."""

    SHORTHAND: ClassVar[str] = "text"

    text: Text
    """What the item says."""
    sub: Annotated[tuple[ListItem, ...], Notation.SUB_LIST] = ()
    """The items under it."""


class Answer(Enum):
    """The ways a participant answers a question."""

    LINES = "lines"
    YES_NO = "yes-no"
    TICK = "tick"
    SCALE = "scale"
    BOX = "box"
    DOTS = "dots"
    BLANK = "blank"
    WORD = "word"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Node):
    """A question put to the participants, and how they answer it."""

    SHORTHAND: ClassVar[str] = "ask"

    ask: Text
    """The question."""
    answer: tuple[Answer, ...] = (Answer.LINES,)
    """How it is answered: lines, yes-no, tick, scale, box, dots, blank, word or none; or a list of several."""
    lines: Annotated[int | None, Between(0, 40)] = None
    """How many lines to write on; without it the space follows the question."""
    carry_to: str | None = None
    """The sheet at the back on which the question stands once more."""
    choices: Annotated[tuple[Text, ...], Between(2, 12)] = ()
    """What to tick, or the places on the scale from left to right."""
    id: Annotated[str, Notation.STABLE_NAME] = ""
    """A stable name; without one the reader gives it."""
    hint: Text | None = None
    """For the teaching team only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef(Node):
    """A mention of a work in ``sources``."""

    SHORTHAND: ClassVar[str] = "name"

    name: str
    """The work's name in ``sources``."""
    pages: str | None = None
    """Page or pages, such as ``29``."""


@dataclass(frozen=True, slots=True)
class ShownAnswers:
    """What a block shows of the answers that were collected."""

    question: str
    """The id of the question."""
    file: Path | None
    """The file of answers; without it the usual one beside the deck."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Node):
    """A part of a slide's content. Each kind of block is a subclass, in a file of its own in ``deckbuild.blocks``.

    A kind overrides what differs from the defaults here. ``place``, ``split``, ``pars`` and ``handout`` use types of
    layout and handout. The model may not import those rooms, so the types are ``Any`` here; the kinds name them.
    """

    KIND: ClassVar[str] = ""
    """Its key in deck.yaml."""
    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TEXT
    """The slide layout for a slide that holds only this block."""
    EVENT: ClassVar[bool] = False
    """Whether its layout is for a slide of its own; among other blocks it stands in the layout for text."""
    ELASTIC: ClassVar[bool] = False
    """Whether it fills the height that is left on the slide, as figures and boards do."""
    OWN_STEP: ClassVar[bool] = False
    """Whether it chooses its type size itself, so that it is the same at every size of the slide's text."""
    WIDE: ClassVar[bool] = True
    """Whether it uses the slide's full width; otherwise it stands right of the hanging column."""
    DRAWING: ClassVar[bool] = False
    """Whether it may be defined under ``figures:``."""
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ()
    """Fields with a text alternative. One must be written, unless the block stands in a figure that has one."""
    DEFINED_UNDER: ClassVar[str] = ""
    """The top-level key under which its content may be defined by name, such as ``tables``; empty for none."""
    NAMED_FIRST: ClassVar[bool] = False
    """Whether a message names this kind first, where several kinds have the same key."""
    IN_COLUMN: ClassVar[bool] = True
    """Whether it may stand in a column."""
    BESIDE_NOTES: ClassVar[bool] = False
    """Whether paper sets it in a narrow column with note lines beside it."""
    OWN_NOTE_LINES: ClassVar[bool] = False
    """Whether it prints its own note lines, so that the page adds none."""
    PRINTED_IN_FULL: ClassVar[bool] = False
    """Whether paper shows all that the slide shows. The page then needs no thumbnail of the slide."""
    FOOT_BIDS_WRITE: ClassVar[bool] = False
    """Whether the slide's foot asks participants to write on the handout page it names."""
    USUAL: ClassVar[bool] = False
    """Whether an editor writes this kind where a new slide or column needs content."""
    OF_SENTENCES: ClassVar[bool] = False
    """Whether it is a list of sentences, so that a comma does not part its items."""
    WITH_NUMBERS: ClassVar[str] = ""
    """The key of the kind that is the same list with numbers; empty for none."""
    FRAMES_DAY: ClassVar[bool] = False
    """Whether ``deckbuild next`` keeps it, because it belongs to every day (questions, the programme)."""
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset()
    """The keys under a slide's ``handout:`` that have an effect on it."""

    id: Annotated[str, NOT_WRITTEN] = field(default="", compare=False)
    """Stable name within the deck, such as ``refleksion/1``; given by the reader."""

    @property
    def layouts(self) -> tuple[LayoutKind, ...]:
        """The layouts that suit a slide of this block alone; the first is the usual."""
        return (self.LAYOUT,)

    def in_columns(self) -> Block:
        """Return the block as it stands alone on a slide with two columns. Asked if that is among its ``layouts``."""
        return self

    def check_whole(self, findings: Diagnostics) -> None:
        """Report what has no effect, as its layout does not make a picture reach the edges of the slide."""

    @property
    def under(self) -> Text | None:
        """What stands under a picture, or in the foot of a slide whose edges it reaches."""
        return None

    @property
    def wide(self) -> bool:
        """Whether it uses the full width of the slide."""
        return self.WIDE

    @property
    def asks(self) -> int:
        """How many question numbers it takes on its slide."""
        return 0

    @property
    def posed(self) -> tuple[Question, ...]:
        """The questions it puts to the participants."""
        return ()

    @property
    def numbered(self) -> tuple[tuple[Text, ...], ...]:
        """Its questions."""
        return (tuple(question.ask for question in self.posed),)

    @property
    def bulleted(self) -> tuple[Text, ...]:
        """Its items, if they get bullets, and ``WITH_NUMBERS`` is the key to number them."""
        return ()

    @property
    def inner(self) -> tuple[Block, ...]:
        """The blocks it holds."""
        return ()

    @property
    def flowing(self) -> bool:
        """Whether it is running text. Running text shares one placeholder with its neighbours."""
        return False

    @property
    def brief(self) -> LayoutKind | None:
        """Like which kind of content it is set large when it is short: questions, a list, one paragraph; else none."""
        return None

    @property
    def tickable(self) -> bool:
        """Whether it holds a list to which ``ticks:`` applies."""
        return "ticks" in self.DIRECTIVES

    @property
    def foot_caption(self) -> tuple[Text, tuple[SourceRef, ...]] | None:
        """The caption to print in the slide's foot and its sources; ``None`` when it prints none there."""
        return None

    @property
    def programme(self) -> Programme | None:
        """The programme of a day, if it shows one. The guide takes its clock times from the rows."""
        return None

    @property
    def drafted(self) -> tuple[Text, ...]:
        """The texts that may still be placeholders, such as the one that ``deckbuild next`` leaves."""
        return ()

    @property
    def used(self) -> str:
        """The name it refers to under ``DEFINED_UNDER``; empty for none."""
        return ""

    @property
    def unresolved(self) -> bool:
        """Whether the definition it refers to is still to be looked up."""
        return False

    def resolved(self, found: Any) -> Block:
        """Return the block with the definition ``found`` filled in. Only asked of an ``unresolved`` block."""
        raise NotImplementedError(self.KIND)

    @property
    def shown_answers(self) -> ShownAnswers | None:
        """Which collected answers it shows; ``None`` for none."""
        return None

    def with_answers(self, answers: Sequence[Text]) -> Block:
        """Return the block with ``answers`` filled in, the most frequent first."""
        raise NotImplementedError(self.KIND)

    @property
    def wanted_table(self) -> Any:
        """The ``WantedTable`` to read when it names a file of numbers; ``None`` otherwise."""
        return None

    def with_table(self, cells: Any) -> Block:
        """Return the block with ``cells``, the ``Grid`` read from its file."""
        raise NotImplementedError(self.KIND)

    def headed(self, head: Text) -> Block | None:  # noqa: ARG002
        """Return the block with ``head`` as its heading; ``None`` when it can't take one or has one."""
        return None

    def on_paper(self, labels: Labels) -> str:  # noqa: ARG002
        """Return what the guide says about its place in the handout, questions apart; empty for nothing."""
        return ""

    def pars(self, width: Pt, context: Any) -> list[Any]:
        """Return its text as ``Par``s, set in ``width`` points. Only asked of a ``flowing`` block."""
        raise NotImplementedError(self.KIND)

    def split(self, rooms: Any, context: Any) -> Sequence[Block]:  # noqa: ARG002
        """Return parts that each fit the ``Rooms`` of one frame; only itself when it can't be split."""
        return [self]

    def place(self, region: Rect, context: Any) -> Any:
        """Return its ``Placement`` from the top of ``region`` (points) in a ``SlideContext``."""
        raise NotImplementedError(self.KIND)

    def handout(self, context: Any) -> list[Any]:
        """Return its ``Strip``s for the handout, from top to bottom, in a ``PaperContext``."""
        raise NotImplementedError(self.KIND)
