"""``sal``: for large rooms, where the back row reads over heads.

Title, place, page and pointer are in a band at the top; there is no foot. Yellow means *here*: the section we are in,
the place you write. It carries ink or lies on petrol, and is never text on paper.
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

_PETROL, _INK = "0B3B46", "10181B"

_LEFT, _RIGHT = 40, 920
_ROOM = Rect(_LEFT, 144, _RIGHT - _LEFT, 356)
_HIGH_ROOM = Rect(_LEFT, 128, _RIGHT - _LEFT, 372)
"""For programmes, whose rows are many, from under the strip on."""
_MIDDLE = Rect(_LEFT, 144, _RIGHT - _LEFT, 332)
"""For short text, in the middle of its box: a little above that of the room."""
_BAND = (Art(box=Rect(0, 0, 960, 96), fill="accent1"),)
_HEAD = {
    Role.TITLE: Rect(_LEFT, 4, 640, 88),
    Role.SOURCE: Rect(_LEFT, 508, 620, 22),
    Role.WRITE: Rect(680, 20, 240, 26),
    Role.NUMBER: Rect(840, 50, 80, 26),
}


_BESIDE = 464
"""The width of text beside a figure or picture."""
_BLEED = Rect(0, 120, 960, 420)
_TALL_BAND = (Art(box=Rect(0, 0, 960, 120), fill="accent1"),)
"""The band down to a picture, which begins under the strip, also where there is no strip."""


def _content(kind: LayoutKind, boxes: dict[Role, Rect]) -> SlideLayout:
    return SlideLayout(kind=kind, name=LAYOUT_NAMES[kind], boxes={**_HEAD, **boxes}, room=_ROOM, art=_BAND)


_COLUMNS = {Role.BODY: Rect(_LEFT, 144, 424, 356), Role.BODY2: Rect(496, 144, 424, 356)}
_LAYOUTS: tuple[SlideLayout, ...] = (
    SlideLayout(
        kind=LayoutKind.TITLE,
        name=LAYOUT_NAMES[LayoutKind.TITLE],
        boxes={
            Role.TITLE: Rect(_LEFT, 64, 752, 208),
            Role.SUBTITLE: Rect(_LEFT, 220, 640, 40),
            Role.DATE: Rect(_LEFT, 496, 480, 28),
        },
        ground="accent1",
    ),
    SlideLayout(
        kind=LayoutKind.SECTION,
        name=LAYOUT_NAMES[LayoutKind.SECTION],
        boxes={Role.TITLE: Rect(288, 168, 632, 184)},
        ground="accent1",
    ),
    replace(_content(LayoutKind.AGENDA, {Role.TABLE: _HIGH_ROOM}), room=_HIGH_ROOM),
    *(_content(kind, {Role.BODY: _ROOM}) for kind in LISTS),
    *(_content(kind, _COLUMNS) for kind in SIDE_BY_SIDE),
    _content(
        LayoutKind.DEFINITION,
        {
            Role.BODY: Rect(_LEFT, 144, 880, 170),
            Role.BODY2: Rect(_LEFT, 340, 280, 160),
            Role.BODY3: Rect(340, 340, 280, 160),
            Role.BODY4: Rect(640, 340, 280, 160),
        },
    ),
    SlideLayout(
        kind=LayoutKind.QUOTE,
        name=LAYOUT_NAMES[LayoutKind.QUOTE],
        boxes={**_HEAD, Role.BODY: Rect(80, 144, 800, 260), Role.BODY2: Rect(140, 440, 740, 36)},
        room=Rect(80, 144, 800, 356),
        ground="accent1",
    ),
    SlideLayout(
        kind=LayoutKind.CLOSING,
        name=LAYOUT_NAMES[LayoutKind.CLOSING],
        boxes={
            Role.TITLE: Rect(_LEFT, 44, 880, 112),
            Role.BODY: Rect(_LEFT, 196, 880, 36),
            Role.BODY2: Rect(_LEFT, 301, 592, 187),
            Role.WRITE: _HEAD[Role.WRITE],
        },
        room=Rect(_LEFT, 196, 880, 312),
        ground="accent1",
        art=(Art(box=Rect(44, 168, 120, 10), fill="on-accent"),),
    ),
    _content(LayoutKind.FIGURE, {}),
    _content(LayoutKind.CHART, {Role.CHART: _ROOM}),
    replace(_content(LayoutKind.PICTURE, {Role.PICTURE: _BLEED}), room=_BLEED, art=_TALL_BAND),
    replace(
        _content(
            LayoutKind.PICTURE_TEXT,
            {
                Role.BODY: replace(_MIDDLE, w=_BESIDE),
                Role.SOURCE: Rect(_LEFT, 508, _BESIDE, 22),
                Role.PICTURE: replace(_BLEED, x=536, w=424),
            },
        ),
        art=_TALL_BAND,
    ),
    _content(LayoutKind.BESIDE, {Role.BODY: replace(_MIDDLE, w=_BESIDE)}),
    _content(LayoutKind.TABLE, {Role.TABLE: _ROOM}),
    _content(LayoutKind.COMPARISON, {Role.TABLE: _ROOM}),
    _content(
        LayoutKind.CARDS,
        {
            Role.BODY: Rect(_LEFT, 152, 416, 158),
            Role.BODY2: Rect(504, 152, 416, 158),
            Role.BODY3: Rect(_LEFT, 350, 416, 150),
            Role.BODY4: Rect(504, 350, 416, 150),
        },
    ),
    _content(LayoutKind.QUESTIONS, {Role.BODY: _ROOM}),
    *(_content(kind, {Role.BODY: _MIDDLE}) for kind in SHORT_TEXTS),
    *with_text_below(_content, _ROOM, _ROOM, _COLUMNS),
    _content(LayoutKind.BOARD, {}),
)
_ON_PETROL: dict[Role | tuple[LayoutKind, Role], Look] = {
    (kind, role): Look(ON_ACCENT, bold=bold, heading=bold, anchor=Anchor.TOP)
    for kind, roles in (
        (LayoutKind.TITLE, {Role.TITLE: True, Role.SUBTITLE: False, Role.DATE: False}),
        (LayoutKind.SECTION, {Role.TITLE: True}),
        (LayoutKind.QUOTE, {Role.BODY2: False, Role.SOURCE: False}),
        (LayoutKind.CLOSING, {Role.BODY: False, Role.BODY2: False}),
    )
    for role, bold in roles.items()
}

_TIME = Look(Color("accent1"), bold=True, heading=True)

HALL = Theme(
    name="Deckbuild hall",
    font="Arial",
    heading_font="Arial Narrow",
    families=(Family.SANS, Family.NARROW),
    colors={
        "ink": _INK, "soft": "3F4C50", "line": "5C6B70", "hair": "B4C0C7", "mark": _INK, "paper": "FFFFFF",
        "on-accent": "FFFFFF", "mid": "285D69", "here": "FFC83D",
        **{f"accent{n}": _PETROL for n in range(1, ACCENTS + 1)},
        **{f"wash{n}": "E6EEEF" for n in range(1, ACCENTS + 1)},
    },
    scale=TypeScale(
        deck_title=Step(104, 104),
        section=Step(88, 92),
        title=Step(44, 48),
        kicker=Step(30, 36),
        closing=ClosingForm(
            titles=(Step(104, 104), Step(72, 76), Step(56, 60)), thanks=Step(28, 36), under=52, row=Step(26, 34),
            pitch=68, label=Look(ON_ACCENT, bold=True, heading=True), rule=2, code=168, plate=(24, 20),
        ),
        quote=(
            Step(68, 76), Step(56, 64), Step(48, 56), Step(40, 50), Step(36, 44), Step(32, 40), Step(28, 36),
            Step(26, 33),
        ),
        smaller_titles=(40, 34),
        quote_by=Step(28, 36),
        display=(Step(36, 46), Step(32, 42), Step(28, 36), Step(26, 33)),
        card_head=Step(40, 46),
        short=(Step(56, 64), Step(48, 56), Step(44, 54), Step(40, 50), Step(36, 46), Step(32, 42)),
        short_table=(Step(28, 36), Step(26, 33)),
        body=(Step(36, 44), Step(34, 42), Step(32, 40), Step(30, 38), Step(28, 36), Step(26, 33)),
        dense=(Step(24, 31), Step(22, 29), Step(20, 26), Step(18, 24)),
        table=(Step(28, 36), Step(26, 33)),
        dense_table=(Step(24, 31), Step(22, 28), Step(20, 26), Step(18, 23), Step(16, 20)),
        programme=28,
        axis=Step(18, 24),
        foot=Step(18, 26),
    ),
    slide_master=SlideMaster(
        width=960,
        height=540,
        layouts={slide_layout.kind: slide_layout for slide_layout in _LAYOUTS},
        hanging=136,
    ),
    design="strip",
    title_art=TitleArt.HALL,
    looks={
        **LOOKS,
        Role.TITLE: Look(ON_ACCENT, bold=True, heading=True, anchor=Anchor.MIDDLE),
        Role.SOURCE: Look(SOFT),
        Role.WRITE: Look(ON_ACCENT, align=Align.RIGHT),
        Role.NUMBER: Look(ON_ACCENT, bold=True, align=Align.RIGHT),
        **_ON_PETROL,
        **dict.fromkeys(
            ((LayoutKind.QUOTE, Role.TITLE), (LayoutKind.PICTURE, Role.TITLE)),
            Look(ON_ACCENT, bold=True, heading=True, anchor=Anchor.MIDDLE),
        ),
        (LayoutKind.CLOSING, Role.TITLE): Look(ON_ACCENT, bold=True, heading=True, anchor=Anchor.BOTTOM),
        (LayoutKind.QUOTE, Role.BODY): Look(ON_ACCENT, bold=True, heading=True, anchor=Anchor.BOTTOM),
    },
    bullet="■",
    indent=44,
    number_indent=52,
    plates=Color("here"),
    pale_on_accent=Color("mid"),
    day_chart=False,
    quote_stroke=(48, 4),
    programme_time=(_TIME, _TIME),
    programme_pause=Look(SOFT, italic=True),
    table_head=Look(None, bold=True, heading=True),
    paper=PaperLooks(
        title=Look(Color("accent1"), bold=True, heading=True), subtitle=Look(), title_size=1.5,
        title_leading=0.9, cover_size=1.59, title_down=mm(4.5), question_size=1.09,
        question_id=Look(bold=True, heading=True), question_id_size=1.2,
        indent=20 / 14, cover_stroke=(mm(32), mm(2.1)), contents=ContentsForm.BOXES, heads=False,
    ),
    office={"accent2": "mid", "accent3": "here", "accent4": "soft", "accent5": "line", "accent6": "here"},
)  # fmt: skip
"""Petrol has a contrast of 12.2:1 to white, and yellow 7.9:1 to petrol."""
