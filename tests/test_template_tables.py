"""Tables in a template wear its own table style: each row is a style, and what comes out."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx.opc.packuri import PackURI

from deckbuild.frame.items import Border, TableCell, TableItem
from deckbuild.model.contrast import contrast
from made_templates import A, Deck
from test_template_kinds import Change, made
from test_templates import Built, check

DECK = """\
deck: {title: Prøve}
slides:
  - title: Tal
    table:
      columns: [Navn, Først, Sidst]
      rows: [[Nord, 12, 13], [Syd, 8, 9], [Vest, 5, 5], [I alt, 25, 27]]
"""
MEDIUM, GRID, NO_GRID = (
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "{5940675A-B579-460E-94D1-54222C63F5DA}",
    "{2D5ABB26-0587-4C30-8999-92F81FD0307C}",
)  # fmt: skip
OWN = "{11111111-2222-4333-8444-555555555555}"


def styles(default: str, defined: str = "") -> Change:
    """Give the template a list of table styles with this default."""

    def change(deck: Deck) -> None:
        part = next(r.target_part for r in deck.part.rels.values() if r.reltype.endswith("/tableStyles"))
        assert part.partname == PackURI("/ppt/tableStyles.xml")
        part._blob = f'<a:tblStyleLst xmlns:a="{A}" def="{default}">{defined}</a:tblStyleLst>'.encode()

    return change


def without_list(deck: Deck) -> None:
    rel = next(key for key, r in deck.part.rels.items() if r.reltype.endswith("/tableStyles"))
    deck.part.rels.pop(rel)


def style(head: str, text: str, body: str = "") -> str:
    """A style of the template's own: the fill and text of its head, RRGGBB, and of its body."""
    fill = "<a:fill><a:solidFill><a:srgbClr val='{}'/></a:solidFill></a:fill>"
    return (
        f'<a:tblStyle styleId="{OWN}" styleName="Kommunen"><a:wholeTbl><a:tcTxStyle><a:srgbClr val="222222"/>'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr/>{fill.format(body) if body else ''}</a:tcStyle></a:wholeTbl><a:firstRow>"
        f'<a:tcTxStyle b="on"><a:srgbClr val="{text}"/></a:tcTxStyle><a:tcStyle><a:tcBdr/>{fill.format(head)}'
        "</a:tcStyle></a:firstRow></a:tblStyle>"
    )


def table_of(built: Built) -> TableItem:
    return next(i for frame in built.laid_out.presentation.frames for i in frame.items if isinstance(i, TableItem))


def colors(built: Built, cell: TableCell) -> tuple[str, str]:
    """The fill and the colour of the text of a cell, RRGGBB."""
    theme = built.laid_out.theme
    return theme.hex(cell.fill) if cell.fill else "", theme.hex(cell.pars[0].runs[0].color)


STYLES = [  # the style, the fill and text of the head, of the first row's figures, and of the second's
    ("built in, only named", styles(MEDIUM), ("4F81BD", "FFFFFF"), ("D0D8E8", "000000"), ("E9EDF4", "000000")),
    ("no list at all", without_list, ("4F81BD", "FFFFFF"), ("D0D8E8", "000000"), ("E9EDF4", "000000")),
    ("a grid", styles(GRID), ("", "000000"), ("", "000000"), ("", "000000")),
    ("light style 2", styles("{7E9639D4-E3E2-4D34-9284-5A2195B3D0D7}"),
     ("000000", "FFFFFF"), ("", "000000"), ("", "000000")),
    ("dark style 2", styles("{0660B408-B3CF-4A94-85FC-2B1E0A45F4A2}"),
     ("C0504D", "FFFFFF"), ("D0D8E8", "000000"), ("E9EDF4", "000000")),
    ("the template's own", styles(OWN, style("004020", "FFEECC", "F0F8F0")),
     ("004020", "FFEECC"), ("F0F8F0", "222222"), ("F0F8F0", "222222")),
    ("pale text on a pale head", styles(OWN, style("FFE680", "FFFFFF")),
     ("FFE680", "000000"), ("", "222222"), ("", "222222")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "head", "first", "second"), [pytest.param(*r, id=w) for w, *r in STYLES])
def test_tables_wear_the_templates_style(
    tmp_path: Path, change: Change, head: tuple[str, str], first: tuple[str, str], second: tuple[str, str]
) -> None:
    built = made(tmp_path, change, deck=DECK)
    check(built)
    assert "template-table" not in built.codes
    table = table_of(built)
    rows = [row.cells[1] for row in table.rows]
    assert [colors(built, cell) for cell in rows[:3]] == [head, first, second]
    for cell in (cell for row in table.rows for cell in row.cells):
        fill, text = colors(built, cell)
        assert contrast(text, fill or "FFFFFF") >= 3
    with zipfile.ZipFile(built.pptx) as archive:
        slide = next(t for n in archive.namelist() if re.match(r"ppt/slides/slide\d", n)
                     and "<a:tbl>" in (t := archive.read(n).decode()))  # fmt: skip
        listed = next(archive.read(n) for n in archive.namelist() if "tableStyles" in n)
    used = re.search(r"<a:tableStyleId>(.*?)<", slide)
    assert used
    assert etree.fromstring(listed).xpath(f"*[@styleId='{used[1]}']"), "every program can draw it"
    assert 'firstRow="1" firstCol="1" bandRow="1" lastRow="1"' in slide
    assert not re.search(r"<a:(ln[LRTB]|noFill)", slide[slide.index("<a:tbl>") : slide.index("</a:tbl>")]), (
        "the style says it"
    )


@pytest.mark.parametrize("named", [NO_GRID, OWN])
def test_a_style_that_draws_nothing_leaves_our_rules(tmp_path: Path, named: str) -> None:
    built = made(tmp_path, styles(named), deck=DECK)
    check(built)
    assert ("template-table" in built.codes) == (named == OWN), "of this one nobody knows the look"
    table = table_of(built)
    assert table.style == named
    assert not table.dressed
    assert all(isinstance(cell.bottom, Border) for row in table.rows[:-1] for cell in row.cells)


def test_a_table_is_inset_without_moving_its_text(tmp_path: Path) -> None:
    """As PowerPoint's cells are, so that a table of filled cells stands as far out as the placeholder."""
    plain, dressed = (table_of(made(tmp_path, styles(each), deck=DECK)) for each in (NO_GRID, MEDIUM))
    assert dressed.box.x == pytest.approx(plain.box.x - 7.2)
    assert dressed.box.right == pytest.approx(plain.box.right + 7.2)
    assert dressed.box.bottom == pytest.approx(plain.box.bottom)
    starts = [
        [table.box.x + sum(table.widths[:n]) + cell.inset[0] for n, cell in enumerate(table.rows[1].cells)]
        for table in (plain, dressed)
    ]
    assert starts[1] == pytest.approx(starts[0])
