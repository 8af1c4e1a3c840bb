"""``layout:`` of a slide -> the layout it has, when every slide and the theme are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from deckbuild.layout.slides.arrangement.choice import layouts_for
from deckbuild.locales import every_language
from deckbuild.model.deck import Slide
from deckbuild.model.default_layouts import OWN
from deckbuild.model.slide_layouts import BLEEDS, LayoutKind, Role, SlideLayout, SlideMaster
from deckbuild.model.theme import Theme
from deckbuild.model.walk import blocks
from deckbuild.reader.context import Node, Reading, shortened
from deckbuild.reader.language.suggest import listed, nearest
from deckbuild.units import Pt, Rect

NAMES: Mapping[str, LayoutKind] = {
    **{
        language.names.get(layout.name, layout.name).casefold(): layout.kind
        for language in every_language()
        for layout in OWN.layouts.values()
    },
    **{kind.value: kind for kind in LayoutKind},
}
"""Name, in small letters -> kind of layout: the names of our own layouts in PowerPoint, in each language, and keys."""


def with_chosen_layouts(slides: Iterable[Slide], theme: Theme, reading: Reading) -> tuple[Slide, ...]:
    """Return the slides with the layouts that their authors chose; report each that there isn't, or that is unfit."""
    wanted = reading.names.layouts
    made = [
        _with_layout(slide, *wanted[slide.id], theme.slide_master, reading) if slide.id in wanted else slide
        for slide in slides
    ]
    drawn = [figure.block for figure in reading.names.figures.values()]
    for block in (*drawn, *(block for slide in made if slide.layout not in BLEEDS for block in blocks(slide.body))):
        block.check_whole(reading.diagnostics)
    return tuple(made)


def folded(name: str) -> str:
    """Return a layout's name as it is compared: in small letters, with single spaces."""
    return " ".join(name.split()).casefold()


def _with_layout(slide: Slide, name: str, node: Node, master: SlideMaster, reading: Reading) -> Slide:
    if slide.opens_section:
        reading.error(
            "unfit-layout", node, "A section's slide has a layout of its own, so `layout:` can't stand here.",
            "Remove `layout:`.",
        )  # fmt: skip
        return slide
    fit = layouts_for(slide)
    kind, own = NAMES.get(folded(name)), master.named.get(folded(name), {})
    if kind in fit:
        return replace(slide, layout=kind)
    if served := _served(fit, own):
        return replace(slide, layout=served.kind, own_layouts=own)
    theirs = (_served(fit, layouts) for layouts in master.named.values())
    names = [*(each.value for each in fit), *dict.fromkeys(each.name for each in theirs if each)]
    known = listed(names, "or")
    hint = "On this slide you can write {known}."
    if len(names) == 1:
        hint = "Remove `layout:`: for what stands on this slide there is only one."
    if kind is None and not own:
        near = nearest(name, names)
        reading.error(
            "unknown-layout", node, "There is no layout called “{name}”.",
            ("Did you mean `layout: {near}`?" if near else "", hint), name=shortened(name), near=near, known=known,
        )  # fmt: skip
    else:
        reading.error(
            "unfit-layout", node, "The layout “{name}” does not suit what stands on this slide.", hint,
            name=shortened(name), known=known,
        )  # fmt: skip
    return slide


def _served(fit: Iterable[LayoutKind], own: Mapping[LayoutKind, SlideLayout]) -> SlideLayout | None:
    """Return a template's layout as it serves the first of some kinds of content that it has the places for."""
    return next((own[each] for each in _by_places(fit) if each in own and _serves(own[each])), None)


def _by_places(fit: Iterable[LayoutKind]) -> list[LayoutKind]:
    """Return the layouts to try in a template's, those with two places first; none that reaches the edges."""
    return sorted((kind for kind in fit if kind not in BLEEDS), key=lambda kind: kind not in _TWO)


def _serves(own: SlideLayout) -> bool:
    """Whether a template's layout has the places that a kind of content needs."""
    held = own.placeholders.keys()
    if own.kind in _TWO:
        return {Role.BODY, Role.BODY2} <= held and _alike(own.boxes[Role.BODY], own.boxes[Role.BODY2])
    text = Role.BODY in OWN.layouts[own.kind].boxes and own.kind not in _LOOSE
    return (Role.BODY if text else Role.TITLE) in held


def _alike(left: Rect, right: Rect) -> bool:
    """Whether two places are about as large and stand at the same height."""
    return abs(left.y - right.y) < _LEVEL and min(left.w, right.w) > _AS_WIDE * max(left.w, right.w)


_LEVEL: Pt = 24
_AS_WIDE = 0.6
_TWO = (LayoutKind.COLUMNS, LayoutKind.BESIDE)
_LOOSE = (LayoutKind.CARDS, LayoutKind.CLOSING)
"""What stands in text boxes, under the title."""
