"""``layout:`` of a slide -> the layout it has, when every slide and the theme are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from deckbuild.layout.slides.arrangement.choice import layouts_for
from deckbuild.locales import every_language
from deckbuild.model.deck import Slide
from deckbuild.model.default_layouts import OWN
from deckbuild.model.slide_layouts import BLEEDS, LayoutKind
from deckbuild.model.walk import blocks
from deckbuild.reader.context import Node, Reading, shortened
from deckbuild.reader.language.suggest import listed, nearest

NAMES: Mapping[str, LayoutKind] = {
    **{
        language.names.get(layout.name, layout.name).casefold(): layout.kind
        for language in every_language()
        for layout in OWN.layouts.values()
    },
    **{kind.value: kind for kind in LayoutKind},
}
"""Name, in small letters -> kind of layout: the names of our own layouts in PowerPoint, in each language, and keys."""


def with_layouts(slides: Iterable[Slide], reading: Reading) -> tuple[Slide, ...]:
    """Return the slides with the layouts that their authors chose; report each that there isn't, or that is unfit."""
    wanted = reading.names.layouts
    made = [_with_layout(slide, *wanted[slide.id], reading) if slide.id in wanted else slide for slide in slides]
    drawn = [figure.block for figure in reading.names.figures.values()]
    for block in (*drawn, *(block for slide in made if slide.layout not in BLEEDS for block in blocks(slide.body))):
        block.check_whole(reading.diagnostics)
    return tuple(made)


def _with_layout(slide: Slide, name: str, node: Node, reading: Reading) -> Slide:
    if slide.opens_section:
        reading.error(
            "unfit-layout", node, "A section's slide has a layout of its own, so `layout:` can't stand here.",
            "Remove the line.",
        )  # fmt: skip
        return slide
    fit = layouts_for(slide)
    kind = NAMES.get(" ".join(name.split()).casefold())
    if kind in fit:
        return replace(slide, layout=kind)
    known = listed((each.value for each in fit), "or")
    hint = "On this slide you can write {known}."
    if len(fit) == 1:
        hint = "Remove the line: for what stands on this slide there is one layout."
    if kind is None:
        near = nearest(name, [each.value for each in fit])
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
