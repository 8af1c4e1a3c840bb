"""Native tables: ``p:graphicFrame`` with ``a:tbl`` (ECMA-376 part 1, 19.3.1.21 and 21.1.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from deckbuild.frame.items import Anchor, Border, TableCell, TableItem, TableRow
from deckbuild.units import Pt, Rect, emu
from deckbuild.writers.pptx.figures import graphic_frame
from deckbuild.writers.pptx.formats import Format, Levels
from deckbuild.writers.pptx.markup import A16, attribute, number
from deckbuild.writers.pptx.masters.properties import HEAD_RULE, NO_STYLE, ROW_RULE, TABLE_STYLE
from deckbuild.writers.pptx.text import TextContext, anchor_name

_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_IDENTITIES = {"col": "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}", "row": "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}"}
"""URIs of the extensions with the ids of columns and rows ([MS-ODRAWXML])."""
_NO_INSET = (0.0, 0.0, 0.0, 0.0)


def table_xml(table: TableItem, head: str, ph: str, key: str, pen: TextContext, *, ruled: bool) -> str:
    """Return ``p:graphicFrame`` of ``table``.

    ``head`` is its ``p:cNvPr``, ``ph`` is ``p:ph`` of the placeholder it fills or empty. The ids of rows and columns
    are made from ``key``. When ``ruled`` it has our table style, and cells state only the rules that differ from it. A
    table that is dressed in a template's style states none.
    """
    widths, heights = _steps(table.widths), _steps(row.height for row in table.rows)
    grid = "".join(
        f'<a:gridCol w="{width}">{_identity("col", key, index)}</a:gridCol>' for index, width in enumerate(widths)
    )
    cells = [_full(row, len(widths)) for row in table.rows]
    made = (
        [map(partial(_styled_cell, pen=pen), row) for row in cells]
        if table.dressed
        else _ruled(cells, table, pen, ruled)
    )
    rows = (
        f'<a:tr h="{high}">{"".join(row)}{_identity("row", key, index)}</a:tr>'
        for index, (row, high) in enumerate(zip(made, heights, strict=True))
    )
    used = {"firstRow": table.head_rows, "firstCol": table.head_column}
    if table.dressed:
        used |= {"bandRow": True, "lastRow": table.rows[-1].total}
    marks = "".join(f' {part}="1"' for part, has in used.items() if has)
    box = Rect(table.box.x, table.box.y, sum(table.widths), sum(row.height for row in table.rows))
    style = TABLE_STYLE if ruled else attribute(table.style) or NO_STYLE
    content = (
        f"<a:tbl><a:tblPr{marks}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{''.join(rows)}</a:tbl>"
    )
    return graphic_frame(head, ph, box, _TABLE, content)


def _ruled(
    rows: Sequence[Sequence[TableCell]], table: TableItem, pen: TextContext, ruled: bool
) -> Iterator[Iterable[str]]:
    """Yield the cells of each row, which state the rules that are theirs and not the style's."""
    above: list[Border | None] = [None] * len(table.widths)
    usual: Border | None = None
    for index, cells in enumerate(rows):
        before, usual = usual, HEAD_RULE if index < table.head_rows else ROW_RULE
        rules = [
            "".join(_border(side, border, pen) for side, border in _stated(over, cell.bottom, before, usual, ruled))
            for over, cell in zip(above, cells, strict=True)
        ]
        yield (
            _cell(cell, f"{rule}<a:noFill/>", pen, pen.inherits.cells) for cell, rule in zip(cells, rules, strict=True)
        )
        above = [cell.bottom for cell in cells]


def _identity(kind: str, key: str, index: int) -> str:
    """Return the extension by which PowerPoint knows a row or column after edits ([MS-ODRAWXML], rowId and colId)."""
    value = number(kind, key, index)
    return (
        f'<a:extLst><a:ext uri="{_IDENTITIES[kind]}"><a16:{kind}Id xmlns:a16="{A16}" val="{value}"/></a:ext></a:extLst>'
    )


def _stated(
    above: Border | None, below: Border | None, usual_above: Border | None, usual: Border, ruled: bool
) -> list[tuple[str, Border | None]]:
    """Return the sides of a cell whose rules are stated. ``above`` and ``below`` are its rules, the others the style's.

    The bottom rule of the cell above is repeated, since of two rules on one edge PowerPoint draws the one that is
    written last. Both rules are stated or none: LibreOffice takes one alone for the other too.
    """
    if not ruled:
        return [("lnL", None), ("lnR", None), ("lnT", above), ("lnB", below)]
    return [] if (above, below) == (usual_above, usual) else [("lnT", above), ("lnB", below)]


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


def _styled_cell(cell: TableCell, pen: TextContext) -> str:
    """Return ``a:tc`` that has fill, rules and the look of its text from the table's style."""
    inherited = {"b": str(int(cell.style_bold))}
    if cell.style_ink:
        inherited["a:solidFill"] = pen.palette.fill(cell.style_ink)
    return _cell(cell, "", pen, [Format({}, inherited)] * 9)


def _cell(cell: TableCell, stated: str, pen: TextContext, levels: Levels) -> str:
    """Return ``a:tc`` with its insets and the rules and fill it states (21.1.3.16, 21.1.3.17)."""
    left, top, right, bottom = (emu(inset) for inset in cell.inset)
    anchor = "" if cell.anchor is Anchor.TOP else f' anchor="{anchor_name(cell.anchor)}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{pen.paragraphs(cell.pars, levels)}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}"{anchor}>{stated}</a:tcPr></a:tc>'
    )


def _border(side: str, border: Border | None, pen: TextContext) -> str:
    if border is None:
        return f'<a:{side} w="0"><a:noFill/></a:{side}>'
    return (
        f'<a:{side} w="{emu(border.width)}" cap="flat" cmpd="sng" algn="ctr">{pen.palette.fill(border.color)}'
        f'<a:prstDash val="solid"/></a:{side}>'
    )
