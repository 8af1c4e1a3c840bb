"""From a template and the layouts chosen in it to a ``Theme``: colours with enough contrast, type sizes, boxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from typing import Any

from deckbuild.model.contrast import DRAWN, LARGE, SEEN, TEXT, channels, contrast, luminance, mixed, nearest_passing
from deckbuild.model.slide_layouts import (
    BODIES,
    Align,
    Art,
    LayoutKind,
    Placeholder,
    Role,
    SlideLayout,
    SlideMaster,
)
from deckbuild.model.table_style import TableStyle
from deckbuild.model.theme import ACCENTS, INK, Color, Theme
from deckbuild.model.themes import DARK, LIGHT, recolored
from deckbuild.templates.clearing import cleared
from deckbuild.templates.colors import mean
from deckbuild.templates.filling import LEAST_SPACING, OWN, filled, for_a_line, grounds, pointer_in
from deckbuild.templates.findings import Findings
from deckbuild.templates.layouts import Template, TemplateLayout, TemplatePlaceholder
from deckbuild.templates.looks import PlaceholderTextStyle
from deckbuild.templates.roles import BODIED, same_ground
from deckbuild.templates.table_styles import read_table_style
from deckbuild.templates.type_scale import type_scale
from deckbuild.units import Pt, Rect

_HEIGHT: Pt = 540
_WIDTH: Pt = 720
"""The page size of our layout. A template's page is scaled to about this height, and to this width at least."""
_STRIP: Pt = 20
"""Height of the line for source and pointer to the handout, at the foot of the content area."""
_HEAD: Pt = 16
"""How far the head of a programme reaches above its content area."""
_GAP: Pt = 8
"""Between content and decoration."""
_MUTED = 128
"""The most that the channels of the colour for what matters less may differ by; a loud colour would stand out."""
_SOFT = 0.75
"""The share of the text's colour in it where the template has none, the rest being the ground."""
_MARGIN = 0.03
"""The least white between content and the edges of the page, as a share of its width and height."""
_LETTER = 0.5
"""The usual width of a letter, in sizes."""
Widen = Callable[[str], float]
"""Font family -> the factor by which its letters may be wider than those of the font that we measure with."""


def furnish(
    template: Template,
    content: bytes,
    chosen: Mapping[LayoutKind, TemplateLayout],
    places: Mapping[LayoutKind, Mapping[Role, int]],
    widen: Widen,
    named: Mapping[str, TemplateLayout],
) -> tuple[Theme, Findings]:
    """Return a theme made from ``template``, and what there is to report about it.

    ``content`` is the template's file. ``chosen`` has a layout of the template for each of ours, ``named`` those that
    slides ask for by name. ``places`` is the author's choice of placeholders by their ``idx``. ``widen`` returns the
    factor for a font family.
    """
    return _ThemeMaker(template, chosen, places, widen).theme(content, named)


class _ThemeMaker:
    """Makes the theme of one template.

    ``unit`` is the length of a layout point on the template's page, in points.
    """

    def __init__(
        self,
        template: Template,
        chosen: Mapping[LayoutKind, TemplateLayout],
        places: Mapping[LayoutKind, Mapping[Role, int]],
        widen: Widen,
    ) -> None:
        self.template, self.chosen, self.places, self.widen = template, chosen, places, widen
        page = template.page
        self.unit = max(2, round(24 * min(page.h / _HEIGHT, page.w / _WIDTH))) / 24
        self.findings = Findings()
        self.chosen_text = text = chosen[LayoutKind.TEXT]
        self.colors = {f"slot-{color}": color for color in ("000000", "FFFFFF")}
        self.scheme: dict[str, str] = {}
        self.tables: dict[int, TableStyle] = {}
        self.font, self.stated = "Arial", False
        self.shared = all(
            drawn.colors.scheme == text.colors.scheme and drawn.colors.mapped == text.colors.mapped
            for drawn in chosen.values()
        )
        """Whether a name of the colour scheme means the same colour on all chosen layouts."""

    def theme(self, content: bytes, named: Mapping[str, TemplateLayout]) -> tuple[Theme, Findings]:
        """Return the theme, and what there is to report about it."""
        text = self.chosen[LayoutKind.TEXT]
        body = self.held(LayoutKind.TEXT).get(Role.BODY) or text.body
        look = body.look if body else text.title.look if text.title else None
        region = self.region(LayoutKind.TEXT)
        behind = grounds(body, text) if body else text.backdrop.grounds(region)
        paper = mean(behind or [text.colors.named("bg1")])
        self._inks(text, paper, behind, look.color.hex if body and look else "")
        self.font = look.font if look and body else text.title.look.font if text.title else "Arial"
        self.stated = bool(look and look.stated) or any(d.loose_font != self.font for d in self.chosen.values())
        layouts = {layout: self.slide_layout(layout) for layout in LayoutKind}
        scale = type_scale(body, layouts[LayoutKind.TEXT].room, self.unit)
        slide_master = SlideMaster(
            width=self.template.page.w / self.unit, height=self.template.page.h / self.unit, layouts=layouts,
            named={name: self._serving(drawn) for name, drawn in named.items()},
            hanging=2.6 * scale.body[0].size, template=content, paper=paper, unit=self.unit,
        )  # fmt: skip
        base = self._base()
        lists = self._bullets(look, base)
        theme = Theme(
            name=f"{base.name} on a template", font=self.font, colors=self._completed(), tint=base.tint,
            scale=scale, slide_master=slide_master, scheme=self.scheme, wider=self._wider(self.font),
            stated=self.stated, **lists,
        )  # fmt: skip
        self.findings.undrawn = any(drawn.backdrop.missing for drawn in self.chosen.values())
        return theme, self.findings

    def _bullets(self, look: PlaceholderTextStyle | None, base: Theme) -> dict[str, Any]:
        """Return how lists look, as fields of a theme: as in the template, where it has signs for them."""
        if look is None or not look.bullets:
            return {"bullet": (look and look.bullet) or base.bullet}
        color = Color(self._slot(look.bullet_color.hex)) if look.bullet_color else INK
        return {"bullet": look.bullet or base.bullet, "bullet_color": color, "bullet_share": look.bullet_share}

    def _serving(self, drawn: TemplateLayout) -> dict[LayoutKind, SlideLayout]:
        """Return how a layout serves each kind of slide; what there is to report of it is not."""
        other, text = copy(self), self.chosen[LayoutKind.TEXT].colors
        other.chosen, other.places, other.findings = dict.fromkeys(LayoutKind, drawn), {}, Findings()
        other.shared = self.shared and (drawn.colors.scheme, drawn.colors.mapped) == (text.scheme, text.mapped)
        return {kind: other.slide_layout(kind) for kind in LayoutKind}

    # Colours

    def _base(self) -> Theme:
        """Return the theme of ours whose ground is dark or light like the template's."""
        return DARK if luminance(self.colors["paper"]) < luminance("777777") else LIGHT

    def _completed(self) -> dict[str, str]:
        """Return all colours of a theme: those chosen, and what follows from them."""
        base = self._base()
        given = {name: value for name, value in self.colors.items() if name in base.colors}
        colors = {**recolored(base, given).colors, **self.colors}
        for number in range(1, ACCENTS + 1):
            if contrast(colors["ink"], colors[f"wash{number}"]) < TEXT:
                colors[f"wash{number}"] = colors["paper"]
        return colors

    def _colors_on(self, drawn: TemplateLayout, room: Rect, written: str) -> dict[str, str]:
        """Return name -> name of content's colours on a layout whose ground is not that of text; empty for others.

        ``room`` is where content stands, ``written`` the colour of text in its placeholder.
        """
        text = self.chosen_text
        behind = drawn.backdrop.grounds(room)
        if not behind or same_ground(drawn, text, self.template.page):
            return {}
        own = copy(self)
        own.colors, own.scheme, own.shared, own.findings = {}, {}, False, Findings()
        own._inks(drawn, mean(behind), behind, written)
        found = own._completed()
        names = {name: f"{name}-on-{drawn.number}" for name in found}
        self.colors |= {names[name]: value for name, value in found.items()}
        return names

    def _inks(self, text: TemplateLayout, paper: str, grounds: list[str], written: str) -> None:
        """Choose the colours of running text, marks and accents, each with enough contrast on ``paper``.

        Running text has it on all ``grounds``, of which ``paper`` is the mean.
        """
        colors = text.colors
        self.colors["paper"] = paper
        self._keep("paper", paper, text)
        ink = self._readable("ink", [written or colors.named("tx1"), *self._others(text)], grounds or [paper], TEXT)
        self._keep("ink", ink, text)
        soft = colors.named("tx2")
        loud = max(channels(soft)) - min(channels(soft)) > _MUTED
        if loud or not TEXT <= contrast(soft, paper) <= contrast(ink, paper):
            soft = mixed(ink, paper, _SOFT)
        self._keep("soft", soft if contrast(soft, paper) >= TEXT else ink, text)
        for number in range(1, ACCENTS + 1):
            name = f"accent{number}"
            self._keep(name, self._shade(name, colors.named(name), paper, TEXT), text)
        self._keep("mark", self._shade("accent6", colors.named("accent6"), paper, LARGE), text)
        self.colors["line"] = nearest_passing(paper, lambda c: contrast(c, paper) >= DRAWN + 1) or ink
        self.colors["hair"] = nearest_passing(paper, lambda c: contrast(c, paper) >= SEEN + 0.5) or ink

    def _keep(self, name: str, value: str, drawn: TemplateLayout) -> None:
        """Set our colour ``name`` to ``value``, and note its name in the colour scheme if all layouts have the same."""
        self.colors[name] = value
        if self.shared:
            place = next((p for p in drawn.colors.mapped if drawn.colors.named(p) == value), "")
            preferred = name if drawn.colors.named(name) == value and name in drawn.colors.mapped else place
            if preferred:
                self.scheme[name] = preferred

    def _others(self, drawn: TemplateLayout) -> list[str]:
        return [drawn.colors.named(place) for place in ("tx1", "bg1", "tx2", "bg2")]

    def _readable(self, what: str, wanted: list[str], grounds: list[str], least: float) -> str:
        """Return a text colour for all ``grounds``, from ``wanted``; the first of these is the template's own.

        The template's own is kept where it has the contrast that the law demands; it is reported where that is less
        than ``least``, and where no ground is known. Else the first with enough contrast is returned, or black or
        white where none has.
        """

        def worst(color: str) -> float:
            return min((contrast(color, ground) for ground in grounds), default=least)

        if worst(wanted[0]) >= least:
            return wanted[0]
        if worst(wanted[0]) >= OWN[least]:
            found = wanted[0]
        else:
            better = (color for color in wanted if worst(color) >= least)
            found = next(better, max(("000000", "FFFFFF"), key=worst))
        self._report(what, wanted[0], worst(wanted[0]), found)
        return found

    def _shade(self, what: str, color: str, paper: str, least: float) -> str:
        """Return ``color``, or the nearest shade of it that has a contrast of ``least`` on ``paper``."""
        if contrast(color, paper) >= least:
            return color
        found = nearest_passing(color, lambda tried: contrast(tried, paper) >= least) or self.colors["ink"]
        self._report(what, color, contrast(color, paper), found)
        return found

    def _report(self, what: str, color: str, ratio: float, found: str) -> None:
        note = f"{what} {color} ({ratio:.1f}:1)" + (f" → {found}" if found != color else "")
        if note not in self.findings.recolored:
            self.findings.recolored.append(note)

    def _stated(self, role: Role, look: PlaceholderTextStyle) -> str:
        """Return the font family that text in a placeholder states, or nothing where it inherits the right one.

        Content has one family on all slides, in placeholders and outside; titles and the foot have their own.
        """
        content = role in (*BODIES, Role.TABLE)
        if content:
            return self.font if look.font != self.font else ""
        return look.font if look.stated or self.stated else ""

    def _wider(self, font: str) -> float:
        factor = self.widen(font)
        if factor > 1:
            self.findings.fonts[font] = factor
        return factor

    # Places

    def held(self, layout: LayoutKind) -> dict[Role, TemplatePlaceholder]:
        """Return role -> placeholder of the chosen layout."""
        return filled(layout, self.chosen[layout], self.template.page, self.places.get(layout, {}))

    def real(self, box: Rect) -> Rect:
        """Return a box of the template's page in layout points."""
        return Rect(box.x / self.unit, box.y / self.unit, box.w / self.unit, box.h / self.unit)

    def region(self, layout: LayoutKind) -> Rect:
        """Return the area for content, in points of the template's page: what decoration leaves free of it."""
        drawn, area = self.chosen[layout], self._area(layout)
        boxes = self._own(layout) or [area]
        gap = _GAP * self.unit
        page = self.template.page
        x, y = page.w * _MARGIN, page.h * _MARGIN
        area = area.within(page.widened(-x, -y, -x, -y)) or area
        free, enough = cleared(area, boxes, drawn.backdrop.layers, drawn.backdrop.ground(area), gap)
        if not enough and layout not in (LayoutKind.TITLE, LayoutKind.SECTION):
            self.findings.covered.add(drawn.name)
        return free

    def _own(self, layout: LayoutKind) -> list[Rect]:
        """Return the boxes of the placeholders for content."""
        held = self.held(layout)
        return [held[role].box for role in (*BODIES, Role.TABLE) if role in held]

    def _area(self, layout: LayoutKind) -> Rect:
        """Return the area for content, decorated or not."""
        drawn, held, page, own = self.chosen[layout], self.held(layout), self.template.page, self._own(layout)
        if own:
            x, y = min(b.x for b in own), min(b.y for b in own)
            return Rect(x, y, max(b.right for b in own) - x, max(b.bottom for b in own) - y)
        if layout is not LayoutKind.TEXT and Role.TITLE in held:
            like = self.held(LayoutKind.TEXT).get(Role.TITLE)
            if like and abs(like.outer.bottom - held[Role.TITLE].outer.bottom) < page.h / 50:
                return self._area(LayoutKind.TEXT)
        title = held[Role.TITLE].box if Role.TITLE in held else Rect(page.w * 0.06, page.h * 0.06, page.w * 0.88, 0)
        if drawn.body and drawn.body.outer.y >= title.bottom - page.h / 50:
            return drawn.body.box
        feet = [p.outer.y for p in drawn.placeholders if p.kind in ("dt", "ftr", "sldNum") and p.outer.y > page.h / 2]
        top = title.bottom + page.h * 0.03
        bottom = min([page.h * 0.93, *feet])
        least = page.h / (7 if layout is LayoutKind.TITLE else 4)
        if bottom - top < least:  # the title is in the middle or at the foot, so content goes above it
            top, bottom = page.h * 0.06, max(title.y - page.h * 0.03, page.h * 0.4)
        x = min(title.x, page.w * 0.1)
        return Rect(x, top, min(title.w, page.w - 2 * x) if title.w > page.w / 2 else page.w - 2 * x, bottom - top)

    def slide_layout(self, layout: LayoutKind) -> SlideLayout:
        """Return our slide layout of a kind, made from the layout chosen for it."""
        drawn, held = self.chosen[layout], self.held(layout)
        placeholders = {role: self._placeholder(role, place, drawn) for role, place in held.items()}
        boxes = {role: self.real(for_a_line(place, self.template.page)) for role, place in held.items()}
        room = self.real(self.region(layout))
        if layout in BODIED and Role.BODY not in held:
            self.findings.missing.add(layout.value)
        if Role.TITLE not in boxes:
            boxes[Role.TITLE] = Rect(room.x, room.y, room.w, 36)
            room = room.below(48)
        strip = Rect(room.x, room.bottom - _STRIP + 4, room.w, 16)
        boxes[Role.WRITE] = pointer = pointer_in(strip, drawn, self.colors["ink"], self.unit)
        wide = pointer.x - 34 - strip.x
        boxes[Role.SOURCE] = replace(strip, w=max(wide, strip.w / 2 if pointer.right >= strip.right - 1 else wide))
        room = replace(room, h=room.h - _STRIP)
        if layout is LayoutKind.AGENDA:
            room = room.below(_HEAD)
        fills = (place.ground.art for place in held.values() if place.ground and place.ground.art)
        art = tuple(self._art(piece) for piece in (*drawn.backdrop.art, *fills))
        body = held.get(Role.BODY)
        opening = layout in (LayoutKind.TITLE, LayoutKind.SECTION)
        colors = {} if opening else self._colors_on(drawn, self.region(layout), body.look.color.hex if body else "")
        return SlideLayout(
            kind=layout, name=drawn.name, boxes=boxes, room=room, placeholders=placeholders, part=drawn.part, art=art,
            colors=colors, table=self._table_style(drawn, self.colors[colors.get("paper", "paper")]),
        )  # fmt: skip

    def _table_style(self, drawn: TemplateLayout, paper: str) -> TableStyle:
        """Return the style of tables on a layout of this ``paper`` (RRGGBB), its colours by names of ours."""
        found = self.tables.get(drawn.number)
        if found is None:
            found = self.tables[drawn.number] = read_table_style(
                self.template.package, drawn.colors, paper, self._slot, self.unit
            )
            self.findings.table = "" if found.known else found.id
        return found

    def _slot(self, color: str) -> str:
        """Return the name of a colour (RRGGBB) of the template's."""
        self.colors[f"slot-{color}"] = color
        return f"slot-{color}"

    def _art(self, piece: Art) -> Art:
        unit = self.unit
        paths = tuple(
            tuple((kind, tuple((x / unit, y / unit) for x, y in points)) for kind, points in path)
            for path in piece.paths
        )
        return replace(piece, box=self.real(piece.box), paths=paths)

    def _placeholder(self, role: Role, place: TemplatePlaceholder, drawn: TemplateLayout) -> Placeholder:
        look = place.look
        left, top, right, bottom = place.frame.insets
        size = look.size / self.unit
        large = size >= 24 or (size >= 18.66 and look.bold)
        behind = grounds(place, drawn)
        found = self._readable(
            f"{drawn.name}/{place.kind}", [look.color.hex, *self._others(drawn)], behind, LARGE if large else TEXT
        )
        name = self._slot(found)
        if self.shared and found == look.color.hex and look.color.scheme:
            self.scheme.setdefault(name, look.color.scheme)
        heading = role is Role.TITLE
        return Placeholder(
            attributes=place.attributes,
            name=place.name,
            size=size,
            relative_leading=1.2 * min(max(look.line_spacing, LEAST_SPACING), 1.5),
            color=name,
            bold=look.bold,
            caps=look.caps,
            align=look.align if heading or role in (Role.SUBTITLE, Role.SECTION, Role.NUMBER) else Align.LEFT,
            anchor=place.frame.anchor,
            insets=(left / self.unit, top / self.unit, right / self.unit, bottom / self.unit),
            inherits=place.inherits,
            wider=self._wider(look.font) * (1 + max(0.0, look.letter_spacing) / (_LETTER * look.size)),
            font=self._stated(role, look),
            bullets=look.bullets,
        )
