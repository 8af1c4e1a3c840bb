"""Text styles of the slide master and its layouts (ECMA-376 part 1, 21.1.2.4.13).

Text that a user types in PowerPoint gets them; the runs we write have all properties of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.frame.items import LayoutKind, Role
from deckbuild.frame.text import Align
from deckbuild.model.theme import INK, SOFT, Color, Step, Theme, accent
from deckbuild.units import Pt, emu
from deckbuild.writers.pptx.markup import attribute
from deckbuild.writers.pptx.palette import Palette
from deckbuild.writers.pptx.text import points

_INDENT: Pt = 24
_ITEM_GAP: Pt = 8
_HANGING: Pt = 144
"""Distance from the left edge of the hanging column (a section's or question's number) to the text."""
_DATE = Step(18, 24)
"""Type of the date under the subtitle, on the title slide."""
_SIDE_NOTE = Step(18, 26)
"""Type of the line under a quote, which says whose it is."""
_ALIGN = {Align.LEFT: "l", Align.CENTER: "ctr", Align.RIGHT: "r"}


@dataclass(frozen=True, slots=True)
class OutlineLevel:
    """The text style of one outline level; lengths in points."""

    step: Step
    color: Color = INK
    bold: bool = False
    indent: Pt = 0.0
    hang: Pt = 0.0
    before: Pt = 0.0
    dash: bool = False
    tab: bool = False
    align: Align = Align.LEFT
    heading: bool = False
    """Whether it uses the theme's heading font."""


def body_levels(theme: Theme) -> tuple[OutlineLevel, ...]:
    """Return the nine levels of running text: lists with dashes.

    Each level is one step of the type scale smaller than the one above it, down to the smallest step.
    """
    steps = theme.scale.body
    return tuple(
        OutlineLevel(
            steps[min(depth, len(steps) - 1)],
            indent=_INDENT * (depth + 1),
            hang=_INDENT,
            before=_ITEM_GAP,
            dash=True,
        )
        for depth in range(9)
    )


def title_level(theme: Theme) -> OutlineLevel:
    """Return the style of slide titles."""
    return OutlineLevel(theme.scale.title, bold=True, heading=True)


def role_level(role: Role, layout: LayoutKind, theme: Theme) -> OutlineLevel | None:
    """Return the first level of a placeholder's text, or None where it is the same as the slide master's."""
    scale = theme.scale
    foot = OutlineLevel(scale.foot)
    if role is Role.TITLE:
        if layout is LayoutKind.SECTION:
            return replace(title_level(theme), step=scale.section, indent=_HANGING, hang=_HANGING, tab=True)
        return replace(title_level(theme), step=scale.deck_title) if layout is LayoutKind.TITLE else None
    if role is Role.BODY and layout is LayoutKind.QUESTIONS:
        return OutlineLevel(scale.body[0], indent=_HANGING, hang=_HANGING, before=14, tab=True)
    if role is Role.DATE:
        right = replace(foot, color=SOFT, align=Align.RIGHT)
        return OutlineLevel(_DATE, SOFT) if layout is LayoutKind.TITLE else right
    fixed = {
        Role.SUBTITLE: OutlineLevel(scale.body[0], SOFT),
        Role.SECTION: replace(foot, color=SOFT),
        Role.SOURCE: replace(foot, color=SOFT),
        Role.WRITE: foot,
        Role.NUMBER: replace(foot, color=SOFT, bold=True, align=Align.RIGHT),
    }
    if role in fixed:
        return fixed[role]
    return {
        (LayoutKind.DEFINITION, Role.BODY): OutlineLevel(scale.display[0]),
        (LayoutKind.QUOTE, Role.BODY): OutlineLevel(scale.display[0]),
        (LayoutKind.QUOTE, Role.BODY2): OutlineLevel(_SIDE_NOTE, SOFT),
        **{
            (LayoutKind.CARDS, body): OutlineLevel(scale.body[1])
            for body in (Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4)
        },
    }.get((layout, role))


def level_xml(number: int, level: OutlineLevel, theme: Theme, palette: Palette) -> str:
    """Return ``a:lvl{number}pPr``; ``number`` counts from 1."""
    font = "mj" if level.heading else "mn"
    bullet = "<a:buNone/>"
    if level.dash:
        color = palette.color(accent(1))
        bullet = f'<a:buClr>{color}</a:buClr><a:buFont typeface="{attribute(theme.font)}"/><a:buChar char="–"/>'
    tabs = f'<a:tabLst><a:tab pos="{emu(level.indent)}" algn="l"/></a:tabLst>' if level.tab else ""
    return (
        f'<a:lvl{number}pPr marL="{emu(level.indent)}" indent="{-emu(level.hang)}" algn="{_ALIGN[level.align]}" '
        'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:lnSpc><a:spcPts val="{points(level.step.leading)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{points(level.before)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f'{bullet}{tabs}<a:defRPr sz="{points(level.step.size)}" b="{int(level.bold)}" i="0" kern="1200">'
        f'{palette.fill(level.color)}<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/>'
        f'<a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def plain_levels(size: Pt, indent: Pt = 36) -> str:
    """Return nine levels without bullets, ``size`` and ``indent`` in points: for text boxes, tables and notes."""
    return "".join(
        f'<a:lvl{depth + 1}pPr marL="{emu(indent * depth)}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1"><a:defRPr sz="{points(size)}" kern="1200"><a:solidFill>'
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{depth + 1}pPr>'
        for depth in range(9)
    )
