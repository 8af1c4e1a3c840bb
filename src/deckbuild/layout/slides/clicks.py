"""Animation of ``build: click``: each click in the slide show brings on one item of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuild.diagnostics import Diagnostics, Words
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Item, LayoutKind, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.model.deck import Build, Slide
from deckbuild.model.slide_layouts import BODIES, TEXT_BESIDE

_LAYOUTS = frozenset({
    LayoutKind.TEXT, LayoutKind.NUMBERED, LayoutKind.PROSE, LayoutKind.COLUMNS, LayoutKind.PROSE_COLUMNS,
    LayoutKind.QUESTIONS, LayoutKind.SHORT, LayoutKind.SHORT_NUMBERED, LayoutKind.SHORT_QUESTIONS,
    LayoutKind.STACKED, LayoutKind.CONCLUDED, *TEXT_BESIDE,
})  # fmt: skip


def with_clicks(items: Iterable[Item], layout: LayoutKind) -> tuple[Item, ...]:
    """Return ``items`` with clicks for lists and questions in body placeholders; only in slide layouts of text."""
    if layout not in _LAYOUTS:
        return tuple(items)
    return tuple(
        replace(item, clicks=clicks_of(item.pars)) if isinstance(item, TextBox) and item.role in BODIES else item
        for item in items
    )


def clicks_of(pars: Sequence[Par]) -> tuple[tuple[int, int], ...]:
    """Return the first and last paragraph, from 0, that each click brings on.

    A list item comes on with its nested items and with the heading above it. Text before the first item is shown from
    the start.
    """
    found: list[tuple[int, int]] = []
    waiting: int | None = None  # the first paragraph that comes on with the next item
    for index, par in enumerate(pars):
        if par.tag is not Tag.ITEM:
            if found and waiting is None:
                waiting = index
        elif par.level and found and waiting is None:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index if waiting is None else waiting, index))
            waiting = None
    if waiting is not None:
        found.append((waiting, len(pars) - 1))
    return tuple(found)


def check_build(slide: Slide, frames: Sequence[Frame], diagnostics: Diagnostics) -> None:
    """Warn of ``build: click`` on a slide that has nothing to bring on."""
    if slide.build is not Build.CLICK or any(isinstance(i, TextBox) and i.clicks for f in frames for i in f.items):
        return
    diagnostics.warning(
        "no-effect",
        slide.at("build"),
        "`{key}:` has no effect on this slide: it works on {kinds}.",
        "Remove `{key}:`, or move it to the slide it belongs to.",
        key="build",
        kinds=Words(("`bullets`", "`numbered`", "`reflection`", "`text`")),
    )
