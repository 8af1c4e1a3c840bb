"""Checks of finished slides: title and section slides hold their text, and the foot all that belongs there."""

from __future__ import annotations

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import LayoutKind, Role, Shape, TextBox
from deckbuild.model.text import Text
from deckbuild.units import Pt

_TOLERANCE = 0.5


def check_bounds(frame: Frame, height: Pt, diagnostics: Diagnostics) -> None:
    """Report text outside a title or section slide, ``height`` points high: it can't continue on a further frame."""
    if frame.layout not in (LayoutKind.TITLE, LayoutKind.SECTION):
        return  # layout has made their text fit, or has reported it
    for item in frame.items:
        if isinstance(item, TextBox) and item.pars:
            top = item.box.y + item.pars[0].top
            foot = item.box.y + item.pars[-1].top + item.pars[-1].height
            if top < -_TOLERANCE or foot > height + _TOLERANCE or _over_band(frame, item):
                diagnostics.error(
                    "does-not-fit",
                    item.span or frame.span,
                    "This does not fit on its slide, even at the smallest size.",
                    "Shorten it.",
                )


def _over_band(frame: Frame, item: TextBox) -> bool:
    """Whether a section's name is taller than its band."""
    if frame.layout is not LayoutKind.SECTION or item.role is not Role.TITLE:
        return False
    band = next((i for i in frame.items if isinstance(i, Shape) and i.id.endswith("/band")), None)
    return band is not None and item.box.h > band.box.h + _TOLERANCE


def check_foot(frame: Frame, source: Text, diagnostics: Diagnostics) -> None:
    """Tell that the foot shows the beginning of ``source`` only: a caption, a credit and works, or some of them."""
    foot = (item for item in frame.items if isinstance(item, TextBox) and item.role is Role.SOURCE)
    shown = [par.plain for item in foot for par in item.pars]
    if any(text.endswith("…") for text in shown) and not source.plain.endswith("…"):
        diagnostics.note(
            "shortened-foot",
            source.span or frame.span,
            "The foot of slide {number} has no room for all of “{text}”: it shows the beginning.",
            "Write a shorter caption or credit. The handout prints all of it.",
            number=frame.number,
            text=source.plain,
        )
