"""``closing:`` the last slide: thanks, what comes next, and an address with its QR code."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, ClassVar

from deckbuild.blocks.cards import Card
from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics, Edit
from deckbuild.fonts.faces import Style
from deckbuild.frame.items import Connector, Item, LayoutKind, Role, Shape, ShapeKind, TextBox, extent
from deckbuild.frame.text import Align, Bullet, BulletKind, Par, Tag
from deckbuild.handout.blocks.closing import closing_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.qr import MOST, leads_somewhere, qr_shapes, shown, target, with_points
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.slides.furniture import styled
from deckbuild.layout.text.bullets import bullet_run, hanging_indent
from deckbuild.layout.text.paragraph import ParStyle, height, in_family, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import HAIR, INK, PAPER, SOFT, Step
from deckbuild.model.written import Between
from deckbuild.units import Pt, Rect

_ADDRESS = Step(14, 18)
_BESIDE: Pt = 72
"""White between the rows and the code."""
_LEAST: Pt = 16
"""The least white under the thanks."""
_UNDER: Pt = 8
"""White between the code and its address, and the least between two rows."""
_PAD: Pt = 10
"""The least white left and right of the address on a plate, and that under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing(Block):
    """``closing:`` the last slide: thanks, what comes next, and an address with its QR code."""

    KIND: ClassVar[str] = "closing"
    SHORTHAND: ClassVar[str] = "text"

    text: Text | None = None
    """A line of thanks, under the title."""
    rows: Annotated[tuple[Card, ...], Between(1, 4)] = ()
    """What to remember, such as the next date: each with a head and a text."""
    link: str | None = None
    """An address on the web; its QR code is drawn."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.CLOSING
    ANY_OF: ClassVar[tuple[tuple[str, ...], ...]] = (("text",), ("rows",), ("link",))
    EVENT: ClassVar[bool] = True
    IN_COLUMN: ClassVar[bool] = False
    PRINTED_IN_FULL: ClassVar[bool] = True

    def checked(self, findings: Diagnostics) -> Closing:
        """Report a closing without anything, and an address that can't be one or is too long for its code."""
        if not (self.text or self.rows or self.link):
            findings.error(
                "missing-key",
                self.span,
                "Nothing stands under `{key}:`.",
                "Write `text: …`, `rows: …` or `link: …` there, or several of them.",
                key=self.KIND,
            )
        elif self.link and not leads_somewhere(self.link):
            where, meant = self.at("link"), with_points(self.link)
            place = where.part(self.link) if where and meant else None
            findings.error(
                "bad-link",
                self.at("link"),
                "The address “{link}” leads nowhere.",
                "A comma stands where a full stop belongs: `{meant}`."
                if meant
                else "For mail write `mailto:{link}`. An address on the web is written as it stands in the browser."
                if leads_somewhere(f"mailto:{self.link}")
                else "Write it as it stands in the browser, without spaces: `www.example.org/course`.",
                edits=(Edit(place, meant),) if place else (),
                link=self.link,
                meant=meant,
            )
        elif self.link and len(self.link) > MOST:
            findings.error(
                "bad-link",
                self.at("link"),
                "This address has {count} characters. Its code has room for {most}.",
                "Use a shorter address that leads to the same page.",
                count=len(self.link),
                most=MOST,
            )
        return self

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the thanks, and under them the rows beside the code."""
        form = context.theme.scale.closing
        white, over = form.plate or (0.0, 0.0)
        items: list[Item] = []
        top = region.y
        if self.text:
            style = styled(context.theme.look(Role.BODY, self.LAYOUT), form.thanks)
            pars = stack([set_par(self.text, style, region.w, context.settings)])
            box = Rect(region.x, top, region.w, height(pars))
            items.append(TextBox(id=f"{self.id}/thanks", box=box, pars=pars, role=Role.BODY, span=self.text.span))
            address = height(self._address(self.link, region, context)) if self.link else _ADDRESS.leading
            needed = over + form.code + _UNDER + address + (_PAD if form.plate else 0.0)
            top = box.bottom + max(_LEAST, min(form.under, region.bottom - needed - box.bottom))
        foot = top
        if self.rows:
            beside = form.code + 2 * white + _BESIDE if self.link else 0.0
            high = over + form.code if self.link else region.bottom - top
            rows = self._rows(Rect(region.x, top, region.w - beside, high), context)
            items += rows
            foot = max(extent(item).bottom for item in rows)
        if self.link:
            box = Rect(region.right - form.code - white, top + over, form.code, form.code)
            code = self._code(self.link, box, region, foot, context)
            items += code
            foot = max(foot, *(extent(item).bottom for item in code))
        return Placement(tuple(items), foot - region.y)

    def _rows(self, region: Rect, context: SlideContext) -> list[Item]:
        """Return the rows from the top of ``region``, with their heads in a hanging column and rules around each.

        They are as high as the theme has them, or lower, so that all have room in ``region``.
        """
        theme, form = context.theme, context.theme.scale.closing
        heads = [row.head.plain for row in self.rows]
        settings, label = context.settings, form.label
        face = Style.of(bold=label.bold, italic=label.italic)
        family = settings.heading if label.heading else settings.family
        hang = hanging_indent(heads, form.row, form.hang, settings)
        look = theme.look(Role.BODY2, self.LAYOUT)
        style = replace(styled(look, form.row, tag=Tag.ITEM), indent=hang, hang=hang)
        runs = [replace(bullet_run(head, style, label.color or INK), style=face) for head in heads]
        marks = [in_family(Bullet(BulletKind.HANGING, run), family) for run in runs]
        pars = [
            replace(set_par(row.text, style, region.w, settings, mark), bullet=mark)
            for row, mark in zip(self.rows, marks, strict=True)
        ]
        pitch = min(form.pitch, region.h / len(pars))
        spare = [max(_UNDER, pitch - par.height) for par in pars]
        placed = [
            replace(par, before=(above + below) / 2)
            for par, above, below in zip(pars[1:], spare[:-1], spare[1:], strict=True)
        ]
        set_rows = stack([pars[0], *placed])
        box = Rect(region.x, region.y + spare[0] / 2, region.w, height(set_rows))
        edges = [
            region.y,
            *(box.y + par.top + par.height + free / 2 for par, free in zip(set_rows, spare, strict=True)),
        ]
        return [
            *(
                Connector(
                    id=f"{self.id}/rule{n}", x1=region.x, y1=y, x2=region.right, y2=y, color=HAIR, width=form.rule
                )
                for n, y in enumerate(edges)
            ),
            TextBox(
                id=f"{self.id}/rows",
                box=box,
                pars=set_rows,
                role=Role.BODY2,
                span=self.span,
                room=replace(box, h=edges[-1] - box.y),
            ),
        ]

    def _code(self, link: str, box: Rect, region: Rect, foot: Pt, context: SlideContext) -> list[Item]:
        """Return the code in ``box`` and its address under it: both on a plate, or the address under the rows too."""
        plate, pars = context.theme.scale.closing.plate, self._address(link, region, context)
        code = qr_shapes(f"{self.id}/code", link, box, context.theme)
        if plate:
            out = plate[0] - _PAD
            under = Rect(box.x - out, box.bottom + _UNDER, box.w + 2 * out, height(pars))
            ground = box.widened(plate[0], plate[1], plate[0], under.bottom + _PAD - box.bottom)
            code = [Shape(id=f"{self.id}/plate", kind=ShapeKind.RECT, box=ground, fill=PAPER), *code]
        else:
            under = Rect(region.x, max(box.bottom, foot) + _UNDER, region.w, height(pars))
        return [*code, TextBox(id=f"{self.id}/address", box=under, pars=pars)]

    def _address(self, link: str, region: Rect, context: SlideContext) -> tuple[Par, ...]:
        """Set the address, as wide as the plate under the code, or as the slide."""
        form = context.theme.scale.closing
        text = Text((Run(shown(link), link=target(link)),))
        style, wide = ParStyle(_ADDRESS, SOFT, align=Align.RIGHT), region.w
        if form.plate:
            style, wide = ParStyle(_ADDRESS, INK, align=Align.CENTER), form.code + 2 * (form.plate[0] - _PAD)
        return stack([set_par(text, style, wide, context.settings)])

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the thanks, the rows, and the address beside its code."""
        rows = [(row.head, row.text) for row in self.rows]
        return closing_strips(self.id, self.text, rows, self.link or "", context)
