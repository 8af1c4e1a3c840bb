"""The themes that come with deckbuild, and themes made from one of them with the author's own values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuild.model.contrast import contrast, luminance, mixed
from deckbuild.model.slide_layouts import LayoutKind, SlideLayout
from deckbuild.model.theme import ACCENTS, Step, Theme
from deckbuild.model.themes.bog import BOOK as BOOK
from deckbuild.model.themes.lys import LIGHT as LIGHT
from deckbuild.model.themes.moerk import DARK as DARK
from deckbuild.model.themes.sal import HALL as HALL

SHIPPED = {"lys": LIGHT, "mørk": DARK, "bog": BOOK, "sal": HALL}
"""Name in deck.yaml -> theme."""
ALSO_CALLED = {"light": "lys", "dark": "mørk", "moerk": "mørk", "book": "bog", "hall": "sal"}
"""What else people write -> the name of a theme."""

LEAST_ON_ACCENT = 4.5
"""The least contrast of text on an accent (WCAG 2.1, 1.4.3 and, for large text, 1.4.6)."""


def is_dark(theme: Theme) -> bool:
    """Whether the paper is darker than the ink."""
    return luminance(theme.colors["paper"]) < luminance(theme.colors["ink"])


def paper_theme(theme: Theme) -> Theme:
    """Return the theme for paper: white, with the theme's own colours, or those of the light theme when it is dark."""
    if theme.slide_master.template:
        theme = replace(theme, slide_colors=theme.colors)
    if theme.colors["paper"] == LIGHT.colors["paper"]:
        return theme
    source = LIGHT if is_dark(theme) else theme
    colors = {**source.colors, "paper": LIGHT.colors["paper"]}
    return replace(theme, name=source.name, tint=source.tint, colors=colors)


def recolored(base: Theme, given: Mapping[str, str]) -> Theme:
    """Return ``base`` with the ``given`` colours. Washes and text on accents follow them unless given."""
    colors = {**base.colors, **given}
    for number in range(1, ACCENTS + 1):
        accent, wash = f"accent{number}", f"wash{number}"
        if wash not in given and given.keys() & {accent, "paper"}:
            colors[wash] = mixed(colors[accent], colors["paper"], base.tint)
    if "on-accent" not in given:
        fills = [colors["ink"], *(colors[f"accent{number}"] for number in range(1, ACCENTS + 1))]
        if min(contrast(colors["on-accent"], fill) for fill in fills) < LEAST_ON_ACCENT:
            colors["on-accent"] = colors["paper"]  # accents have contrast to paper, so paper has it to them
    return replace(base, colors=colors)


def with_layouts(theme: Theme, layouts: Mapping[LayoutKind, SlideLayout]) -> Theme:
    """Return the theme with other layouts for some kinds."""
    if not layouts:
        return theme
    master = theme.slide_master
    return replace(theme, slide_master=replace(master, layouts={**master.layouts, **layouts}))


def resized(base: Theme, title: int | None, body: Sequence[int], table: Sequence[int]) -> Theme:
    """Return ``base`` with other type sizes in points, largest first. ``None`` and empty sequences keep the sizes."""
    scale = base.scale
    if title is not None:
        scale = replace(scale, title=_step(title, (scale.title,), 1.2))
    if body:
        steps = tuple(_step(size, scale.body, 4 / 3) for size in body)
        display = tuple(max(pair, key=_size) for pair in zip(scale.display, steps, strict=False))
        short = tuple(step for step in scale.short if step.size > steps[0].size)
        quote = tuple(step for step in scale.quote if step.size >= steps[0].size) or steps[:1]
        scale = replace(
            scale,
            body=steps,
            short=short,
            quote=quote,
            display=display,
            card_head=max(scale.card_head, steps[1], key=_size),
        )
    if table:
        steps = tuple(_step(size, scale.table, 1.28) for size in table)
        scale = replace(scale, table=steps, short_table=scale.short_table if steps == scale.table else ())
    return replace(base, scale=scale) if scale is not base.scale else base


def _size(step: Step) -> float:
    return step.size


def _step(size: int, known: Sequence[Step], relative_leading: float) -> Step:
    """Return the step of a size: the one of ``known``, or one whose leading is ``relative_leading`` sizes."""
    return next((step for step in known if step.size == size), Step(size, round(size * relative_leading)))
