"""``bog``: warm paper with a margin. The title stands beside the text, under a ribbon at the top edge.

There is one accent, brick. The pen is blue, as pens are.
"""

from __future__ import annotations

from dataclasses import replace

from deckbuild.fonts.faces import Family
from deckbuild.model.slide_layouts import (
    LAYOUT_NAMES,
    LISTS,
    SHORT_TEXTS,
    SIDE_BY_SIDE,
    Align,
    Anchor,
    Art,
    LayoutKind,
    Role,
    SlideLayout,
    SlideMaster,
)
from deckbuild.model.text_below import with_text_below
from deckbuild.model.theme import (
    ACCENTS,
    LOOKS,
    ON_ACCENT,
    SOFT,
    ClosingForm,
    Color,
    ContentsForm,
    Look,
    PaperLooks,
    Step,
    Theme,
    TitleArt,
    TypeScale,
)
from deckbuild.units import Rect, mm

_BRICK, _PEN, _FILL = "7A2E1C", "1D4E89", "F4ECDF"
_ACCENT = Color("accent1")

_LEFT, _RIGHT, _TEXT_X = 64, 896, 352
_TITLE = Rect(_LEFT, 80, 240, 42)
_BODY = Rect(_TEXT_X, 84, _RIGHT - _TEXT_X, 392)
_MIDDLE = Rect(_TEXT_X, 84, _RIGHT - _TEXT_X, 368)
"""For short text, in the middle of its box: a little above that of the room."""
_TITLE_OVER = Rect(_LEFT, 68, _RIGHT - _LEFT, 42)
_WIDE = Rect(_LEFT, 136, _RIGHT - _LEFT, 344)
_FOOT = {
    Role.SECTION: Rect(_LEFT, 502, 272, 18),
    Role.SOURCE: Rect(_TEXT_X, 502, 296, 18),
    Role.WRITE: Rect(664, 502, 184, 18),
    Role.DATE: Rect(_LEFT, 482, 240, 18),
    Role.NUMBER: Rect(856, 502, 40, 18),
}
_TEXT_BESIDE = Rect(_LEFT, 136, 440, 320)
_BLEED = Rect(328, 0, 632, 540)
_COLUMNS = {Role.BODY: Rect(_LEFT, 136, 400, 344), Role.BODY2: Rect(496, 136, 400, 344)}
_CARDS = {
    Role.BODY: Rect(_LEFT, 144, 384, 148),
    Role.BODY2: Rect(512, 144, 384, 148),
    Role.BODY3: Rect(_LEFT, 336, 384, 140),
    Role.BODY4: Rect(512, 336, 384, 140),
}


def _over(kind: LayoutKind, boxes: dict[Role, Rect]) -> SlideLayout:
    """Return a layout with its title over what is wide."""
    return SlideLayout(
        kind=kind, name=LAYOUT_NAMES[kind], boxes={Role.TITLE: _TITLE_OVER, **boxes, **_FOOT}, room=_WIDE
    )


def _beside(kind: LayoutKind, boxes: dict[Role, Rect]) -> SlideLayout:
    """Return a layout with its title beside the text."""
    over = _over(kind, dict.fromkeys(boxes, _WIDE) if len(boxes) == 1 else boxes)
    return SlideLayout(
        kind=kind,
        name=LAYOUT_NAMES[kind],
        boxes={Role.TITLE: _TITLE, **boxes, **_FOOT},
        room=_BODY,
        title_lines=4,
        over=over,
    )


_LAYOUTS: tuple[SlideLayout, ...] = (
    SlideLayout(
        kind=LayoutKind.TITLE,
        name=LAYOUT_NAMES[LayoutKind.TITLE],
        boxes={
            Role.TITLE: Rect(_LEFT, 204, _RIGHT - _LEFT, 176),
            Role.SUBTITLE: Rect(_LEFT, 388, _RIGHT - _LEFT, 36),
            Role.DATE: Rect(640, 468, 256, 24),
        },
    ),
    SlideLayout(
        kind=LayoutKind.SECTION,
        name=LAYOUT_NAMES[LayoutKind.SECTION],
        boxes={Role.TITLE: Rect(_TEXT_X, 130, _RIGHT - _TEXT_X, 139)},
    ),
    _beside(LayoutKind.AGENDA, {Role.TABLE: _BODY}),
    *(_beside(kind, {Role.BODY: _BODY}) for kind in LISTS),
    *(_over(kind, _COLUMNS) for kind in SIDE_BY_SIDE),
    _over(
        LayoutKind.DEFINITION,
        {
            Role.BODY: Rect(_LEFT, 136, 832, 160),
            Role.BODY2: Rect(_LEFT, 340, 256, 140),
            Role.BODY3: Rect(352, 340, 256, 140),
            Role.BODY4: Rect(640, 340, 256, 140),
        },
    ),
    SlideLayout(
        kind=LayoutKind.QUOTE,
        name=LAYOUT_NAMES[LayoutKind.QUOTE],
        boxes={
            **_FOOT,
            Role.TITLE: Rect(160, 84, 704, 30),
            Role.BODY: Rect(160, 128, 704, 260),
            Role.BODY2: Rect(160, 424, 704, 28),
        },
        room=Rect(160, 128, 704, 340),
        ground="accent1",
    ),
    SlideLayout(
        kind=LayoutKind.CLOSING,
        name=LAYOUT_NAMES[LayoutKind.CLOSING],
        boxes={
            **_FOOT,
            Role.TITLE: Rect(_LEFT, 112, _RIGHT - _LEFT, 72),
            Role.BODY: Rect(_LEFT, 192, _RIGHT - _LEFT, 60),
            Role.BODY2: Rect(_LEFT, 295, 568, 175),
        },
        room=Rect(_LEFT, 192, _RIGHT - _LEFT, 304),
    ),
    _over(LayoutKind.FIGURE, {}),
    _over(LayoutKind.CHART, {Role.CHART: _WIDE}),
    SlideLayout(
        kind=LayoutKind.PICTURE,
        name=LAYOUT_NAMES[LayoutKind.PICTURE],
        boxes={
            Role.PICTURE: _BLEED,
            Role.TITLE: _TITLE,
            Role.SOURCE: Rect(_LEFT, 370, 240, 96),
            Role.WRITE: Rect(_LEFT + 20, 480, 220, 18),
            Role.SECTION: Rect(_LEFT, 502, 196, 18),
            Role.NUMBER: Rect(264, 502, 40, 18),
        },
        room=_BLEED,
        title_lines=6,
    ),
    _over(
        LayoutKind.PICTURE_TEXT,
        {
            Role.TITLE: replace(_TITLE_OVER, w=_TEXT_BESIDE.w),
            Role.BODY: _TEXT_BESIDE,
            Role.PICTURE: Rect(536, 0, 424, 484),
        },
    ),
    _over(LayoutKind.BESIDE, {Role.BODY: _TEXT_BESIDE}),
    _over(LayoutKind.TABLE, {Role.TABLE: _WIDE}),
    _over(LayoutKind.COMPARISON, {Role.TABLE: _WIDE}),
    _over(LayoutKind.CARDS, _CARDS),
    _beside(LayoutKind.QUESTIONS, {Role.BODY: _BODY}),
    *(_beside(kind, {Role.BODY: _MIDDLE}) for kind in SHORT_TEXTS if kind is not LayoutKind.SHORT_QUESTIONS),
    replace(
        _beside(LayoutKind.SHORT_QUESTIONS, {Role.BODY: _MIDDLE}),
        art=tuple(Art(box=Rect(_BODY.x, y, _BODY.w, 0.75), fill="hair") for y in (_BODY.y, _BODY.bottom)),
    ),
    *with_text_below(_over, _WIDE, _WIDE, _COLUMNS),
    _over(LayoutKind.BOARD, {}),
)

_ON_BRICK: dict[Role | tuple[LayoutKind, Role], Look] = {
    (LayoutKind.QUOTE, Role.TITLE): Look(ON_ACCENT, heading=True),
    (LayoutKind.QUOTE, Role.BODY): Look(ON_ACCENT, italic=True, heading=True, anchor=Anchor.BOTTOM),
    (LayoutKind.QUOTE, Role.BODY2): Look(ON_ACCENT),
    (LayoutKind.QUOTE, Role.SECTION): Look(ON_ACCENT, italic=True),
    (LayoutKind.QUOTE, Role.SOURCE): Look(ON_ACCENT),
    (LayoutKind.QUOTE, Role.WRITE): Look(ON_ACCENT, align=Align.RIGHT),
    (LayoutKind.QUOTE, Role.NUMBER): Look(ON_ACCENT, align=Align.RIGHT),
}

BOOK = Theme(
    name="Deckbuild book",
    font="Palatino Linotype",
    families=(Family.SERIF, Family.SERIF),
    wider=1.02,
    colors={
        "ink": "2A211C", "soft": "5A4A41", "line": "857668", "hair": "D6C9BA", "mark": _PEN, "paper": "FBF8F2",
        "on-accent": "FBF8F2",
        **{f"accent{n}": _BRICK for n in range(1, ACCENTS + 1)}, **{f"wash{n}": _FILL for n in range(1, ACCENTS + 1)},
    },
    scale=TypeScale(
        deck_title=Step(72, 80),
        section=Step(56, 64),
        title=Step(36, 42),
        closing=ClosingForm(
            titles=(Step(64, 72), Step(48, 56)), thanks=Step(26, 34), under=52, label=Look(SOFT, italic=True),
        ),
        smaller_titles=(30, 26),
        kicker=Step(22, 30),
        quote=(
            Step(48, 62), Step(44, 57), Step(40, 52), Step(36, 47), Step(32, 42), Step(28, 38), Step(24, 32),
        ),
        quote_by=Step(20, 28),
        display=(Step(28, 38), Step(24, 33), Step(22, 30)),
        short=(Step(48, 62), Step(44, 57), Step(32, 42), Step(30, 40), Step(28, 38)),
        short_table=(Step(24, 32), Step(22, 30)),
        body=(Step(24, 32), Step(22, 30), Step(20, 28), Step(18, 24)),
        dense=(Step(16, 22),),
        together=(Step(16, 22),),
        table=(Step(24, 32), Step(22, 29), Step(20, 26), Step(18, 24), Step(16, 21), Step(15, 19), Step(14, 18)),
        dense_table=(Step(13, 17), Step(12, 16)),
        foot=Step(14, 18),
    ),
    slide_master=SlideMaster(
        width=960,
        height=540,
        layouts={slide_layout.kind: slide_layout for slide_layout in _LAYOUTS},
        hanging=88,
    ),
    design="ribbons",
    title_art=TitleArt.RIBBONS,
    looks={
        **LOOKS,
        Role.TITLE: Look(_ACCENT, heading=True),
        (LayoutKind.TITLE, Role.TITLE): Look(_ACCENT, heading=True, anchor=Anchor.BOTTOM),
        (LayoutKind.SECTION, Role.TITLE): Look(heading=True, anchor=Anchor.BOTTOM),
        Role.SUBTITLE: Look(italic=True),
        (LayoutKind.CLOSING, Role.BODY): Look(italic=True),
        Role.SECTION: Look(SOFT, italic=True),
        Role.WRITE: Look(align=Align.RIGHT),
        Role.NUMBER: Look(SOFT, align=Align.RIGHT),
        (LayoutKind.TITLE, Role.DATE): Look(SOFT, align=Align.RIGHT),
        (LayoutKind.PICTURE, Role.TITLE): Look(_ACCENT, heading=True),
        (LayoutKind.PICTURE, Role.SOURCE): Look(SOFT, italic=True, anchor=Anchor.BOTTOM),
        (LayoutKind.PICTURE, Role.WRITE): Look(),
        **_ON_BRICK,
    },
    bullet="▪",
    bullet_font="Arial",
    indent=28,
    number_indent=32,
    quote_stroke=(0, 0),
    question_sign="•\u2002",
    programme_time=(Look(_ACCENT, bold=True), Look(_ACCENT, bold=True)),
    programme_pause=Look(SOFT, italic=True),
    table_head=Look(None, italic=True),
    paper=PaperLooks(
        title=Look(_ACCENT, heading=True), subtitle=Look(italic=True), title_size=1.3, title_leading=0.95,
        cover_size=1.35, title_rule=True, title_down=mm(3), question=Look(), question_size=1.18,
        contents=ContentsForm.RULES, heads=False, section_in_foot=True,
    ),
    office={"accent2": "mark", "accent3": "ink", "accent4": "soft", "accent5": "line"},
)  # fmt: skip
"""Brick has a contrast of 8.9:1 to the paper, the pen 7.9:1."""
