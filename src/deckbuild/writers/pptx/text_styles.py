"""Text styles of the slide master and its layouts (ECMA-376 part 1, 21.1.2.4.13).

Text on slides, ours and what a user types, inherits from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Anchor, LayoutKind, Role
from deckbuild.frame.text import Align
from deckbuild.model.slide_layouts import SHORT_TEXTS, TEXT_BESIDE
from deckbuild.model.theme import INK, SHORT_FORMS, SOFT, Color, Look, Step, Theme, accent
from deckbuild.units import Pt
from deckbuild.writers.pptx.formats import (
    HEADING_FONT,
    LINE,
    NO_BULLET,
    Format,
    Levels,
    Spacing,
    bullet_properties,
    level_element,
    run_properties,
)
from deckbuild.writers.pptx.palette import Palette

_ITEM_GAP: Pt = 8
_FIELD_NUMBER: Pt = 58
"""Distance from the number of a place to write in to its name."""
_DATE = Step(18, 24)
"""Type of the date under the subtitle, on the title slide."""
_NUMBERS = '<a:buAutoNum type="arabicPlain"/>'
_SCRIPTS = (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
"""The elements that name a font, and how a theme's font is called in each (21.1.2.3.7)."""
TEXT_FILL = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
"""The fill of text in the first text colour of any theme."""
_WRITING = {"defTabSz": "914400", "rtl": "0", "eaLnBrk": "1", "latinLnBrk": "0", "hangingPunct": "1"}


class HangingMark(Enum):
    """What stands in the hanging indent of a level."""

    NONE = "none"
    DASH = "dash"
    NUMBER = "number"
    TEXT = "text"
    """Text before a tab, such as a question's number."""


@dataclass(frozen=True, slots=True)
class OutlineLevel:
    """The text style of one outline level; lengths in points."""

    step: Step
    color: Color = INK
    bold: bool = False
    italic: bool = False
    indent: Pt = 0.0
    hang: Pt = 0.0
    before: Pt = 0.0
    mark: HangingMark = HangingMark.NONE
    align: Align = Align.LEFT
    heading: bool = False
    """Whether it uses the theme's heading font."""

    def looking(self, look: Look) -> OutlineLevel:
        """Return it with a look."""
        return replace(
            self, color=look.color or SOFT, bold=look.bold, italic=look.italic, align=look.align, heading=look.heading
        )


def body_levels(theme: Theme) -> tuple[OutlineLevel, ...]:
    """Return the nine levels of lists with bullets, all in one size, as on the slides we make."""
    return tuple(_dashed(theme, depth) for depth in range(9))


def _dashed(theme: Theme, depth: int) -> OutlineLevel:
    gap = _ITEM_GAP / 2 if depth else _ITEM_GAP
    return OutlineLevel(
        theme.scale.body[0], indent=theme.indent * (depth + 1), hang=theme.indent, before=gap, mark=HangingMark.DASH
    )


def _numbered(theme: Theme) -> OutlineLevel:
    indent = theme.number_indent
    return OutlineLevel(theme.scale.body[0], indent=indent, hang=indent, before=_ITEM_GAP, mark=HangingMark.NUMBER)


def _prose_levels(theme: Theme) -> tuple[OutlineLevel, ...]:
    """Return the levels of running text: text and heads, a list, its items' own lists, and a numbered list."""
    text = OutlineLevel(theme.scale.body[0], before=_ITEM_GAP * 1.5)
    return (text, _dashed(theme, 0), _dashed(theme, 1), _numbered(theme))


def title_level(theme: Theme) -> OutlineLevel:
    """Return the style of slide titles."""
    return OutlineLevel(theme.scale.title).looking(theme.look(Role.TITLE, LayoutKind.TEXT))


def role_levels(role: Role, layout: LayoutKind, theme: Theme) -> tuple[OutlineLevel, ...]:
    """Return the first levels of a placeholder's text: those in which it differs from the slide master's."""
    scale, look = theme.scale, theme.look(role, layout)
    foot = OutlineLevel(scale.foot).looking(look)
    hanging = theme.slide_master.hanging
    if role is Role.TITLE:
        title = OutlineLevel(scale.title).looking(look)
        if layout is LayoutKind.SECTION:
            number = replace(title, indent=hanging, hang=hanging, mark=HangingMark.TEXT) if look.numbered else title
            return (replace(number, step=scale.section),)
        if layout is LayoutKind.TITLE:
            return (replace(title, step=scale.deck_title),)
        if own := scale.own_titles(layout):
            return (replace(title, step=own[0]),)
        return () if title == title_level(theme) else (title,)
    if role is Role.DATE and layout is LayoutKind.TITLE:
        return (replace(foot, step=_DATE),)
    if role in (Role.TABLE, Role.PICTURE, Role.CHART):
        return (OutlineLevel(scale.body[0], SOFT),)
    if role is Role.SUBTITLE:
        return (replace(foot, step=scale.body[0]),)
    if role in (Role.DATE, Role.SECTION, Role.SOURCE, Role.WRITE, Role.NUMBER):
        return (foot,)
    return _content_levels(role, layout, theme)


def _content_levels(role: Role, layout: LayoutKind, theme: Theme) -> tuple[OutlineLevel, ...]:
    scale, hanging = theme.scale, theme.slide_master.hanging
    if role in (Role.BELOW, Role.BELOW2) and layout is not LayoutKind.FIELDS:
        return _prose_levels(theme)
    match layout:
        case LayoutKind.NUMBERED:
            return (_numbered(theme), replace(_dashed(theme, 1), indent=theme.number_indent + theme.indent))
        case LayoutKind.PROSE | LayoutKind.PROSE_COLUMNS | LayoutKind.STACKED | LayoutKind.CONCLUDED:
            return _prose_levels(theme)
        case _ if layout in TEXT_BESIDE:
            return _prose_levels(theme)
        case LayoutKind.QUESTIONS:
            return (OutlineLevel(scale.body[0], indent=hanging, hang=hanging, before=14, mark=HangingMark.TEXT),)
        case _ if layout in SHORT_TEXTS:
            return _short_levels(layout, theme)
        case LayoutKind.FIELDS if role is Role.BODY:
            return (OutlineLevel(scale.body[0], SOFT),)
        case LayoutKind.FIELDS:
            hang = hanging if role is Role.BELOW else _FIELD_NUMBER
            return (OutlineLevel(scale.body[0], indent=hang, hang=hang, before=14, mark=HangingMark.TEXT),)
        case LayoutKind.DEFINITION:
            return (OutlineLevel(scale.display[0] if role is Role.BODY else scale.body[1]),)
        case LayoutKind.QUOTE:
            step = scale.quote[0] if role is Role.BODY else scale.quote_by
            return (OutlineLevel(step).looking(theme.look(role, layout)),)
        case LayoutKind.CLOSING if role is Role.BODY:
            return (OutlineLevel(scale.closing.thanks).looking(theme.look(role, layout)),)
        case LayoutKind.CLOSING:
            form = scale.closing
            row = OutlineLevel(form.row, indent=form.hang, hang=form.hang, mark=HangingMark.TEXT)
            return (replace(row, before=form.pitch - form.row.leading).looking(theme.look(role, layout)),)
        case LayoutKind.CARDS:
            return (OutlineLevel(scale.card_head, bold=True), OutlineLevel(scale.body[1], before=_ITEM_GAP))
        case _:
            return ()


def _short_levels(layout: LayoutKind, theme: Theme) -> tuple[OutlineLevel, ...]:
    """Return the levels of short content: its text, and under items a smaller list; those of running text for prose.

    One paragraph begins in the largest size of questions, which leaves room to write more.
    """
    questions, items, prose = (SHORT_FORMS[k] for k in (LayoutKind.QUESTIONS, LayoutKind.TEXT, LayoutKind.PROSE))
    large, list_step, below = (
        next((step for step in theme.scale.short if step.size <= size), theme.scale.body[0])
        for size in (questions.sizes[1], items.sizes[1], items.sizes[0])
    )
    if layout is LayoutKind.SHORT_QUESTIONS:
        gap = round(large.leading)
        hanging = theme.slide_master.hanging
        return (OutlineLevel(large, indent=hanging, hang=hanging, before=gap, mark=HangingMark.TEXT),)
    mark = HangingMark.NUMBER if layout is LayoutKind.SHORT_NUMBERED else HangingMark.DASH
    indent = list_step.size
    gap = round(list_step.leading * items.gap[0])
    item = OutlineLevel(list_step, indent=indent, hang=indent, before=gap, mark=mark)
    inside = OutlineLevel(
        below, indent=indent + below.size, hang=below.size, before=_ITEM_GAP, mark=HangingMark.DASH
    )  # fmt: skip
    if layout is LayoutKind.SHORT_PROSE:
        text = OutlineLevel(large, before=round(large.leading * prose.gap[0]))
        return (text, item, inside, replace(item, mark=HangingMark.NUMBER))
    return (item, inside)


def level_format(level: OutlineLevel, theme: Theme, palette: Palette) -> Format:
    """Return the format of an outline level."""
    sign = {
        HangingMark.DASH: f'<a:buChar char="{theme.bullet}"/>',
        HangingMark.NUMBER: _NUMBERS,
    }.get(level.mark)
    bullet = bullet_properties(palette.color(accent(1)), theme.bullet_font or theme.font, sign) if sign else NO_BULLET
    spacing = Spacing(
        size=level.step.size,
        leading=level.step.leading,
        before=level.before,
        indent=level.indent,
        hang=level.hang,
        align=level.align,
        line=theme.families[level.heading].line,
    )
    family = HEADING_FONT if level.heading and theme.heading_font else ""
    run = run_properties(
        level.step.size, bold=level.bold, italic=level.italic, fill=palette.fill(level.color), family=family
    )
    return Format(spacing.properties(bullet, tab=level.mark is HangingMark.TEXT), run)


def levels_xml(levels: Iterable[OutlineLevel], theme: Theme, palette: Palette) -> str:
    """Return ``a:lvl1pPr`` and so on, of a slide master or layout."""
    return "".join(
        _whole(number, level_format(level, theme, palette), "mj" if level.heading else "mn")
        for number, level in enumerate(levels, start=1)
    )


def _whole(number: int, look: Format, font: str) -> str:
    families = {f"a:{script}": f'<a:{script} typeface="+{font}-{short}"/>' for script, short in _SCRIPTS}
    return level_element(number, Format({**look.paragraph, **_WRITING}, {**look.run, "kern": "1200", **families}))


def plain_formats(size: Pt = 18, indent: Pt = 36) -> Levels:
    """Return nine levels without bullets, ``size`` and ``indent`` in points: for text boxes, tables and notes."""
    run = run_properties(size, bold=False, italic=False, fill=TEXT_FILL)
    spacing = (Spacing(size=size, leading=size * LINE, indent=indent * depth) for depth in range(9))
    return [Format(each.properties(NO_BULLET), run) for each in spacing]


def plain_levels(size: Pt = 18, indent: Pt = 36) -> str:
    """Return ``plain_formats`` as nine elements."""
    return "".join(_whole(i, each, "mn") for i, each in enumerate(plain_formats(size, indent), start=1))


class Inherited:
    """What text on slides inherits: the levels of each placeholder of ours, of text boxes, and of table cells.

    Nothing is known of a template's, so all is stated there.
    """

    def __init__(self, theme: Theme, palette: Palette) -> None:
        self._theme, self._palette = theme, palette
        self._found: dict[tuple[Role, LayoutKind], Levels] = {}
        unknown = [Format({}, {})] * 9
        self.plain = unknown if theme.slide_master.template else plain_formats()
        """The levels of text boxes and shapes."""
        self.cells = [Format(each.paragraph, {k: v for k, v in each.run.items() if k != "b"}) for each in self.plain]
        """The levels of table cells; whether text is bold is the table style's."""

    def placeholder(self, role: Role, layout: LayoutKind) -> Levels:
        """Return the levels of the placeholder of ``role`` on one of our layouts."""
        found = self._found.get((role, layout))
        if found is None:
            found = self._found[role, layout] = self._of(role, layout)
        return found

    def anchor(self, role: Role, layout: LayoutKind) -> Anchor:
        """Return where text stands in that placeholder."""
        return self._theme.look(role, layout).anchor

    def _of(self, role: Role, layout: LayoutKind) -> Levels:
        own = role_levels(role, layout, self._theme)
        if role in (Role.SECTION, Role.NUMBER, Role.DATE):
            levels = plain_formats()
        else:
            styles = [title_level(self._theme)] * 9 if role is Role.TITLE else body_levels(self._theme)
            levels = [level_format(style, self._theme, self._palette) for style in styles]
        return [*(level_format(level, self._theme, self._palette) for level in own), *levels[len(own) :]]
