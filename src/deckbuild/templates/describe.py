"""Describes a template: its layouts and placeholders as text, and a ``theme:`` block that uses it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckbuild.editing import quoted
from deckbuild.model.slide_layouts import VARIANTS
from deckbuild.templates.layouts import Template, TemplatePlaceholder
from deckbuild.templates.roles import choose
from deckbuild.units import PT_PER_MM


def described(template: Template) -> Iterator[str]:
    """Yield the lines of a list of layouts and placeholders; positions in mm, type sizes in points."""
    page = template.page
    yield f"Page: {page.w / PT_PER_MM:.0f} x {page.h / PT_PER_MM:.0f} mm"
    for drawn in template.layouts:
        yield ""
        kind = f" ({drawn.kind})" if drawn.kind else ""
        yield f"{drawn.number}. {drawn.name}{kind}"
        for place in drawn.placeholders:
            yield f"   {_place(place)}"


def _place(place: TemplatePlaceholder) -> str:
    box = place.outer
    at = f"{box.x / PT_PER_MM:.0f}, {box.y / PT_PER_MM:.0f}"
    size = f"{box.w / PT_PER_MM:.0f} x {box.h / PT_PER_MM:.0f} mm"
    return (
        f"{place.kind:9} idx {place.idx:<3} at {at:9} {size:14} {place.look.size:g} pt {place.look.font}: {place.name}"
    )


def proposal(template: Template, file: str) -> str:
    """Return a ``theme:`` block for the template ``file``; it has numbers for layouts whose names are not unique."""
    names = Counter(drawn.name.casefold() for drawn in template.layouts)
    lines = ["theme:", f"  template: {quoted(file)}", "  roles:"]
    chosen = choose(template, {})
    for layout, drawn in ((kind, drawn) for kind, drawn in chosen.items() if kind not in VARIANTS):
        alone = names[drawn.name.casefold()] == 1 and drawn.name and not drawn.name.isdecimal()
        value = quoted(drawn.name) if alone else f"{drawn.number}  # {drawn.name}"
        lines.append(f"    {layout.value}: {value}")
    return "\n".join(lines) + "\n"
