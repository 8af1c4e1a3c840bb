"""What stands on a slide: blocks, and what they are made of. ``Block`` is all that others know of a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar

from deckbuild.diagnostics import Diagnostics, Span
from deckbuild.locales import Labels
from deckbuild.model.answer import Answer
from deckbuild.model.clock import ProgrammeRow
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
    """Ways to write it, each by its keys, of which exactly one must be there."""
    ANY_OF: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Ways to write it, each by its keys, of which at least one must be there."""
    TOGETHER: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """Key -> the keys that it needs beside it."""
    HOLDS_BLOCKS: ClassVar[bool] = False
    """Whether the keys of blocks stand among its own; what they make is its field ``body``."""

    span: Annotated[Span | None, NOT_WRITTEN] = field(default=None, compare=False)
    places: Annotated[Mapping[str, Span], NOT_WRITTEN] = field(default_factory=dict, repr=False, compare=False)
    """Field name -> the place of its value."""

    def at(self, name: str) -> Span | None:
        """Return where field ``name`` stands, or else where the whole node does."""
        return self.places.get(name, self.span)

    def checked(self, findings: Diagnostics) -> Node | None:  # noqa: ARG002
        """Check that its fields go together; return it or another in its place, or nothing when a fault was told."""
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Node):
    """An item of a list, with the list inside it."""

    SHORTHAND: ClassVar[str] = "text"

    text: Text
    """What the item says."""
    sub: Annotated[tuple[ListItem, ...], Notation.SUB_LIST] = ()
    """The items under it."""


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
    """A piece of a slide's content. The kinds are in ``deckbuild.blocks``, one file each.

    A kind says all of itself by overriding what differs. ``place`` and ``handout`` take and give what layout and
    handout define, which the model doesn't know: kinds name these types, and callers what they get.
    """

    KIND: ClassVar[str] = ""
    """The key that says what it is in deck.yaml."""
    LAYOUT: ClassVar[LayoutKind] = LayoutKind.TEXT
    """The master's layout for a slide of just this block."""
    ELASTIC: ClassVar[bool] = False
    """Whether it takes what height is left on the slide (figures, boards) rather than its own."""
    WIDE: ClassVar[bool] = True
    """Whether it uses the slide's full width; otherwise it stands right of the hanging column."""
    DRAWING: ClassVar[bool] = False
    """Whether it may be defined under ``figures:`` and has a description."""
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ()
    """The fields of which one must tell those who can't see it what it shows, unless the figure it is does."""
    DEFINED_UNDER: ClassVar[str] = ""
    """The key at the top of the file under which what it shows may be defined by name."""
    NAMED_FIRST: ClassVar[bool] = False
    """Whether it is named before other kinds that have the same keys: it is the one that is usually meant."""
    IN_COLUMN: ClassVar[bool] = True
    """Whether it may stand in a column."""
    BESIDE_NOTES: ClassVar[bool] = False
    """Whether it is set in a narrow column on paper, with lines for notes beside it."""
    OWN_NOTE_LINES: ClassVar[bool] = False
    """Whether it prints lines for own notes itself."""
    PRINTED_IN_FULL: ClassVar[bool] = False
    """Whether paper shows it as the slide does, so that the slide in small would show it twice."""
    FOOT_BIDS_WRITE: ClassVar[bool] = False
    """Whether the slide's foot bids to write on the handout's page."""
    FRAMES_DAY: ClassVar[bool] = False
    """Whether it is a part of the day's frame, which the next day keeps, whatever it is about."""
    DIRECTIVES: ClassVar[frozenset[str]] = frozenset()
    """The keys under a slide's ``handout:`` that have an effect on it."""

    id: Annotated[str, NOT_WRITTEN] = field(default="", compare=False)
    """Stable name within the deck, such as ``refleksion/1``; given by the reader."""

    @property
    def wide(self) -> bool:
        """Whether it uses the full width of the slide."""
        return self.WIDE

    @property
    def asks(self) -> int:
        """How many question numbers it uses up on its slide."""
        return 0

    @property
    def posed(self) -> tuple[Question, ...]:
        """The questions it puts to the participants."""
        return ()

    @property
    def inner(self) -> tuple[Block, ...]:
        """The blocks it holds."""
        return ()

    @property
    def flowing(self) -> bool:
        """Whether it is running text, which shares a placeholder with the running text around it."""
        return False

    @property
    def tickable(self) -> bool:
        """Whether there is a list in it that ``ticks:`` works on."""
        return "ticks" in self.DIRECTIVES

    @property
    def foot_caption(self) -> tuple[Text, tuple[SourceRef, ...]] | None:
        """The caption for the foot of its slide, and the works it is taken from; nothing when it has none there."""
        return None

    @property
    def programme(self) -> tuple[ProgrammeRow, ...]:
        """The rows of the day's programme, by which the guide tells the time."""
        return ()

    @property
    def drafted(self) -> tuple[Text, ...]:
        """The texts that may still wait for somebody to write them."""
        return ()

    @property
    def used(self) -> str:
        """The name of what it shows under ``DEFINED_UNDER``; nothing when it has none."""
        return ""

    @property
    def unresolved(self) -> bool:
        """Whether what it shows is still to be found under the name it uses."""
        return False

    def resolved(self, found: Any) -> Block:
        """Return it with what was defined under the name it uses."""
        raise NotImplementedError(self.KIND)

    @property
    def shown_answers(self) -> ShownAnswers | None:
        """The answers it shows, if it asks for some."""
        return None

    def with_answers(self, answers: Sequence[Text]) -> Block:
        """Return what shows these answers, the most frequent first."""
        raise NotImplementedError(self.KIND)

    @property
    def wanted_table(self) -> Any:
        """The ``WantedTable`` of numbers it is made of, if it names a file of them."""
        return None

    def with_table(self, cells: Any) -> Block:
        """Return it with the ``Grid`` of cells of its file."""
        raise NotImplementedError(self.KIND)

    def headed(self, head: Text) -> Block | None:  # noqa: ARG002
        """Return it under a head of its own, if it prints one and has none yet."""
        return None

    def on_paper(self, labels: Labels) -> str:  # noqa: ARG002
        """Return what the guide says that participants have of it on paper, beside questions; mostly nothing."""
        return ""

    def pars(self, width: Pt, context: Any) -> list[Any]:
        """Return running text as ``Par``s, set in ``width`` points; only asked of ``flowing`` blocks."""
        raise NotImplementedError(self.KIND)

    def split(self, region: Rect, context: Any) -> Sequence[Block]:  # noqa: ARG002
        """Return the parts, each of which fits ``region``, when the whole doesn't; itself when it can't be split."""
        return [self]

    def place(self, region: Rect, context: Any) -> Any:
        """Return its ``Placement`` on a slide, from the top of ``region``, in a ``SlideContext``."""
        raise NotImplementedError(self.KIND)

    def handout(self, context: Any) -> list[Any]:
        """Return the ``Strip``s that the handout prints of it, from top to bottom, in a ``PaperContext``."""
        raise NotImplementedError(self.KIND)
