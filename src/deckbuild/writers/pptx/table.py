"""Native tables: ``p:graphicFrame`` with ``a:tbl`` (ECMA-376 part 1, 19.3.1.21 and 21.1.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckbuild.frame.items import Anchor, Border, TableCell, TableItem, TableRow
from deckbuild.units import Pt, Rect, emu
from deckbuild.writers.pptx.masters.placeholders import xfrm
from deckbuild.writers.pptx.text import TextContext, anchor_name

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_INSET = (0.0, 0.0, 0.0, 0.0)


def table_xml(table: TableItem, head: str, ph: str, style: str, pen: TextContext) -> str:
    """Return ``p:graphicFrame`` of ``table``.

    ``head`` is its ``p:cNvPr``, ``ph`` is ``p:ph`` of the placeholder it fills or empty, ``style`` is the GUID of its
    table style.
    """
    widths, heights = _steps(table.widths), _steps(row.height for row in table.rows)
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    above: list[Border | None] = [None] * len(widths)
    rows = []
    for row, high in zip(table.rows, heights, strict=True):
        cells = _full(row, len(widths))
        rows.append(f'<a:tr h="{high}">{"".join(map(_cell, cells, above, [pen] * len(cells)))}</a:tr>')
        above = [cell.bottom for cell in cells]
    marks = (' firstRow="1"' if table.head_rows else "") + (' firstCol="1"' if table.head_column else "")
    box = Rect(table.box.x, table.box.y, sum(table.widths), sum(row.height for row in table.rows))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr>{ph}</p:nvPr></p:nvGraphicFramePr>{xfrm(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl><a:tblPr{marks}><a:tableStyleId>{style}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{''.join(rows)}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _steps(lengths: Iterable[Pt]) -> list[int]:
    """Return ``lengths`` in EMU. Edges are rounded, not lengths, so that the sum is right to one EMU."""
    made, end, edge = [], 0.0, 0
    for length in lengths:
        end += length
        made.append(emu(end) - edge)
        edge = emu(end)
    return made


def _full(row: TableRow, columns: int) -> tuple[TableCell, ...]:
    """Return the row's cells, filled up to ``columns`` with empty ones: PowerPoint rejects a file with a short row."""
    if len(row.cells) >= columns:
        return row.cells[:columns]
    last = row.cells[-1] if row.cells else TableCell(pars=(), inset=_NO_INSET)
    empty = TableCell(
        pars=tuple(replace(par, runs=(), lines=()) for par in last.pars[:1]), inset=last.inset, bottom=last.bottom
    )
    return (*row.cells, *(empty for _ in range(columns - len(row.cells))))


def _cell(cell: TableCell, above: Border | None, pen: TextContext) -> str:
    """Return ``a:tc`` with all insets and borders (21.1.3.16, 21.1.3.17).

    ``above`` is the bottom border of the cell above. It is repeated as this cell's top border, since of two borders
    on one edge PowerPoint draws the one that is written last.
    """
    left, top, right, bottom = (emu(inset) for inset in cell.inset)
    anchor = "" if cell.anchor is Anchor.TOP else f' anchor="{anchor_name(cell.anchor)}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{pen.paragraphs(cell.pars, pen.inherits.cells)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"{anchor}>'
        f"{_border('lnL', None, pen)}{_border('lnR', None, pen)}{_border('lnT', above, pen)}"
        f"{_border('lnB', cell.bottom, pen)}<a:noFill/></a:tcPr></a:tc>"
    )


def _border(side: str, border: Border | None, pen: TextContext) -> str:
    if border is None:
        return f'<a:{side} w="0"><a:noFill/></a:{side}>'
    return (
        f'<a:{side} w="{emu(border.width)}" cap="flat" cmpd="sng" algn="ctr">{pen.palette.fill(border.color)}'
        f'<a:prstDash val="solid"/></a:{side}>'
    )
