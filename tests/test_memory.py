"""What a hostile file may cost: each is given to the real command, in a process of its own."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from fuzz.files import HEAD, templates, workbook

MOST = 300_000
"""The most memory, in kB."""
MEASURED = (
    "import sys; from pathlib import Path; from deckbuild.cli.main import main\n"
    "try: main(sys.argv[1:])\n"
    "finally:\n"
    "    status = Path('/proc/self/status').read_text()\n"
    "    Path('memory').write_text(status.partition('VmHWM:')[2].split()[0])\n"
)


def changed(package: bytes, part: str, at: str, filling: str, size: int) -> bytes:
    """Return a package with one part filled up to a size with an element, before ``at``."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name == part:
                content = content.replace(at, filling * (size // len(filling)) + at, 1)
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
    return made.getvalue()


def pdf(side: int) -> bytes:
    made, document = io.BytesIO(), pikepdf.new()
    document.add_blank_page(page_size=(side, side))
    document.save(made)
    return made.getvalue()


def png(mode: str) -> bytes:
    made = io.BytesIO()
    Image.new(mode, (6300, 6300)).save(made, "PNG")
    return made.getvalue()


SHEET, RELATIONS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MERGED, RELATION = '<mergeCell ref="A1:B2"/>', '<Relationship Id="r" Type="t" Target="t"/>'
ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table>{}'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)
ROW = (
    '<table:table-row{}><table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
    "</table:table-row>"
)
ENTITIES = "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10))


def ods(rows: str, before: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", before + ODS.format(rows))
    return made.getvalue()


PICTURE, CHART, TEMPLATE, BOARD = (
    HEAD + "  - title: A\n    picture: {file: FILE, alt: B}\n",
    HEAD + "  - title: A\n    chart: {data: FILE}\n",
    HEAD + "  - title: A\n    bullets: [B]\ntheme:\n  template: FILE\n",
    HEAD + "  - title: A\n    reflection: [{ask: B?, id: x}]\n  - title: C\n    board: {answers: x, file: FILE}\n",
)
FILES = {
    "a page of 25 square metres": ("a.pdf", lambda: pdf(14400), ["diff", "a.pdf", "a.pdf"], ""),
    "many merged cells": (
        "a.xlsx", lambda: changed(workbook(people=False), SHEET, "</mergeCells>", MERGED, 9_800_000),
        ["check"], CHART,
    ),
    "many relations": (
        "a.xlsx", lambda: changed(workbook(people=False), RELATIONS, "</Relationships>", RELATION, 9_800_000),
        ["check"], CHART,
    ),
    "a cell that is repeated in all of a sheet": (
        "a.ods",
        lambda: ods(ROW.format(' table:number-rows-repeated="999999"', ' table:number-columns-repeated="9999"', "A")),
        ["check"], CHART,
    ),
    "a thousand million letters of a few": (
        "a.ods", lambda: ods(ROW.format("", "", "&a9;"), f'<!DOCTYPE x [<!ENTITY a0 "ha">{ENTITIES}]>'),
        ["check"], CHART,
    ),
    "two thousand million spaces": (
        "a.ods", lambda: ods(ROW.format("", "", 'A<text:s text:c="2000000000"/>')), ["check"], CHART,
    ),
    "a sheet of 300 MB": ("a.ods", lambda: ods(" " * 300_000_000), ["check"], CHART),
    "many empty cells": ("a.ods", lambda: ods("<table:table-cell/>" * 400_000), ["check"], CHART),
    "rows in rows": ("a.ods", lambda: ods("<table:table-row>" * 9999 + "</table:table-row>" * 9999), ["check"], CHART),
    "many shapes": (
        "a.pptx", lambda: changed(templates()[0][1], MASTER, "</p:spTree>", "<p:sp/>", 9**8),
        ["check"], TEMPLATE,
    ),
    "many answers": ("a.yaml", lambda: b"participants:\n" + b"- {answers: {a: b}}\n" * 900_000, ["check"], BOARD),
    "a large picture": ("a.png", lambda: png("RGBA"), ["build"], PICTURE),
    "a large picture of few colours": ("a.png", lambda: png("P"), ["build"], PICTURE),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the system tells the memory otherwise")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_takes_little_memory(name: str, tmp_path: Path) -> None:
    file, make, command, deck = FILES[name]
    (tmp_path / file).write_bytes(make())
    (tmp_path / "deck.yaml").write_text(deck.replace("FILE", file), "utf-8")
    done = subprocess.run([sys.executable, "-c", MEASURED, *command], cwd=tmp_path, capture_output=True, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    assert int((tmp_path / "memory").read_text()) < MOST
