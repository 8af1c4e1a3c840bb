"""The look of the slides as data: colours, type scale and slide master. All lengths in points.

Layout reads sizes from here; writers look up colours by their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import NewType

from deckbuild.dataclass import dataclass
from deckbuild.fonts.faces import Family
from deckbuild.model.default_layouts import OWN
from deckbuild.model.slide_layouts import SHORT_TEXTS, TEXT_BESIDE, Align, Anchor, LayoutKind, Role, SlideMaster
from deckbuild.units import Pt

Color = NewType("Color", str)
"""The name of a colour in the theme, such as ``ink`` or ``accent2``."""

INK, SOFT, LINE, HAIR, MARK, PAPER, ON_ACCENT = (
    Color(name) for name in ("ink", "soft", "line", "hair", "mark", "paper", "on-accent")
)
ACCENTS = 5
"""How many accents there are. The section after the last of them has the first again, and so on."""


class TitleArt(Enum):
    """The drawings for the title slide and the handout's cover."""

    REGISTER = "register"
    """A card with a tab for each section."""
    CASCADE = "cascade"
    """A bar for each section, as long as its share of the slides."""
    RINGS = "rings"
    """A ring for each section around a star."""
    RIBBONS = "ribbons"
    """A ribbon for each section, the longer the more slides it has."""
    HALL = "hall"
    """A stage, and a row of seats around it for each section."""
    NONE = "none"


def accent(section: int) -> Color:
    """Return the accent of section ``section`` (from 1); ink before the first section."""
    return Color(f"accent{(section - 1) % ACCENTS + 1}") if section else INK


def wash(section: int) -> Color:
    """Return the pale fill of section ``section``; paper before the first."""
    return Color(f"wash{(section - 1) % ACCENTS + 1}") if section else PAPER


@dataclass(frozen=True, slots=True)
class Step:
    """A type size and its exact leading, both in points."""

    size: Pt
    leading: Pt


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a role looks, but for its size."""

    color: Color | None = INK
    """``None`` is the section's accent, and the soft colour before the first section."""
    bold: bool = False
    italic: bool = False
    heading: bool = False
    """Whether it is set in the family of headings."""
    align: Align = Align.LEFT
    anchor: Anchor = Anchor.TOP
    numbered: bool = False
    """Whether a number stands before it, in the slides' hanging indent."""


LOOKS: Mapping[Role | tuple[LayoutKind, Role], Look] = {
    Role.TITLE: Look(bold=True, heading=True),
    (LayoutKind.TITLE, Role.TITLE): Look(bold=True, heading=True, anchor=Anchor.BOTTOM),
    (LayoutKind.SECTION, Role.TITLE): Look(ON_ACCENT, bold=True, heading=True, anchor=Anchor.MIDDLE, numbered=True),
    Role.SUBTITLE: Look(SOFT),
    Role.DATE: Look(SOFT, align=Align.RIGHT),
    (LayoutKind.TITLE, Role.DATE): Look(SOFT),
    Role.SECTION: Look(None),
    Role.SOURCE: Look(SOFT),
    (LayoutKind.PICTURE, Role.TITLE): Look(bold=True, heading=True, anchor=Anchor.BOTTOM),
    (LayoutKind.CLOSING, Role.BODY): Look(SOFT),
    (LayoutKind.QUOTE, Role.TITLE): Look(None, bold=True, heading=True),
    (LayoutKind.QUOTE, Role.BODY): Look(anchor=Anchor.BOTTOM),
    (LayoutKind.QUOTE, Role.BODY2): Look(SOFT),
    **{(kind, Role.BODY): Look(anchor=Anchor.MIDDLE) for kind in (*SHORT_TEXTS, *TEXT_BESIDE)},
    Role.NUMBER: Look(SOFT, bold=True, align=Align.RIGHT),
}
"""How text looks by its role. Where a role has an entry with a layout too, that one holds on the layout.

Text grows upward, or both ways, when somebody adds lines: its anchor says which.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingForm:
    """How the closing slide is set; lengths in points."""

    titles: tuple[Step, ...] = (Step(56, 64),)
    """The sizes to try for its title, before those of other titles."""
    thanks: Step = Step(24, 32)
    under: Pt = 68
    """The most white under the thanks."""
    row: Step = Step(22, 30)
    pitch: Pt = 64
    """The height of a row, where there is room."""
    hang: Pt = 144
    """From the left edge of a row to its text."""
    label: Look = Look(bold=True)
    """What stands before a row's text."""
    rule: Pt = 0.75
    """The width of the rules between rows."""
    code: Pt = 192
    """The side of the QR code."""
    plate: tuple[Pt, Pt] | None = None
    """The white left and right of the code, and over it, on the plate that it has on a ground of another colour."""


@dataclass(frozen=True, slots=True)
class TypeScale:
    """The steps of the slides' type."""

    deck_title: Step = Step(56, 64)
    section: Step = Step(40, 48)
    title: Step = Step(30, 36)
    smaller_titles: tuple[Pt, ...] = (27, 24)
    """Type sizes to try for titles that have no room, with leading in the same proportion."""
    kicker: Step | None = Step(20, 28)
    """The title of a slide that is a quote; ``None`` is as other titles."""
    closing: ClosingForm = ClosingForm()
    quote: tuple[Step, ...] = (
        Step(44, 56), Step(40, 52), Step(36, 48), Step(32, 44), Step(28, 40), Step(24, 34),
    )  # fmt: skip
    """A quote that has a slide to itself; the largest that fits."""
    quote_by: Step = Step(18, 26)
    """Who a quote is by."""
    display: tuple[Step, ...] = (Step(28, 40), Step(24, 34), Step(22, 30))
    """Definitions, and quotes among other blocks; the largest that fits."""
    dense: tuple[Step, ...] = ()
    """Smaller steps of running text, only for what can't go on over several slides."""
    shrunk: tuple[float, ...] = ()
    """Shares of its size, the largest first, at which a slide's content is drawn when nothing else makes it fit."""
    together: tuple[Step, ...] = ()
    """Those of the dense steps that are tried before several blocks go on over several slides."""
    dense_table: tuple[Step, ...] = ()
    """Smaller steps of tables, only for words that are too long for the others, and for what can't go on."""
    card_head: Step = Step(28, 36)
    body: tuple[Step, ...] = (Step(24, 32), Step(22, 30), Step(20, 28), Step(18, 24))
    short: tuple[Step, ...] = (
        Step(56, 68), Step(48, 58), Step(44, 52), Step(40, 48), Step(36, 44), Step(32, 40), Step(28, 36),
    )  # fmt: skip
    """Short content; each kind of it uses some of them."""
    short_table: tuple[Step, ...] = (Step(22, 30), Step(20, 28))
    """Tables with few rows of one line each."""
    table: tuple[Step, ...] = (
        Step(20, 26), Step(18, 23), Step(15, 19), Step(14, 18), Step(13, 17), Step(12, 16),
    )  # fmt: skip
    programme: Pt = 22
    """The largest type of a programme."""
    axis: Step = Step(16, 22)
    foot: Step = Step(12, 16)

    def own_titles(self, layout: LayoutKind) -> tuple[Step, ...]:
        """Return the steps to try first on a layout whose titles are larger or smaller than others."""
        if layout is LayoutKind.CLOSING:
            return self.closing.titles
        return (self.kicker,) if layout is LayoutKind.QUOTE and self.kicker else ()


LONE_LINES = 4
"""The most lines of one question, item or paragraph alone."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """When a kind of content is short, and how it is then set."""

    most: int
    """The most paragraphs."""
    lines: int
    """The most lines of all of them ..."""
    each: int
    """... and of each."""
    sizes: tuple[Pt, Pt]
    """The smallest and the largest size."""
    gap: tuple[float, float]
    """The least and the greatest white between paragraphs, in leadings."""
    high: Pt = 340
    """The most height."""

    def steps(self, scale: TypeScale) -> list[Step]:
        """Return the steps of a scale within its sizes, the largest first."""
        return [step for step in scale.short if self.sizes[0] <= step.size <= self.sizes[1]]


SHORT_FORMS: Mapping[LayoutKind, ShortForm] = {
    LayoutKind.QUESTIONS: ShortForm(5, 10, 2, (28, 40), (0.7, 2.0), 352),
    LayoutKind.TEXT: ShortForm(6, 6, 2, (28, 36), (0.66, 0.66)),
    LayoutKind.PROSE: ShortForm(1, LONE_LINES, LONE_LINES, (36, 56), (0.66, 0.66)),
}
"""Layout kind of usual content -> its form when it is short."""


_COLORS = {
    "ink": "1B1F24", "soft": "4A5058", "line": "6B7178", "hair": "B9C0C7", "mark": "BF3F0A", "paper": "FFFFFF",
    "on-accent": "FFFFFF",
    "accent1": "09508A", "accent2": "195936", "accent3": "842E5D", "accent4": "6C460F", "accent5": "5F3B92",
    "wash1": "EBF1F6", "wash2": "EDF2EF", "wash3": "F5EEF2", "wash4": "F3F0EC", "wash5": "F2EFF6",
}  # fmt: skip


class ContentsForm(Enum):
    """How the numbers of sections stand in the contents on the cover."""

    TABS = "tabs"
    """On squares in the colour of the section."""
    BOXES = "boxes"
    """In outlined boxes."""
    RULES = "rules"
    """Plain, and every line over a hair rule."""


@dataclass(frozen=True, slots=True)
class PaperLooks:
    """How paper differs from the usual look: titles and questions, and what tells the section."""

    title: Look = Look(bold=True, heading=True)
    subtitle: Look = Look(SOFT)
    title_size: float = 1.0
    cover_size: float = 1.0
    """How many times as large as usual the titles of pages and of the cover are."""
    title_leading: float = 1.0
    """A factor for the leading of titles that are larger."""
    title_rule: bool = False
    """Whether a hair rule stands under a title that has a page of its own."""
    question: Look = Look(bold=True)
    question_size: float = 1.0
    question_id: Look = Look(SOFT, bold=True)
    question_id_size: float = 1.0
    """How many times as large as usual questions and their numbers are."""
    indent: float = 1.0
    """How many times as far as usual the text of a question stands from the left edge of its number."""
    title_down: Pt = 0.0
    """How much lower than usual titles begin on airy A4, under what shows the section."""
    cover_stroke: tuple[Pt, Pt] = (0, 0)
    """The length and width of the stroke between title and subtitle on the cover; 0 for none."""
    contents: ContentsForm = ContentsForm.TABS
    """How the contents on the cover are set."""
    heads: bool = True
    """Whether the running head names the section."""
    section_in_foot: bool = False
    """Whether the foot names it, in place of the deck's title."""


USUAL_PAPER = PaperLooks()


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of slides; ``paper_theme`` makes the one for paper of it."""

    name: str = "Deckbuild"
    font: str = "Arial"
    """The font family named in the slides."""
    colors: dict[str, str] = field(default_factory=lambda: dict(_COLORS))
    """Colour name -> RRGGBB."""
    tint: float = 0.08
    """The share of the accent in a wash, from 0 to 1; the rest is the paper's colour."""
    grey: bool = False
    """Whether pictures are printed in greys too."""
    scale: TypeScale = TypeScale()
    slide_master: SlideMaster = OWN
    """Where things stand on slides."""
    title_art: TitleArt = TitleArt.REGISTER
    """What is drawn on the title slide and the cover, where the deck chooses nothing else."""
    design: str = "tabs"
    """The name of what is drawn around the content: how sections are shown, and the title and section slides."""
    looks: Mapping[Role | tuple[LayoutKind, Role], Look] = field(default_factory=lambda: LOOKS)
    """How text looks by its role, as in ``LOOKS``."""
    bullet: str = "–"
    """The sign before the items of a list."""
    bullet_color: Color | None = None
    """Its colour, where that is not the accent's; so it is for numbers of lists."""
    bullet_share: float = 1.0
    """Its size, as a share of the text's."""
    bullet_font: str = ""
    """The family named for that sign, where ``font`` lacks it."""
    indent: Pt = 24
    """The hanging indent of a list."""
    number_indent: Pt = 28
    """The hanging indent of a numbered list."""
    pale_on_accent: Color = LINE
    """The colour of lines and numbers that stand back on an accent, such as those of other sections."""
    question_sign: str = ""
    """What stands before the numbers of questions on slides."""
    plates: Color | None = None
    """The colour of plates behind the numbers of questions, where the marks themselves are too pale to read."""
    programme_time: tuple[Look, Look] = (Look(bold=True), Look(SOFT))
    """The times of a programme, and those of its breaks."""
    programme_pause: Look = Look(SOFT)
    """What a programme says of a break."""
    day_chart: bool = True
    """Whether a programme has a chart of the day beside it, where there is room."""
    quote_stroke: tuple[Pt, Pt] = (32, 2)
    """The length and the width of the stroke before the name under a quote; 0 for none."""
    paper: PaperLooks = USUAL_PAPER
    table_head: Look = Look(None, bold=True)
    """The heads of columns on slides."""
    office: Mapping[str, str] = field(default_factory=dict)
    """Names of Office's colour scheme (``accent2``) -> the name of our colour for it, where that is another."""
    scheme: Mapping[str, str] | None = None
    """Colour name -> the name of that colour in a template's theme, as slides write it; ``None`` without a template."""
    slide_colors: dict[str, str] | None = None
    """The colours of the slides, for thumbnails on paper, when a template gives slides a background."""
    heading_font: str = ""
    """The family named for headings, where it is another."""
    families: tuple[Family, Family] = (Family.SANS, Family.SANS)
    """What text, and what headings, are measured and embedded in."""
    wider: float = 1.0
    """The most by which letters of ``font`` are wider than the letters that are measured, as a factor."""
    stated: bool = False
    """Whether slides must name ``font``, because the template's placeholders don't have it."""

    def look(self, role: Role, layout: LayoutKind) -> Look:
        """Return the look of a role on a layout."""
        return self.looks.get((layout, role)) or self.looks.get(role) or Look()

    def hex(self, color: Color) -> str:
        """Return the colour as RRGGBB."""
        return self.colors[color]
