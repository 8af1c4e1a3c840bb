"""How PowerPoint sets the text of a slide, as far as a file and the widths of letters tell.

`set_texts(slide)` gives the text of each shape with its lines in place, after PowerPoint has made it smaller where it
may. Looks, spacing and insets are resolved from what slide, layout and master state; nothing of our writer is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree.ElementTree import Element

from deckbuild.fonts.faces import Family
from deckbuild.layout.text.line_breaking import break_lines, run_style
from deckbuild.model.text import Run
from slide_parts import (
    EMU,
    A,
    Box,
    Look,
    P,
    Slide,
    box_of,
    is_title,
    kind,
    list_styles,
    looks,
    models,
    name_of,
    placeholder,
    text_of,
)

FAMILIES = {"Arial": Family.SANS, "Arial Narrow": Family.NARROW, "Palatino Linotype": Family.SERIF}
"""Typeface -> the family that has letters as wide."""
PITCH = {"Palatino Linotype": 1.35}
"""Typeface -> the distance of baselines at 100 %, in em, from the ascent and descent in its tables ..."""
USUAL_PITCH = 1.22
"""... and that of others: PowerPoint's own, from boxes that it saved to fit their text."""
SCALES = ((1.0, 0.0), (1.0, 0.1), (0.925, 0.1), *((share / 1000, 0.2) for share in range(925, 200, -75)))
"""What PowerPoint tries, one after the other: the share of all type sizes, and what it takes off spacing."""
TITLE_SCALES = ((1.0, 0.0), (0.9, 0.0))
INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
"""The insets of a text box that states none, in points (ECMA-376 part 1, 21.1.2.1.1)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what it states or inherits; lengths in points."""

    runs: tuple[tuple[str, Look], ...]
    margin: float
    bullet: str
    """`buNone`, `buChar` or `buAutoNum`."""
    before: float
    spacing: float
    """The share of a line's height that lines stand apart; 0 where the distance is exact."""
    exact: float
    align: str

    @property
    def size(self) -> float:
        """The type size of its largest text."""
        return max((look.size for _, look in self.runs), default=18.0)

    @property
    def font(self) -> str:
        """The typeface of its text."""
        return self.runs[-1][1].font if self.runs else ""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(text for text, _ in self.runs)

    @property
    def mark(self) -> tuple[str, bool]:
        """What tells it from others at a glance: its bullet, and whether it begins in bold."""
        return self.bullet, bool(self.runs) and self.runs[0][1].bold


@dataclass(frozen=True, slots=True)
class Placed:
    """The text of a shape or table, in place."""

    name: str
    room: Box
    """What is free for it; a table's cells are as wide and high as they are."""
    lines: tuple[Box, ...]
    scale: float = 1.0
    """How much smaller than stated PowerPoint shows it."""
    shrinks: bool = False
    height: float = 0.0


def paragraphs(shape: Element, slide: Slide) -> Iterator[Paragraph]:
    """Yield the paragraphs of a shape."""
    styles, shown = [*list_styles(shape, slide)], dict(looks(shape, slide))
    for paragraph in shape.iter(f"{A}p"):
        own = paragraph.find(f"{A}pPr")
        level = 1 + int("0" if own is None else own.get("lvl", "0"))
        above = [e for style in styles if (e := style.find(f"{A}lvl{level}pPr")) is not None]
        chain = above if own is None else [own, *above]
        spacing, before = _nearest(chain, f"{A}lnSpc"), _nearest(chain, f"{A}spcBef")
        runs: list[tuple[str, Look]] = []
        for run in paragraph:
            if kind(run) == "br":
                runs.append(("\n", runs[-1][1] if runs else Look(18.0, bold=False, color="")))
            elif kind(run) in ("r", "fld"):
                runs.append((run.findtext(f"{A}t") or "", shown[run]))
        yield Paragraph(
            runs=tuple(runs),
            margin=float(next((each.attrib["marL"] for each in chain if "marL" in each.attrib), "0")) / EMU,
            bullet=next((kind(e) for each in chain for e in each if kind(e) in ("buNone", "buChar", "buAutoNum")), ""),
            before=0.0 if before is None or kind(before) != "spcPts" else int(before.attrib["val"]) / 100,
            spacing=1.0 if spacing is None else _share(spacing),
            exact=0.0 if spacing is None or kind(spacing) != "spcPts" else int(spacing.attrib["val"]) / 100,
            align=next((each.attrib["algn"] for each in chain if "algn" in each.attrib), "l"),
        )


def _nearest(chain: Sequence[Element], tag: str) -> Element | None:
    return next((found[0] for each in chain if (found := each.find(tag)) is not None), None)


def _share(spacing: Element) -> float:
    return int(spacing.attrib["val"]) / 100_000 if kind(spacing) == "spcPct" else 0.0


def bodies(shape: Element, slide: Slide) -> list[Element]:
    """Return the body properties that hold for a shape's text, the nearest first."""
    return [body for each in (shape, *models(shape, slide)) for body in each.iter(f"{A}bodyPr")]


def shrinks(shape: Element, slide: Slide) -> bool:
    """Whether PowerPoint makes the shape's text smaller that is too much for it."""
    fits = (kind(e) for body in bodies(shape, slide) for e in body if kind(e).endswith("utofit"))
    return next(fits, "") == "normAutofit"


def broken(
    pars: Sequence[Paragraph], width: float, scale: float = 1.0, cut: float = 0.0, wider: float = 1.0
) -> list[tuple[float, float, float, float]]:
    """Return the lines as left edge, top, width and height, in points from the text's top left corner."""
    lines, y = [], 0.0
    for number, par in enumerate(pars):
        size, y = par.size * scale, y + par.before * (1 - cut) * bool(number)
        room = (width - par.margin) / wider
        step = par.exact or PITCH.get(par.font, USUAL_PITCH) * size * (par.spacing - cut)
        # What stands before a tab hangs left of the text.
        texts = [(text.rpartition("\t")[2], look) for text, look in par.runs if not text.endswith("\t")]
        if any("\t" in text for text, _ in par.runs):
            texts = texts[1:] or texts
        parts, family = _parts(texts), FAMILIES.get(par.font, Family.SANS)
        styles = tuple(run_style(run, bold=False, italic=False, family=family) for run in parts)
        set_lines = break_lines(parts, styles, size, room, bold=False, italic=False, family=family)
        wide = [line.width for line in set_lines] or [0.0]
        for length in wide:
            free = room - length
            left = par.margin + free * {"ctr": 0.5, "r": 1.0}.get(par.align, 0.0) * wider
            lines.append((left, y, length * wider, step))
            y += step
    return lines


def _parts(texts: Sequence[tuple[str, Look]]) -> tuple[Run, ...]:
    alike = groupby(((text, (look.bold, look.italic)) for text, look in texts), lambda part: part[1])
    return tuple(Run("".join(text for text, _ in same), bold=bold, italic=italic) for (bold, italic), same in alike)


def fitted(shape: Element, slide: Slide, wider: float = 1.0) -> Placed | None:
    """Return the text of a shape, at the size at which PowerPoint shows it; ``None`` without text.

    Letters are ``wider`` than the fonts' own by that factor.
    """
    outer, pars = box_of(shape, slide), [*paragraphs(shape, slide)]
    if outer is None or not text_of(shape):
        return None
    stated: dict[str, str] = {}
    for body in reversed(bodies(shape, slide)):
        stated.update(body.attrib)
    left, top, right, bottom = (float(stated[k]) / EMU if k in stated else usual for k, usual in INSETS.items())
    room = Box(outer.x + left, outer.y + top, outer.w - left - right, outer.h - top - bottom)
    width = room.w if stated.get("wrap") != "none" else 10_000.0
    scales = TITLE_SCALES if is_title(shape) else SCALES
    for scale, cut in scales if shrinks(shape, slide) else scales[:1]:
        lines = broken(pars, width, scale, cut, wider)
        height = lines[-1][1] + lines[-1][3]
        if height <= room.h:
            break
    free = {"ctr": 0.5, "b": 1.0}.get(stated.get("anchor", "t"), 0.0) * (room.h - height)
    shift = (room.w - width) / 2 if width > room.w else 0.0
    placed = tuple(Box(room.x + shift + x, room.y + free + y, w, h) for x, y, w, h in lines if w)
    return Placed(name_of(shape), room, placed, scale, shrinks(shape, slide), height)


def table(frame: Element, slide: Slide, wider: float = 1.0) -> Placed | None:
    """Return the text of a table's cells, its rows as high as they need; ``None`` when it is none."""
    rows, outer = [*frame.iter(f"{A}tr")], box_of(frame, slide)
    if not rows or outer is None:
        return None
    widths = [int(column.attrib["w"]) / EMU for column in frame.iter(f"{A}gridCol")]
    y, placed = outer.y, []
    for row in rows:
        high, x = int(row.attrib["h"]) / EMU, outer.x
        for cell, width in zip(row.iter(f"{A}tc"), widths, strict=True):
            margins = cell.find(f"{A}tcPr")
            around = {} if margins is None else margins.attrib
            left, top, right, bottom = (float(around.get(k, 0)) / EMU for k in ("marL", "marT", "marR", "marB"))
            lines = broken([*paragraphs(cell, slide)], width - left - right, wider=wider)
            high = max(high, lines[-1][1] + lines[-1][3] + top + bottom)
            placed += [Box(x + left + at, y + top + down, w, h) for at, down, w, h in lines if w]
            x += width
        y += high
    return Placed(name_of(frame), replace(outer, w=sum(widths)), tuple(placed), height=y - outer.y)


def leaves(shapes: Sequence[Element]) -> Iterator[Element]:
    """Yield the shapes, those in groups too."""
    for shape in shapes:
        if kind(shape) == "grpSp":
            yield from leaves([each for each in shape if kind(each) in ("sp", "pic", "graphicFrame", "grpSp")])
        else:
            yield shape


def set_texts(slide: Slide, wider: float = 1.0) -> Iterator[Placed]:
    """Yield the text of each shape, and each table, picture and chart, in place."""
    for shape in leaves(slide.shapes):
        made = table(shape, slide, wider) if kind(shape) == "graphicFrame" else None
        if made is None and kind(shape) in ("pic", "graphicFrame"):
            box = box_of(shape, slide)
            made = None if box is None else Placed(name_of(shape), box, (box,), height=box.h)
        elif made is None and shape.find(f"{P}txBody") is not None:
            made = fitted(shape, slide, wider)
        if made is not None and (placeholder(shape) is not None or made.lines):
            yield made
