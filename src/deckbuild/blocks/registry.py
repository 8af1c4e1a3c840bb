"""The kinds of block, listed once. The order is the order of the documentation."""

from deckbuild.blocks.agenda import Agenda
from deckbuild.blocks.base import ContentBlock
from deckbuild.blocks.board import Board
from deckbuild.blocks.bullets import Bullets
from deckbuild.blocks.cards import Cards
from deckbuild.blocks.chart import Chart
from deckbuild.blocks.columns import Columns
from deckbuild.blocks.comparison import Comparison
from deckbuild.blocks.cycle import Cycle
from deckbuild.blocks.definition import Definition
from deckbuild.blocks.fields import Fields
from deckbuild.blocks.figure import FigureUse
from deckbuild.blocks.hub import Hub
from deckbuild.blocks.ladder import Ladder
from deckbuild.blocks.numbered import Numbered
from deckbuild.blocks.picture import Picture
from deckbuild.blocks.prose import Prose
from deckbuild.blocks.pyramid import Pyramid
from deckbuild.blocks.quadrant import Quadrant
from deckbuild.blocks.quote import Quote
from deckbuild.blocks.reflection import Reflection
from deckbuild.blocks.section import Section
from deckbuild.blocks.steps import Steps
from deckbuild.blocks.table import Table
from deckbuild.blocks.timeline import Timeline

KINDS: tuple[type[ContentBlock], ...] = (
    Section,
    Agenda,
    Prose,
    Bullets,
    Numbered,
    Definition,
    Quote,
    Table,
    Comparison,
    Cards,
    Hub,
    Ladder,
    Steps,
    Cycle,
    Timeline,
    Pyramid,
    Quadrant,
    Chart,
    FigureUse,
    Reflection,
    Fields,
    Board,
    Picture,
    Columns,
)

BY_KEY: dict[str, type[ContentBlock]] = {kind.KIND: kind for kind in KINDS}
"""deck.yaml key -> kind."""
