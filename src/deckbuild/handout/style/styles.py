"""The looks of paper: three densities and large print, each for every paper size."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from deckbuild.dataclass import dataclass
from deckbuild.frame.text import Tag
from deckbuild.handout.style.style import PaperStyle
from deckbuild.layout.drawing_looks import PAPER_CHART, PAPER_LOOK
from deckbuild.layout.text.paragraph import ParStyle
from deckbuild.model.deck import Density, HandoutSettings, PaperSize
from deckbuild.model.theme import SOFT, Color, Look, PaperLooks, Step, Theme
from deckbuild.units import Pt, mm


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A paper size, and what stays free around the text. All in points."""

    width: Pt
    height: Pt
    inner: Pt
    outer: Pt
    title_top: Pt
    below: Pt
    """Height from the end of the text to the bottom edge."""
    foot: Pt
    """Height from the top of the foot to the bottom edge."""


_SHEETS = {
    PaperSize.A4: _Sheet(mm(210), mm(297), mm(26), mm(20), mm(24), mm(21), mm(15)),
    PaperSize.LETTER: _Sheet(mm(215.9), mm(279.4), mm(26), mm(20), mm(24), mm(21), mm(15)),
    PaperSize.A5: _Sheet(mm(148), mm(210), mm(20), mm(14), mm(19), mm(17), mm(12.5)),
}


def _with_text(style: PaperStyle, step: Step) -> PaperStyle:
    """Return a style with running text at another step."""
    return replace(style, text=ParStyle(step), text_soft=ParStyle(step, SOFT), strong=ParStyle(step, bold=True))


def _with_all_text(style: PaperStyle, step: Step) -> PaperStyle:
    """Return a style with all but headings, questions and furniture at another step: text, labels, notes, tables."""
    return replace(
        _with_text(style, step),
        right=replace(style.right, step=step),
        question_id=replace(style.question_id, step=step),
        answer_label=replace(style.answer_label, step=step),
        source=replace(style.source, step=step),
        scale_label=replace(style.scale_label, step=step),
        note=replace(style.note, step=step),
        note_right=replace(style.note_right, step=step),
        note_ink=replace(style.note_ink, step=step),
        comparison=step,
        table=step,
    )


_AIRY = PaperStyle()
_NORMAL = replace(
    _with_text(_AIRY, Step(10.5, mm(4.8))),
    white=0.8,
    answer_share=0.75,
    most_units=4,
    runs_on=True,
    notes_width=mm(46),
    body_top=mm(39),
    divider_above=mm(5),
    divider_below=mm(5),
    after_header=mm(3.5),
    after_small_header=mm(2.5),
    between_questions=mm(5.5),
    frame_height=mm(63),
    between_items=mm(1.5),
    between_paragraphs=mm(2),
    between_blocks=mm(4),
    diagrams=replace(PAPER_LOOK, apart=mm(15)),
)
_COMPACT = replace(
    _with_all_text(_NORMAL, Step(9.5, mm(4.3))),
    white=0.6,
    answer_share=0.5,
    least_margin=1,
    most_units=6,
    own_pages=False,
    inner=mm(25),
    outer=mm(16),
    body_bottom=mm(280),
    foot_top=mm(284),
    notes_width=mm(33),
    head_top=mm(9),
    title_top=mm(17),
    body_top=mm(27.5),
    divider_above=mm(4.2),
    divider_below=mm(3.4),
    after_header=mm(2.2),
    after_small_header=mm(1.4),
    between_questions=mm(3.4),
    wide_indent=mm(12),
    frame_height=mm(45),
    between_items=mm(0.8),
    between_paragraphs=mm(1.2),
    between_blocks=mm(2.5),
    page_title=replace(_AIRY.page_title, step=Step(15, mm(6.2))),
    slide_title=replace(_AIRY.slide_title, step=Step(12.5, mm(5.4))),
    question=replace(_AIRY.question, step=Step(10, mm(4.4))),
    question_id=replace(_AIRY.question_id, step=Step(9.5, mm(4.4))),
    subhead=replace(_AIRY.subhead, step=Step(11, mm(5))),
    list_title=Step(10, mm(4.6)),
    field_title=Step(11.5, mm(5.2)),
    comparison=Step(9.5, mm(4.1)),
    table=Step(9.5, mm(4.1)),
    diagrams=replace(PAPER_LOOK, apart=mm(11.5), node_height=mm(7.6), steps=(Step(9.5, 11.2),)),
    charts=replace(PAPER_CHART, most=mm(50)),
)
_DENSITIES = {Density.AIRY: _AIRY, Density.NORMAL: _NORMAL, Density.COMPACT: _COMPACT}

_LARGE_TEXT = Step(18, mm(8.2))
_LABELS = tuple(Step(size, round(size * 7 / 6, 1)) for size in (18, 16, 14, 12, 10, 9))
"""Steps for the labels of drawings in large print. Labels smaller than text are printed again under the drawing."""
_LARGE = replace(
    _with_all_text(_AIRY, _LARGE_TEXT),
    zoom=18 / 10.5,
    answer_share=0.5,
    side_notes=False,
    runs_on=True,
    pitch=mm(12),
    circle=mm(4),
    circle_gap=mm(2.5),
    dot_out=mm(4),
    wide_indent=mm(22),
    narrow_indent=mm(20),
    body_top=mm(44),
    between_questions=mm(9),
    between_items=mm(3),
    between_paragraphs=mm(4),
    list_indent=mm(7),
    number_indent=mm(9),
    page_title=replace(_AIRY.page_title, step=Step(28, mm(12))),
    slide_title=replace(_AIRY.slide_title, step=Step(23, mm(10))),
    question=replace(_AIRY.question, step=_LARGE_TEXT),
    subhead=replace(_AIRY.subhead, step=Step(20, mm(9))),
    list_title=Step(19, mm(8.6)),
    field_title=Step(21, mm(9.4)),
    running=ParStyle(Step(14, mm(6.4)), SOFT, tag=Tag.ARTIFACT),
    running_foot=ParStyle(Step(14, mm(6.4)), SOFT, tag=Tag.ARTIFACT),
    page_number=replace(_AIRY.page_number, step=Step(14, mm(6.4))),
    tab_number=replace(_AIRY.tab_number, step=Step(14, mm(6.4))),
    tab_width=mm(8),
    diagrams=replace(
        PAPER_LOOK, steps=_LABELS[1:], axis=_LARGE_TEXT, node_height=mm(14.5), apart=mm(20), labels=_LABELS,
        notes=_LABELS,
    ),
    charts=replace(
        PAPER_CHART, steps=_LABELS, line=2.2, mark=8, grid=mm(0.18), base=mm(0.3), edge=mm(0.3), clear=6.5, bar=mm(18),
        hatch=5.5, most=mm(95),
    ),
)  # fmt: skip


def paper_style(settings: HandoutSettings, theme: Theme | None = None, *, large: bool = False) -> PaperStyle:
    """Return the look for the settings under ``handout:``, or the look of large print, which uses A4 instead of A5.

    Without a ``theme`` it is that of the usual one.
    """
    theme = theme or Theme()
    size, density = settings.paper, settings.density
    usual = _style(PaperSize.A4 if size is PaperSize.A5 else size, None) if large else _style(size, density)
    return _looking(usual, theme.paper, theme.plates)


@lru_cache
def _looking(style: PaperStyle, looks: PaperLooks, plates: Color | None) -> PaperStyle:
    """Return the style with the looks of a theme."""
    grown = looks.title_size if style.zoom <= 1 else 1.0
    down = style.gap(looks.title_down)
    return replace(
        style,
        plates=plates,
        title_top=style.title_top + down,
        body_top=style.body_top + down,
        wide_indent=style.wide_indent * looks.indent,
        narrow_indent=style.narrow_indent * looks.indent,
        question_id=looking(style.question_id, looks.question_id, looks.question_id_size),
        page_title=_closer(looking(style.page_title, looks.title, grown), looks.title_leading),
        slide_title=_closer(looking(style.slide_title, looks.title, (1 + grown) / 2), looks.title_leading),
        question=looking(style.question, looks.question, looks.question_size if style.zoom <= 1 else 1.0),
    )


def _closer(style: ParStyle, leading: float) -> ParStyle:
    return replace(style, step=Step(style.step.size, style.step.leading * leading))


def looking(style: ParStyle, look: Look, size: float = 1.0) -> ParStyle:
    """Return a paragraph format with a look, ``size`` times as large."""
    step = Step(style.step.size * size, style.step.leading * size)
    return replace(
        style, step=step, color=look.color or style.color, bold=look.bold, italic=look.italic, heading=look.heading
    )


@lru_cache
def _style(paper: PaperSize, density: Density | None) -> PaperStyle:
    """Return the look of a density on ``paper``; ``None`` is large print."""
    return _on(_SHEETS[paper], _DENSITIES[density] if density else _LARGE)


_HOLES: Pt = mm(20)
"""The least inner margin: the holes for a binder need it."""
_TABBED: Pt = mm(14)
"""The least outer margin: the tab of the section needs it."""
_FOLDED: Pt = mm(8.4)
"""The least height of a node in drawings on narrow pages: labels take two lines there."""
_DOTTED: Pt = mm(12)
"""The least indent of questions on narrow pages: the dot stands between number and question."""
_UNDER_HEAD: Pt = mm(2.5)
"""White between the running head and a title."""
_NARROW: Pt = mm(140)
"""The least width of text for a notes column; on narrower pages notes stand under the text."""
_NARROW_SHARE = 0.6
"""The most of ``PaperStyle.answer_share`` on pages without a notes column; what they have to spare is added to it."""
_GUTTER: Pt = mm(8)
"""White between the text and the notes column."""


def _on(sheet: _Sheet, style: PaperStyle) -> PaperStyle:
    """Return the style with the places for a paper size: its margins, and the widths of text and notes between them."""
    a4 = _SHEETS[PaperSize.A4]
    inner, outer = max(_HOLES, sheet.inner + style.inner - a4.inner), max(_TABBED, sheet.outer + style.outer - a4.outer)
    width = sheet.width - inner - outer
    side_notes = style.side_notes and width >= _NARROW
    title_top = style.title_top + sheet.title_top - a4.title_top
    title_top = max(title_top, style.head_top + style.running.step.leading + _UNDER_HEAD)
    bottom = style.body_bottom - a4.height + a4.below + sheet.height - sheet.below
    diagrams, narrow_indent = style.diagrams, style.narrow_indent
    if width < _NARROW:
        narrow_indent = max(narrow_indent, _DOTTED)
        diagrams = replace(diagrams, padding=mm(2.5), node_height=max(diagrams.node_height, _FOLDED))
    tabs = (sheet.height - mm(40)) / mm(257)
    return replace(
        style,
        page_width=sheet.width,
        page_height=sheet.height,
        inner=inner,
        outer=outer,
        width=width,
        side_notes=side_notes,
        answer_share=style.answer_share if side_notes else min(style.answer_share, _NARROW_SHARE),
        diagrams=diagrams,
        narrow_indent=narrow_indent,
        measure=width - _GUTTER - style.notes_width if side_notes else width,
        notes_x=width - style.notes_width,
        thumb_height=style.notes_width * 9 / 16,
        title_top=title_top,
        body_top=style.body_top - style.title_top + title_top,
        body_bottom=bottom,
        foot_top=style.foot_top - a4.height + a4.foot + sheet.height - sheet.foot,
        tab_edge=style.tab_edge if outer > mm(14) else mm(4),
        tab_width=min(style.tab_width, outer - mm(8)),
        tab_height=style.tab_height * tabs,
        tab_apart=style.tab_apart * tabs,
        tab_bottom=sheet.height - mm(20),
    )
