"""Reads the table style that a template names as the usual one (ECMA-376 part 1, 20.1.4.2.27)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from deckbuild.model.contrast import mixed
from deckbuild.model.table_style import TablePart, TableStyle
from deckbuild.templates.built_in_tables import DEFAULT, definition
from deckbuild.templates.colors import Colors
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, local_name, number, parse
from deckbuild.units import EMU_PER_PT, Pt

_PARTS = ("wholeTbl", "band1H", "band2H", "firstCol", "lastRow", "firstRow")
_SIDES = ("left", "top", "right", "bottom", "insideH", "insideV")
_USUAL = 12700
"""The width in EMU of a rule that states none."""
_BOLD = {"on": True, "off": False}


def read_table_style(
    package: TemplatePackage, colors: Colors, paper: str, named: Callable[[str], str], unit: float
) -> TableStyle:
    """Return the style of the template's tables.

    ``named`` gives a colour (RRGGBB) its name; one that shows through is as it looks on ``paper``. ``unit`` is the
    length of a layout point, in points.
    """
    part = package.related(package.main, "tableStyles")
    listed = None if part is None else package.tree(part)
    style = (listed is not None and listed.get("def")) or DEFAULT
    own = () if listed is None else listed.iterfind(f"a:tblStyle[@styleId='{style}']", NAMESPACES)
    root, made = next(iter(own), None), ""
    if root is None:
        made = definition(style)
        if not made:
            return TableStyle(style, known=False)
        root = parse(f'<r xmlns:a="{NAMESPACES["a"]}">{made}</r>'.encode())[0]
    parts = {name: _part(e, colors, paper) for name in _PARTS for e in root.iterfind(f"a:{name}", NAMESPACES)}
    parts = {
        name: replace(
            part, fill=part.fill and named(part.fill), ink=part.ink and named(part.ink),
            rules={side: (width / unit, named(color)) for side, (width, color) in part.rules.items()},
        )
        for name, part in parts.items()
    }  # fmt: skip
    drawn = any(part.fill or any(width for width, _ in part.rules.values()) for part in parts.values())
    return TableStyle(style, parts if drawn else {}, made)


def _part(root: Element, colors: Colors, paper: str) -> TablePart:
    text, cell = root.find("a:tcTxStyle", NAMESPACES), root.find("a:tcStyle", NAMESPACES)
    ink = colors.read(text)
    bold = None if text is None else _BOLD.get(text.get("b", ""))
    if cell is None:
        return TablePart(None, ink.hex if ink else None, bold)
    return TablePart(_fill(cell, colors, paper), ink.hex if ink else None, bold, dict(_rules(cell, colors)))


def _fill(cell: Element, colors: Colors, paper: str) -> str | None:
    """Return the colour of a part's ground, empty for none; a reference to the theme's fills counts as its colour."""
    stated, reference = cell.find("a:fill", NAMESPACES), cell.find("a:fillRef", NAMESPACES)
    found = colors.read(reference) if stated is None else colors.solid(stated)
    if found:
        return mixed(found.hex, paper, found.alpha)
    return None if stated is None else colors.gradient(stated, "") or ""


def _rules(cell: Element, colors: Colors) -> Iterator[tuple[str, tuple[Pt, str]]]:
    for rule in cell.iterfind("a:tcBdr/*/*", NAMESPACES):
        side = local_name(rule.getparent())
        color = colors.read(rule) if local_name(rule) == "lnRef" else colors.solid(rule)
        if side in _SIDES:
            yield side, (number(rule, "w", _USUAL) / EMU_PER_PT, color.hex) if color else (0.0, "000000")
