"""The placeholder for each role.

A role's placeholder has the same type and index on every slide layout, so that text stays when a user changes the
layout of a slide in PowerPoint.
"""

from __future__ import annotations

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import LayoutKind, Role
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.units import Rect

TOLERANCE = 0.01
"""Greatest difference, in points, between a box and its layout's placeholder that still counts as the same box."""


@dataclass(frozen=True, slots=True)
class PlaceholderType:
    """A kind of placeholder (19.3.1.36): attributes of ``p:ph``, name in the selection pane, prompt text."""

    ph: str
    name: str
    prompt: str = ""


SHRINKING = frozenset(
    {Role.TITLE, Role.SUBTITLE, Role.BODY, Role.BODY2, Role.BODY3, Role.BODY4, Role.BELOW, Role.BELOW2}
)
"""The roles whose text PowerPoint makes smaller when somebody adds more than fits. The lines of the foot stay."""

_TITLE = PlaceholderType('type="title"', "Title", "Click to add a title")
_DECK_TITLE = PlaceholderType('type="ctrTitle"', "Title", "Click to add a title")
_TEXT = "Click to add text"

_PLACEHOLDERS = {
    Role.SUBTITLE: PlaceholderType('type="subTitle" idx="1"', "Subtitle", "Click to add a subtitle"),
    Role.BODY: PlaceholderType('type="body" idx="1"', "Text", _TEXT),
    Role.BODY2: PlaceholderType('type="body" sz="half" idx="2"', "Text", _TEXT),
    Role.BODY3: PlaceholderType('type="body" sz="quarter" idx="3"', "Text", _TEXT),
    Role.BODY4: PlaceholderType('type="body" sz="quarter" idx="4"', "Text", _TEXT),
    Role.BELOW: PlaceholderType('type="body" sz="quarter" idx="5"', "Text", _TEXT),
    Role.BELOW2: PlaceholderType('type="body" sz="quarter" idx="6"', "Text", _TEXT),
    Role.TABLE: PlaceholderType('type="tbl" idx="13"', "Table", "Click the icon to add a table"),
    Role.PICTURE: PlaceholderType('type="pic" idx="14"', "Picture", "Click the icon to add a picture"),
    Role.CHART: PlaceholderType('type="chart" idx="15"', "Chart", "Click the icon to add a chart"),
    Role.DATE: PlaceholderType('type="dt" sz="half" idx="10"', "Date"),
    Role.SECTION: PlaceholderType('type="ftr" sz="quarter" idx="11"', "Section"),
    Role.NUMBER: PlaceholderType('type="sldNum" sz="quarter" idx="12"', "Slide number"),
}


def placeholder_boxes(slide_layout: SlideLayout) -> dict[Role, Rect]:
    """Return where our layout has placeholders. Source and pointer are none: outline view would show them."""
    return {role: box for role, box in slide_layout.boxes.items() if role not in (Role.SOURCE, Role.WRITE)}


def placeholder_type(role: Role, layout: LayoutKind) -> PlaceholderType:
    """Return the kind of placeholder that holds ``role`` on ``layout``."""
    if role is Role.TITLE:
        return _DECK_TITLE if layout is LayoutKind.TITLE else _TITLE
    return _PLACEHOLDERS[role]


def same(a: Rect, b: Rect) -> bool:
    """Whether two boxes differ by ``TOLERANCE`` at most, so that the slide can inherit the layout's box."""
    return (
        abs(a.x - b.x) <= TOLERANCE
        and abs(a.y - b.y) <= TOLERANCE
        and abs(a.w - b.w) <= TOLERANCE
        and abs(a.h - b.h) <= TOLERANCE
    )
