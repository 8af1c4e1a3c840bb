"""``picture:`` a picture file, never stretched."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated, ClassVar

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.items import Crop, Item, LayoutKind, PictureItem, TextBox
from deckbuild.frame.text import Par
from deckbuild.handout.blocks.figures import picture_strips
from deckbuild.handout.strip import Strip
from deckbuild.handout.style.context import PaperContext
from deckbuild.layout.pictures import COARSE, centered_in, density, dots_wanted, placed, seen_on
from deckbuild.layout.slides.context import Placement, SlideContext
from deckbuild.layout.text.paragraph import ParStyle, height, set_par, stack
from deckbuild.model.block import Block
from deckbuild.model.deck import MIDDLE, Focus
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import PAPER, SOFT
from deckbuild.model.written import Notation
from deckbuild.units import Pt, Rect

_LEAST: Pt = 60
"""A picture is at least so high."""
_BETWEEN: Pt = 8
"""Between the picture and what stands under it."""
_LEAST_MEASURE: Pt = 240
"""The least width of a caption, also under a narrower picture."""


class Fit(Enum):
    """How a picture uses its place."""

    FIT = "fit"
    """Shown whole."""
    FILL = "fill"
    """Filling its place, cropped; PowerPoint can crop it anew."""


def _widest(pars: tuple[Par, ...]) -> Pt:
    return max((line.width for par in pars for line in par.lines), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Block):
    """``picture:`` a picture file, never stretched."""

    KIND: ClassVar[str] = "picture"
    BESIDE_NOTES: ClassVar[bool] = True

    file: Annotated[Path, Notation.PICTURE_FILE]
    """The file, relative to the deck."""
    alt: str = ""
    """What it shows, for those who can't see it; required unless the picture is decorative."""
    decorative: bool = False
    """Whether it tells nothing, so that screen readers pass it by: yes or no."""
    fit: Fit = Fit.FIT
    """How it uses its place: fit (shown whole) or fill (cropped to fill it)."""
    focus: Annotated[Focus, Notation.FOCUS] = MIDDLE
    """Where the important part is when it is cropped: ``left``, ``top right``, or ``30% 20%`` from left and top."""
    credit: Text | None = None
    """Who made it."""
    caption: Text | None = None
    """Printed under it."""

    LAYOUT: ClassVar[LayoutKind] = LayoutKind.FIGURE
    DRAWING: ClassVar[bool] = True
    ELASTIC: ClassVar[bool] = True
    PRINTED_IN_FULL: ClassVar[bool] = True
    NAMED_FIRST: ClassVar[bool] = True
    DESCRIBED_BY: ClassVar[tuple[str, ...]] = ("alt", "decorative")

    @property
    def layouts(self) -> tuple[LayoutKind, ...]:
        """Up to the edges of the slide, or within its margins; shown whole it stands there unless it is asked for."""
        found = (LayoutKind.FIGURE, LayoutKind.PICTURE)
        return found if self.fit is Fit.FIT else found[::-1]

    def checked(self, findings: Diagnostics) -> Picture:
        """Warn of a description that is given to a picture without one."""
        if self.alt and self.decorative:
            findings.warning(
                "no-effect", self.at("decorative"),
                "`decorative: yes` has no effect: the picture has a description, which is read aloud.",
                "Remove one of the two lines.",
            )  # fmt: skip
        return self

    def check_whole(self, findings: Diagnostics) -> None:
        """Warn of a focus where nothing is cropped."""
        if "focus" in self.places and self.fit is Fit.FIT:
            findings.warning(
                "no-effect", self.at("focus"), "`focus:` has no effect on a picture that is shown whole.",
                "Add `fit: fill`, or remove `focus:`.",
            )  # fmt: skip

    @property
    def under(self) -> Text | None:
        """What stands under it: caption and credit."""
        runs = [*(self.caption.runs if self.caption else ())]
        if self.credit:
            runs += [*([Run(" · ")] if runs else []), *self.credit.runs]
        return Text(tuple(runs), self.span) if runs else None

    def place(self, region: Rect, context: SlideContext) -> Placement:
        """Place the picture as large as ``region`` allows, caption and credit under it."""
        path = context.deck.path.parent / self.file
        if context.bleeds:
            box, crop = placed(path, region, fill=True, focus=self.focus)
            self._check(path, box, crop, region, context)
            return Placement(
                (PictureItem(id=self.id, box=box, path=path, crop=crop, alt=self.alt, span=self.span),), box.h
            )
        room, pars = self._under(region, region.w, context)
        if room.h < _LEAST:
            return Placement((), region.h + 1)
        box, crop = placed(path, room, fill=self.fit is Fit.FILL, focus=self.focus)
        middle, x = context.text_x is None, context.text_x or 0.0
        measure = max(box.w, min(_LEAST_MEASURE, region.w)) if middle else region.right - x
        if _widest(pars) > measure:  # under a picture in the middle the caption is no wider than it
            room, pars = self._under(region, measure, context, apart=True)
            if room.h < _LEAST:
                return Placement((), region.h + 1)
            box, crop = placed(path, room, fill=self.fit is Fit.FILL, focus=self.focus)
        box = centered_in(box, room) if middle else box.moved(min(x, room.right - box.w) - box.x, 0.0)
        self._check(path, box, crop, room, context)
        items: list[Item] = [
            PictureItem(id=self.id, box=box, path=path, crop=crop, alt=self.alt, span=self.span)
        ]  # fmt: skip
        if pars:
            left = min(box.x, region.right - measure)
            under = Rect(left, box.bottom + _BETWEEN, measure, height(pars))
            items.append(TextBox(id=f"{self.id}/caption", box=under, pars=pars))
        return Placement(tuple(items), region.h)

    def _under(
        self, region: Rect, width: Pt, context: SlideContext, *, apart: bool = False
    ) -> tuple[Rect, tuple[Par, ...]]:
        """Set what stands under the picture in ``width`` points, the credit on a line of its own if ``apart``.

        Returns what is left of the region, and the text.
        """
        texts = [text for text in ((self.caption, self.credit) if apart else (self.under,)) if text]
        if not texts:
            return region, ()
        style = ParStyle(context.theme.scale.foot, SOFT)
        pars = stack([set_par(text, style, width, context.settings) for text in texts])
        return Rect(region.x, region.y, region.w, region.h - height(pars) - _BETWEEN), pars

    def _check(self, path: Path, box: Rect, crop: Crop, room: Rect, context: SlideContext) -> None:
        """Warn of a picture that can hardly be seen, or only coarsely."""
        if not seen_on(path, context.theme.hex(PAPER)):
            context.diagnostics.warning(
                "picture-unseen",
                self.at("file"),
                "“{name}” has no ground of its own and can hardly be seen on the slide's.",
                "Save the picture with a ground of another colour than its own, or choose another `theme:`.",
                name=self.file.name,
            )
        dots = density(path, box, crop)
        if dots is not None and dots < COARSE - 0.5:
            context.diagnostics.warning(
                "picture-coarse",
                self.at("file"),
                "“{name}” is small: it is shown with {dots} dots to the inch and looks coarse on a large screen.",
                "Find the picture in a larger size: at least {wide} dots wide for this place.",
                name=self.file.name,
                dots=round(dots),
                wide=dots_wanted(path, room, crop),
            )

    def handout(self, context: PaperContext) -> list[Strip]:
        """Return the picture with caption and credit."""
        path = context.deck.path.parent / self.file
        fill = self.fit is Fit.FILL
        return picture_strips(
            self.id, path, self.alt, self.under, context, self.span, fill=fill, focus=self.focus
        )  # fmt: skip
