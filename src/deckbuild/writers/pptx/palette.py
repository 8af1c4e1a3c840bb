"""Colours as DrawingML: a reference to the theme's colour scheme where the colour is in it.

So a deck takes new colours when a user changes the theme in PowerPoint.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from deckbuild.model.theme import ON_ACCENT, Color, Theme
from deckbuild.model.themes import is_dark

# Names of a colour scheme (20.1.6.2) and the name of our colour for each; the ground colours of a light deck first.
_GROUNDS = (("dk1", "ink"), ("lt1", "paper"), ("dk2", "soft"), ("lt2", "wash1"))
_DARK_GROUNDS = (("dk1", "paper"), ("lt1", "ink"), ("dk2", "wash1"), ("lt2", "soft"))
_OTHERS = (
    ("accent1", "accent1"),
    ("accent2", "accent2"),
    ("accent3", "accent3"),
    ("accent4", "accent4"),
    ("accent5", "accent5"),
    ("accent6", "mark"),
    ("hlink", "accent1"),
    ("folHlink", "soft"),
)

_TEXTS = {"ink": "tx1", "paper": "bg1", "soft": "tx2"}
"""Our colour -> the name that slides use for it, which the slide master's colour map translates (19.3.1.6)."""

_TINTED = {
    "line": ("ink",),
    "hair": ("ink", "soft", "line"),
    **{f"wash{i}": (f"accent{i}",) for i in range(1, 6)},
}
"""Our colour -> those of the colour scheme of which it may be a tint or a shade: the first that is near in hue."""

_ALIKE = 3
"""How far the red, green and blue of a made colour may be from the wanted ones, of 255."""

CUSTOM: tuple[tuple[str, str], ...] = (
    ("Writing line", "line"),
    ("Hairline", "hair"),
    *((f"Ground {i}", f"wash{i}") for i in range(1, 6)),
)
"""Label and name of our colours that are not in the colour scheme; PowerPoint lists them under its palette."""


def places(theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return the twelve names of the colour scheme, each with the name of our colour.

    ``dk1`` and ``dk2`` are dark colours in a dark deck too; the colour map swaps them.
    """
    grounds = _DARK_GROUNDS if is_dark(theme) else _GROUNDS
    return tuple((place, theme.office.get(place, color)) for place, color in (*grounds, *_OTHERS))


def _own_scheme(theme: Theme) -> dict[str, str]:
    """Return our colours that are in the colour scheme, each with the name that slides use for it.

    Where several are the same colour, they have one name.
    """
    at = {theme.colors[color]: place for place, color in reversed(places(theme)) if place.startswith("accent")}
    at |= {theme.colors[color]: place for color, place in _TEXTS.items()}
    return {color: at[value] for color, value in theme.colors.items() if value in at}


def color_map(theme: Theme) -> str:
    """Return the slide master's ``p:clrMap``: names that slides use -> names of the colour scheme (19.3.1.6)."""
    ground, text = ("dk", "lt") if is_dark(theme) else ("lt", "dk")
    return (
        f'<p:clrMap bg1="{ground}1" tx1="{text}1" bg2="{ground}2" tx2="{text}2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
    )


class Palette:
    """The colours of a theme as DrawingML."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fills: dict[Color, str] = {}
        self._scheme = dict(_own_scheme(theme) if theme.scheme is None else theme.scheme)
        for same in ("ink", "paper"):
            if theme.hex(ON_ACCENT) == theme.colors[same] and same in self._scheme:
                self._scheme[ON_ACCENT] = self._scheme[same]

    def color(self, color: Color) -> str:
        """Return the colour element: ``a:schemeClr`` if the colour scheme has the colour, else ``a:srgbClr``."""
        place = self._scheme.get(color)
        if place:
            return f'<a:schemeClr val="{place}"/>'
        for base in _TINTED.get(color, ()):
            if base in self._scheme and (steps := _steps(self._theme.colors[base], self._theme.hex(color))):
                return f'<a:schemeClr val="{self._scheme[base]}">{steps}</a:schemeClr>'
        if self._theme.scheme is None and self._theme.hex(color) == self._theme.colors["wash1"]:
            return '<a:schemeClr val="bg2"/>'  # it is the second ground of the scheme
        return f'<a:srgbClr val="{self._theme.hex(color)}"/>'

    def fill(self, color: Color | None) -> str:
        """Return ``a:solidFill`` (20.1.8.54), or ``a:noFill`` (20.1.8.44) for None."""
        if color is None:
            return "<a:noFill/>"
        found = self._fills.get(color)
        if found is None:
            found = self._fills[color] = f"<a:solidFill>{self.color(color)}</a:solidFill>"
        return found


def _steps(base: str, wanted: str) -> str:
    """Return the elements that make one colour of another, both RRGGBB; nothing when their hues differ to the eye.

    Saturation and luminance are those of HSL; ``lumMod`` and ``lumOff`` together mix with white, as in PowerPoint's
    "Lighter 80 %" (20.1.2.3.20, 20.1.2.3.21 and 20.1.2.3.27).
    """
    hue, old, strong = _hls(base)
    _, new, wanted_strong = _hls(wanted)
    made = (round(share * 255) for share in hls_to_rgb(hue, new, wanted_strong))
    if not strong or any(abs(a - b) > _ALIKE for a, b in zip(made, bytes.fromhex(wanted), strict=True)):
        return ""
    saturation = f'<a:satMod val="{round(wanted_strong / strong * 100_000)}"/>'
    if new < old:
        return f'{saturation}<a:lumMod val="{round(new / old * 100_000)}"/>'
    share = (1 - new) / (1 - old)
    return f'{saturation}<a:lumMod val="{round(share * 100_000)}"/><a:lumOff val="{round((1 - share) * 100_000)}"/>'


def _hls(color: str) -> tuple[float, float, float]:
    """Return hue, luminance and saturation of RRGGBB, from 0 to 1 each."""
    red, green, blue = bytes.fromhex(color)
    return rgb_to_hls(red / 255, green / 255, blue / 255)
