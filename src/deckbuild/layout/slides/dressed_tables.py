"""Tables in a template: in its own table style, as PowerPoint would insert them.

A table is as much wider than its text as PowerPoint's cells are inset, so that text stays in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deckbuild.dataclass import dataclass
from deckbuild.frame.items import Border, Group, Item, TableCell, TableItem, extent
from deckbuild.frame.text import Par
from deckbuild.frame.transform import recolored
from deckbuild.model.contrast import DRAWN, LARGE, contrast
from deckbuild.model.slide_layouts import SlideLayout
from deckbuild.model.table_style import CellPlace, TablePart, TableStyle
from deckbuild.model.theme import INK, PAPER, Color, Theme
from deckbuild.units import Pt, Rect

_INSET: Pt = 7.2
"""From the side of a cell to its text."""
_HEAD: Pt = 5
"""The white over the text of a head."""
_LARGE, _LARGE_BOLD = 18, 14
"""The sizes in points from which text is large (WCAG 2.1, 1.4.3)."""

_Grounds = list[tuple[Rect, Mapping[str, Color]]]
"""The boxes of filled cells, each with the colours that are not seen on it and the one to use instead."""


def dressed_tables(items: Sequence[Item], slide_layout: SlideLayout, theme: Theme) -> tuple[Item, ...]:
    """Return the items of a slide with its tables in the style of the layout's template.

    What is drawn over a table, such as the bars of a programme, is in colours that can be seen on its fills.
    """
    return tuple(_walked(items, slide_layout, theme, [])) if slide_layout.table else tuple(items)


def _walked(items: Sequence[Item], slide_layout: SlideLayout, theme: Theme, grounds: _Grounds) -> Iterator[Item]:
    style = slide_layout.table or TableStyle("")
    for item in items:
        if isinstance(item, Group):
            yield replace(item, items=tuple(_walked(item.items, slide_layout, theme, grounds)))
        elif isinstance(item, TableItem) and style.parts:
            dresser = _Dresser(item, style, slide_layout, theme)
            table = dresser.dressed()
            grounds += dresser.grounds(table)
            yield table
        else:
            yield replace(item, style=style.id) if isinstance(item, TableItem) else _over(item, grounds)


def _over(item: Item, grounds: _Grounds) -> Item:
    """Return an item in the colours that are seen on the ground on which it stands."""
    box = extent(item)
    at = box.x + box.w / 2, box.y + box.h / 2
    under = (colors for r, colors in grounds if r.x <= at[0] <= r.right and r.y <= at[1] <= r.bottom)
    return recolored(item, next(under, {}))


@dataclass(frozen=True, slots=True)
class _Dresser:
    """Dresses one table."""

    table: TableItem
    style: TableStyle
    slide_layout: SlideLayout
    theme: Theme

    def dressed(self) -> TableItem:
        """Return the table with insets, fills, rules and readable text."""
        table, box, over = self.table, self.table.box, _HEAD * self.table.head_rows
        inks = self._inks()
        rows = tuple(
            replace(
                row, height=row.height + (_HEAD if down < table.head_rows else 0),
                cells=tuple(self._cell(cell, self._place(down, across), inks) for across, cell in enumerate(row.cells)),
            )
            for down, row in enumerate(table.rows)
        )  # fmt: skip
        return replace(
            table, rows=rows, style=self.style.id, dressed=True,
            widths=(*table.widths[:-1], table.widths[-1] + 2 * _INSET),
            box=Rect(box.x - _INSET, box.y - over, box.w + 2 * _INSET, box.h + over),
        )  # fmt: skip

    def grounds(self, table: TableItem) -> Iterator[tuple[Rect, Mapping[str, Color]]]:
        """Yield the box of each filled cell, and the colours that are not seen on it with the one to use instead."""
        inks, y = self._inks(), table.box.y
        for row in table.rows:
            x = table.box.x
            for wide, cell in zip(table.widths, row.cells, strict=True):
                if cell.fill:
                    ground = self.theme.hex(cell.fill)
                    lost = (name for name, color in self.theme.colors.items() if contrast(color, ground) < DRAWN)
                    yield Rect(x, y, wide, row.height), dict.fromkeys(lost, inks[cell.fill][0])
                x += wide
            y += row.height

    def _place(self, row: int, column: int) -> CellPlace:
        table = self.table
        return CellPlace(
            row, column, len(table.rows), len(table.widths), table.head_rows, table.head_column, table.rows[-1].total
        )

    def _cells(self) -> Iterator[tuple[TableCell, TablePart]]:
        for down, row in enumerate(self.table.rows):
            for across, cell in enumerate(row.cells):
                yield cell, self.style.look(self._place(down, across))

    def _ratio(self, color: Color, look: TablePart) -> float:
        """Return the contrast of a colour on the ground of a part."""
        ground = look.fill or self.slide_layout.colors.get(PAPER, PAPER)
        return contrast(self.theme.hex(color), self.theme.hex(Color(ground)))

    def _usual(self) -> Color:
        return Color(self.slide_layout.colors.get(INK, INK))

    def _inks(self) -> Mapping[str | None, tuple[Color, float]]:
        """Return fill -> the colour of text on it all over the table, and the contrast that it needs.

        That is the style's own, where all of its text reads in it; else the first of ours that does.
        """
        looks: dict[str | None, TablePart] = {}
        least: dict[str | None, float] = {}
        for cell, look in self._cells():
            looks.setdefault(look.fill, look)
            least[look.fill] = max([least.get(look.fill, DRAWN), *(self._needed(par) for par in cell.pars)])
        found = {}
        for fill, look in looks.items():
            own = Color(look.ink or self._usual())
            tried = (own, self._usual(), *map(Color, (PAPER, "slot-000000", "slot-FFFFFF")))
            found[fill] = next((c for c in tried if self._ratio(c, look) >= least[fill]), own), least[fill]
        return found

    def _needed(self, par: Par) -> float:
        """Return the contrast that a paragraph needs, by the size of its smallest text."""
        size = self.theme.slide_master.unit * min((run.size for run in par.runs), default=_LARGE)
        bold = all(run.style.bold for run in par.runs)
        return DRAWN if size >= (_LARGE_BOLD if bold else _LARGE) else LARGE

    def _cell(self, cell: TableCell, place: CellPlace, inks: Mapping[str | None, tuple[Color, float]]) -> TableCell:
        """Return a cell with its insets, and the fill, rules and text colour that the style has for its place.

        Words in a colour of their own keep it where it reads, but for those of heads.
        """
        look, head = self.style.look(place), place.row < place.head_rows
        left, top, right, bottom = cell.inset
        over = _HEAD if head else 0.0
        last = place.column == place.columns - 1
        ink, least = inks[look.fill]
        plain = head or (place.head_column and not place.column)
        colors = {run.color for par in cell.pars for run in par.runs}
        kept = {c for c in colors - {self._usual()} if not plain and self._ratio(c, look) >= least}
        return replace(
            cell, pars=recolored(cell.pars, dict.fromkeys(colors - kept, ink)),
            inset=(left + _INSET, top + over, right + (_INSET if last else -_INSET), bottom),
            text_top=cell.text_top + over, fill=Color(look.fill) if look.fill else None,
            style_ink=Color(look.ink) if look.ink else None, style_bold=bool(look.bold),
            left=None if place.column else _border(look.rules.get("left")),
            top=None if place.row else _border(look.rules.get("top")),
            right=self._edge(place, "right"), bottom=self._edge(place, "bottom"),
        )  # fmt: skip

    def _edge(self, place: CellPlace, side: str) -> Border | None:
        """Return the rule between a cell and the one after or below it: of the two that of the stronger part."""
        column, row = place.column + (side == "right"), place.row + (side == "bottom")
        rules = [self.style.rule(place, side)]
        if column < place.columns and row < place.rows:
            other = "left" if side == "right" else "top"
            rules.append(self.style.rule(replace(place, column=column, row=row), other))
        return _border(max(rules, key=lambda rule: (rule[0], rule[1] is not None))[1])


def _border(rule: tuple[Pt, str] | None) -> Border | None:
    return Border(rule[0], Color(rule[1])) if rule and rule[0] else None
