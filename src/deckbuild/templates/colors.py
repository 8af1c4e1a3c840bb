"""Colours of DrawingML (ECMA-376 part 1, 20.1.2.3) -> RRGGBB."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

from deckbuild.dataclass import dataclass
from deckbuild.model.contrast import channels, encoded, linear
from deckbuild.templates.package import NAMESPACES, Element, TemplatePackage, local_name, number, odd_value

_SCHEME = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
_HEX = re.compile(r"[0-9A-F]{6}")
_PRESETS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF", "gray": "808080"}
_MAP = {
    "bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2",
    **{name: name for name in _SCHEME if name.startswith(("accent", "hlink", "fol"))},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TemplateColor:
    """A colour as RRGGBB, with its name in the colour scheme (as slides write it) if it is exactly that colour."""

    hex: str
    scheme: str = ""
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Colors:
    """The colours of a theme, together with a colour map."""

    scheme: Mapping[str, str]
    """Name in the colour scheme -> colour: ``accent1`` -> RRGGBB."""
    mapped: Mapping[str, str]
    """Name on slides -> name in the colour scheme: ``tx1`` -> ``dk1``."""

    def named(self, name: str) -> str:
        """Return the colour (RRGGBB) that has this name on slides."""
        return self.scheme.get(self.mapped.get(name, name), "000000")

    def read(self, parent: Element | None, placeholder: str = "") -> TemplateColor | None:
        """Return the colour element in ``parent``, or None; ``placeholder`` (RRGGBB) replaces ``phClr``."""
        for element in () if parent is None else parent:
            kind = local_name(element)
            value = element.get("val", "")
            if kind == "srgbClr":
                return self._changed(value.upper(), "", element)
            if kind == "schemeClr":
                if value == "phClr":
                    return self._changed(placeholder or self.named("tx1"), "", element)
                return self._changed(self.named(value), value if value in self.mapped else "", element)
            if kind == "sysClr":
                last = element.get("lastClr") or ("FFFFFF" if value == "window" else "000000")
                return self._changed(last.upper(), "", element)
            if kind == "prstClr":
                return self._changed(_PRESETS.get(value, "000000"), "", element)
        return None

    def solid(self, parent: Element | None) -> TemplateColor | None:
        """Return the colour of the solid fill in ``parent``, or None."""
        return None if parent is None else self.read(parent.find("a:solidFill", NAMESPACES))

    def gradient(self, parent: Element | None, placeholder: str) -> str | None:
        """Return the mean colour of a gradient's stops, or of a pattern's two colours; None for other fills."""
        stops = [] if parent is None else parent.xpath("a:gradFill/a:gsLst/a:gs | a:pattFill/*", namespaces=NAMESPACES)
        found = [color.hex for stop in stops if (color := self.read(stop, placeholder))]
        return mean(found) if found else None

    def _changed(self, hex_: str, scheme: str, element: Element) -> TemplateColor:
        if not _HEX.fullmatch(hex_):
            raise odd_value(element, "lastClr" if element.get("lastClr") else "val")
        alpha = 1.0
        changed = False
        for change in element:
            kind, share = local_name(change), number(change, "val") / 100000
            if kind == "alpha":
                alpha = share
                continue
            hex_, changed = _apply(kind, share, hex_), True
        return TemplateColor(hex_, "" if changed else scheme, alpha)


def _apply(kind: str, share: float, color: str) -> str:
    red, green, blue = (channel / 255 for channel in channels(color))
    if kind in ("shade", "tint"):  # mixed with black or white as light is
        end = 0.0 if kind == "shade" else 1.0
        return _hex(*(encoded(linear(channel) * share + end * (1 - share)) for channel in (red, green, blue)))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if kind == "lumMod":
        light *= share
    elif kind == "lumOff":
        light += share
    elif kind == "satMod":
        saturation *= share
    return _hex(*colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), min(1.0, max(0.0, saturation))))


def _hex(*shares: float) -> str:
    return "".join(f"{round(255 * min(1.0, max(0.0, share))):02X}" for share in shares)


def mean(found: list[str]) -> str:
    """Return the mean of colours (RRGGBB)."""
    columns = zip(*(channels(color) for color in found), strict=True)
    return "".join(f"{round(sum(column) / len(found)):02X}" for column in columns)


def read_colors(package: TemplatePackage, master: str, layout: str) -> Colors:
    """Return the colours of a layout part: its master's theme, with the layout's own colour map or the master's."""
    theme = package.related(master, "theme")
    scheme: dict[str, str] = {}
    if theme:
        for place in package.tree(theme).iterfind("a:themeElements/a:clrScheme/*", NAMESPACES):
            found = Colors({}, {}).read(place)
            if found:
                scheme[local_name(place)] = found.hex
    own = package.tree(layout).find("p:clrMapOvr/a:overrideClrMapping", NAMESPACES)
    chosen = own if own is not None else package.tree(master).find("p:clrMap", NAMESPACES)
    return Colors(scheme, dict(chosen.attrib) if chosen is not None else _MAP)
