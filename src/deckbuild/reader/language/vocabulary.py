"""Every key of the language."""

from __future__ import annotations

from deckbuild.blocks.agenda import AgendaItem
from deckbuild.blocks.cards import Card
from deckbuild.blocks.columns import Column
from deckbuild.blocks.comparison import ComparisonRow
from deckbuild.blocks.ladder import LadderStep
from deckbuild.blocks.quadrant import QuadrantItem
from deckbuild.blocks.registry import BY_KEY
from deckbuild.blocks.steps import StepItem
from deckbuild.blocks.timeline import TimelineItem
from deckbuild.model.deck import DeckInfo, Handout, HandoutSettings, ListItem, Node, Question, Source, SourceRef, Ticks
from deckbuild.model.theme_settings import ThemeSettings
from deckbuild.reader.language.fields import keys_of

TOP = ("deck", "theme", "words", "sources", "figures", "tables", "slides", "handout")
_PARTS: tuple[type[Node], ...] = (
    AgendaItem, Card, Column, ComparisonRow, LadderStep, DeckInfo, Handout, HandoutSettings, ListItem, Question,
    ThemeSettings, QuadrantItem, StepItem, TimelineItem, Source, SourceRef, Ticks, *BY_KEY.values(),
)  # fmt: skip

CONTENT = BY_KEY.keys() | {"title", "body", "notes", "source", "hidden", "build", "handout"}
"""The keys that stand directly in a slide."""

WORDS = frozenset(TOP) | BY_KEY.keys() | {"body", "notes", "id", "title", "hidden", "build"} | {
    key for part in _PARTS for key in keys_of(part)
}  # fmt: skip
"""All of them, wherever they may stand."""
