"""Tables and lists as Excel, Numbers, LibreOffice and exports write them: encodings, separators, titles, workbooks."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

import openpyxl
import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.model.chart import ChartData, Series
from deckbuild.model.numbers import Sign, number_in
from deckbuild.reader import read
from deckbuild.reader.encodings import CODE_PAGES, UnsureEncodingError, decode
from deckbuild.reader.tabular.participants import read_participants
from decks import HEAD


def listed(path: Path, data: bytes | str | None = None) -> tuple[list[str], list[str]]:
    """Return the names in a list, and the codes of what is told about it."""
    if data is not None:
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    diagnostics = Diagnostics()
    return [person.name for person in read_participants(path, diagnostics)], [found.code for found in diagnostics]


def charted(
    folder: Path, name: str, more: str = "", data: bytes | str | None = None
) -> tuple[ChartData | None, str, list[str]]:
    """Return a chart's numbers and unit, and what is told of them."""
    if data is not None:
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n  - title: A\n    chart: {{data: {name}{more}}}\n", "utf-8")
    result = read(path)
    codes = [found.code for found in result.diagnostics]
    if result.deck is None or result.diagnostics.has_errors:
        return None, "", codes
    (chart,) = result.deck.slides[0].body
    return chart.numbers, chart.unit, codes


# Encodings -----------------------------------------------------------------------------------------------------------

NAMES = ("Åse Øst", "Søren Bæk", "Kåre Møller", "Bjørn Æbelø", "André Lund", "Jürgen Vang", "SØREN BÆK", "ÅSE MØLLER")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", *CODE_PAGES])
@pytest.mark.parametrize("name", NAMES)
def test_the_letters_of_a_list_are_found_however_they_are_stored(name, encoding, tmp_path):
    try:
        data = f"Navn;Hold\r\n{name};1\r\nBo Nord;2\r\n".encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} has no {name}")
    assert listed(tmp_path / "liste.csv", data) == ([name, "Bo Nord"], [])


@pytest.mark.parametrize("encoding", CODE_PAGES)
@pytest.mark.parametrize(
    "word",
    [
        *NAMES,
        "Miloš",
        "Muñoz",
        "Zoë",
        "François",
        "Jákup",
        "O’Brien",
        "åben",
        "æble",
        "½ time",
        "m²",
        "Ø",
        "100 €",
        "1\u00a0234",
    ],
)
def test_no_letters_are_guessed(word, encoding):
    """What is read is right, or it is asked for."""
    try:
        data = f"Navn\n{word}\n".encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} has no {word}")
    with suppress(UnsureEncodingError):
        assert decode(data).text == f"Navn\n{word}\n"


@pytest.mark.parametrize(
    ("data", "names", "codes"),
    [
        (b"Navn\nMilo\x9a\n", [], ["unknown-encoding"]),  # Miloš in Windows, Miloö in Mac
        ("Navn\nSøren\n".encode() + "Åse\n".encode("cp1252"), ["Søren", "Åse"], []),  # two lists in one
        ("Navn\nŁukasz Wójcik\nGrażyna Żak\n".encode("cp1250"), ["Łukasz Wójcik", "Grażyna Żak"], ["unusual-encoding"]),
        ("Navn\nÃ…se Ã˜st\n", ["Åse Øst"], ["double-encoded"]),
        ("Navn\nS√∏ren\n", ["Søren"], ["double-encoded"]),
        ("Navn\nAndrÃ©\n", ["André"], ["double-encoded"]),
        ("Navn,Hold\nS&oslash;ren,1\n", ["Søren"], ["double-encoded"]),
        ("Navn\nÃƒâ€¦se\n", ["Åse"], ["double-encoded"]),
        ("Navn\nS¿ren B¾k\n", [], ["damaged-name"]),
        ("Navn\nAhmed أحمد\nLi Wáng 王\nप्रिया\n", ["Ahmed أحمد", "Li Wáng 王", "प्रिया"], []),
        ("Navn\nшse\n", [], ["damaged-name"]),
        ("Navn\nS\ufffdren\n", [], ["damaged-name"]),
        ("Navn\nS?ren\n", [], ["damaged-name"]),
        ("Navn\n?se\nBo\n", [], ["damaged-name"]),
        ("Navn\n#REF!\n", [], ["damaged-name"]),
        ("Navn\nÅse\nLars “Lasse” O’Brien\nAnna Hansen–Bo\n", ["Åse", "Lars “Lasse” O’Brien", "Anna Hansen–Bo"], []),
        ("Navn\n\u200eÅse\u200e\nBo\u200b B\u00adæk\n\u202aLis\u202c\n", ["Åse", "Bo Bæk", "Lis"], []),
        ("Navn\nFar\u200cid\n", ["Farid"], []),
        ("Navn\nBo\n\x1a", ["Bo"], []),
        (b"Navn\n\x00\x01\n", [], ["not-a-list"]),
        (b"\xd0\xcf\x11\xe0and so on", [], ["locked-file"]),
        (b"x" * 10_000_001, [], ["too-large"]),
    ],
)
def test_no_name_is_printed_that_can_not_be_one(data, names, codes, tmp_path):
    found, told = listed(tmp_path / "liste.csv", data)
    assert found == names
    assert [code for code in told if code != "missing-letter"] == codes


# Separators, heads, titles -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("\ufeffsep=;\r\nNavn;Netværk\r\nÅse;Nord\r\n", ["Åse"]),
        ("SEP=,\nNavn,Hold\nÅse,1\n", ["Åse"]),
        ("sep=|\nNavn|Hold\nÅse|1\n", ["Åse"]),
        ("Navn;Netværk\nÅse;Nord;;;\nBo;Syd;\n", ["Åse", "Bo"]),
        ("Navn;Netværk;;\nÅse;Nord;;\n", ["Åse"]),
        ("Deltagerliste 12. marts;;\n;;\nNavn;Netværk;Hold\nÅse;Nord;1\n", ["Åse"]),
        ("Deltagerliste, 12. marts, hold 2\n\nNavn;Netværk\nÅse;Nord\n", ["Åse"]),
        ("Deltagere\nNavn\nÅse\n", ["Åse"]),
        ("Kursus:;Ledelse\nDato:;12. marts\nNr.;Navn;Mail\n1;Åse;a@b.dk\n", ["Åse"]),
        ("Navn;Hold\nÅse;1\nNavn;Hold\nBo;2\n", ["Åse", "Bo"]),
        ("Navn\nHansen, Åse\nBæk, Bo\n", ["Hansen, Åse", "Bæk, Bo"]),
        ('"Navn","Note"\n"Åse","a;b;c"\n', ["Åse"]),
        ('Navn\tNote\n"Åse\nØst"\t"linje\nlinje"\n', ["Åse Øst"]),
        ("Navn\rÅse\rBo\r", ["Åse", "Bo"]),
        *((f"Nr;{head};E-mail\n1;Åse;a@b.dk\n", ["Åse"]) for head in (
            "Fulde navn", "Fuldt navn", "Fuldenavn", "NAVN:", "navn *", "Deltager", "Deltagernavn", "Vist navn",
            "Full Name", "full_name", "Display name", "Participant's name",
        )),
        *((f"{first};{last}\nÅse;Øst\n", ["Åse Øst"]) for first, last in (
            ("Fornavn", "Efternavn"), ("Fornavn(e)", "Efternavn"), ("First Name", "Last Name"),
            ("First_name", "Surname"),
        )),
    ],
)  # fmt: skip
def test_a_list_is_read_as_it_comes_out_of_programs(data, names, tmp_path):
    assert listed(tmp_path / "liste.csv", data) == (names, [])


# Workbooks -----------------------------------------------------------------------------------------------------------


def xlsx(
    path: Path,
    rows: list[list[object]],
    *,
    hidden: str = "",
    formats: dict[str, str] | None = None,
    others: Mapping[str, list[list[object]]] = MappingProxyType({}),
) -> None:
    """Write a workbook. ``hidden`` are letters of columns, numbers of rows and names of ``others``, further sheets."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Ark1"
    for row in rows:
        sheet.append(row)
    for name, more in others.items():
        other = book.create_sheet(name)
        for row in more:
            other.append(row)
        if name in hidden.split():
            other.sheet_state = "hidden"
    for name in set(hidden.split()) - set(others):
        (sheet.row_dimensions[int(name)] if name.isdigit() else sheet.column_dimensions[name]).hidden = True
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    book.save(path)


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.3">
<office:automatic-styles><style:style style:name="ta2" style:family="table">
<style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>
</office:document-content>"""
EMPTY_REST = (
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/>'
    "</table:table-row>"
)


def ods_cell(value: object) -> str:
    kind, of = "string", ""
    match value:
        case None:
            return "<table:table-cell/>"
        case datetime.date():
            kind, of = "date", f' office:date-value="{value}"'
        case float() | int():
            kind, of = "float", f' office:value="{value}"'
        case str() if value.endswith("%"):
            kind, of = "percentage", f' office:value="{float(value[:-1].replace(",", ".")) / 100}"'
    note = "<office:annotation><text:p>En note</text:p></office:annotation>"
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="{kind}"{of}>{note}{text}</table:table-cell>'


def ods(
    path: Path,
    rows: list[list[object]],
    *,
    hidden: str = "",
    others: Mapping[str, list[list[object]]] = MappingProxyType({}),
) -> None:
    """Write a workbook as LibreOffice does: a hidden sheet first, then the rows, then a million empty ones."""

    def look(name: str, value: str) -> str:
        return f' table:visibility="{value}"' if name in hidden.split() else ""

    columns = "".join(f"<table:table-column{look(letter, 'collapse')}/>" for letter in "ABCD")

    def sheet(name: str, rows: list[list[object]], style: str = "") -> str:
        made = "".join(
            f"<table:table-row{look(str(n), 'filter')}>{''.join(map(ods_cell, row))}</table:table-row>"
            for n, row in enumerate(rows, 1)
        )
        return f'<table:table table:name="{name}"{style}>{columns}{made}{EMPTY_REST}</table:table>'

    shut = ' table:style-name="ta2"'
    shown = sheet("Ark1", rows) + "".join(
        sheet(name, more, shut if name in hidden.split() else "") for name, more in others.items()
    )
    tables = (
        '<table:table table:name="Skjult" table:style-name="ta2"><table:table-row><table:table-cell/></table:table-row>'
        f"</table:table>{shown}"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", ODS.format(tables=tables))


PEOPLE: list[list[object]] = [
    ["Deltagerliste 12. marts"], [], ["Nr", "Fulde navn", "Dato"], [1, "\u200eÅse Øst", datetime.date(2026, 3, 12)],
    [2, "Bo Bæk"], [3, "Ib"],
]  # fmt: skip


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_list_may_be_a_workbook(write, tmp_path):
    path = tmp_path / f"liste.{write.__name__}"
    write(path, PEOPLE)
    assert listed(path) == (["Åse Øst", "Bo Bæk", "Ib"], [])
    write(path, PEOPLE, hidden="5")
    assert listed(path) == (["Åse Øst", "Ib"], ["hidden-rows"])
    write(path, [["Navn", "Hold"], ["Åse"], [None, 2]])
    assert listed(path) == ([], ["empty-name"])
    path.rename(tmp_path / "liste.csv")  # whatever its name says
    assert listed(tmp_path / "liste.csv") == ([], ["empty-name"])


@pytest.mark.parametrize("write", [xlsx, ods])
@pytest.mark.parametrize(
    ("others", "hidden", "told"),
    [
        ({"Hold 2": [["Navn"], ["Ea"]], "Ark3": []}, "", "There is something on `Hold 2` too."),
        (
            {"Hold 2": [["Navn"], ["Ea"]], "Noter": [[None, None, 7]]},
            "",
            "There is something on `Hold 2` and `Noter` too.",
        ),
        ({"Lister": [["Ja"], ["Nej"]]}, "Lister", ""),
        ({"Ark2": [], "Ark3": [[None], [""]]}, "", ""),
    ],
)
def test_sheets_of_a_list_that_are_not_read_are_told(write, others, hidden, told, tmp_path):
    path = tmp_path / f"liste.{write.__name__}"
    write(path, [["Navn"], ["Åse"]], others=others, hidden=hidden)
    diagnostics = Diagnostics()
    assert [person.name for person in read_participants(path, diagnostics)] == ["Åse"]
    assert [each.code for each in diagnostics] == ["sheets-not-read"] * bool(told)
    assert all(told in each.text() for each in diagnostics)


@pytest.mark.parametrize(
    ("data", "names", "told"),
    [
        ("Navn;Navn\nÅse;Bo\n", ["Åse"], "“Bo” is not read: the names are those under `Navn` in column A."),
        ("Nr;Navn;E-mail;Efternavn\n1;Åse;a@b.dk;Øst\n", ["Åse"], "“Øst” is not read"),
        ("Fornavn;Efternavn;Efternavn\nÅse;Øst;Vest\n", ["Åse Øst"], "`Fornavn` in column A and `Efternavn`"),
        ("Medarbejder;Deltager\n;\nÅse;Åse\nBo;Ea\n", ["Åse", "Bo"], "“Ea” is not read"),
        ("Navn;Fornavn;Efternavn\nÅse Øst;Åse;Øst\n", ["Åse Øst"], ""),
        ("Navn;Navn\nÅse;\n", ["Åse"], ""),
        ("Navn;Leder\nÅse;Bo\n", ["Åse"], ""),
    ],
)  # fmt: skip
def test_a_second_column_of_names_is_told_once(data, names, told, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text(data, "utf-8")
    diagnostics = Diagnostics()
    assert [person.name for person in read_participants(path, diagnostics)] == names
    assert [each.code for each in diagnostics] == ["names-not-read"] * bool(told)
    assert all(told in each.text() for each in diagnostics)


NUMBERS: list[list[object]] = [
    ["Borgere i kommunen"], [], ["År", "Børn", "Skjult", "Voksne"], ["2023", 12.5, 1, 14], ["2024", None, 1, 15],
    ["2025", 13, 1, 16], [], ["Kilde: egne tal"],
]  # fmt: skip


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_chart_shows_what_is_shown_in_the_workbook(write, tmp_path):
    write(tmp_path / f"tal.{write.__name__}", NUMBERS, hidden="C 6")
    wanted = ChartData(("2023", "2024"), (Series("Børn", (12.5, None)), Series("Voksne", (14.0, 15.0))))
    assert charted(tmp_path, f"tal.{write.__name__}") == (wanted, "", [])


@pytest.mark.parametrize("write", [xlsx, ods])
def test_sheets_of_numbers_that_are_not_read_are_told_unless_one_is_named(write, tmp_path):
    kind = write.__name__
    write(tmp_path / f"tal.{kind}", NUMBERS, others={"Budget": [["År", "Mål"], ["2024", 3]]})
    budget = ChartData(("2024",), (Series("Mål", (3.0,)),))
    assert charted(tmp_path, f"tal.{kind}")[2] == ["sheets-not-read"]
    assert charted(tmp_path, f"{{file: tal.{kind}, sheet: Budget}}") == (budget, "", [])


def test_per_cent_and_dates_are_read_from_both_kinds_of_workbook(tmp_path):
    day = datetime.date(2026, 3, 12)
    ods(tmp_path / "tal.ods", [["Dag", "Andel"], [day, "12,5%"]])
    xlsx(tmp_path / "tal.xlsx", [["Dag", "Andel"], [day, 0.125]], formats={"B2": "0.0%"})
    wanted = ChartData(("2026-03-12",), (Series("Andel", (12.5,)),), (day,))
    assert charted(tmp_path, "tal.ods") == charted(tmp_path, "tal.xlsx") == (wanted, "%", [])


def packed(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def changed(path: Path, old: str, new: str) -> bytes:
    """A workbook whose first sheet is changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml" if "xl/workbook.xml" in parts else "content.xml"
    assert old in parts[sheet]
    parts[sheet] = parts[sheet].replace(old, new)
    return packed(parts)


REPEATED = (
    '<table:table-row table:number-rows-repeated="1048576">'
    '<table:table-cell office:value-type="float" office:value="1" '
)
WIDE = "".join(f'<row r="{n}"><c r="XFD{n}"/></row>' for n in range(20, 999))


@pytest.mark.parametrize(
    ("kind", "old", "new", "code"),
    [
        ("xlsx", "</sheetData>", "</sheetData", "wrong-file"),
        ("xlsx", "<v>14</v>", "<v>1e999</v>", "not-a-number"),
        ("xlsx", "<v>14</v>", "<v>x</v>", "wrong-file"),
        ("xlsx", "</sheetData>", '<row r="1048576"><c r="A1048576"/></row></sheetData>', ""),
        ("xlsx", "</sheetData>", '<row r="99999999999"><c r="A99999999999"/></row></sheetData>', ""),
        ("xlsx", "</sheetData>", WIDE + "</sheetData>", "too-large"),
        ("xlsx", "</sheetData>", " " * 10_000_000 + "</sheetData>", "too-large"),
        ("xlsx", "<v>14</v>", "<f>7+7</f><v></v>", "not-a-number"),
        ("ods", 'value="14"', 'value="1e999"', "not-a-number"),
        ("ods", 'value="14"', 'value="x"', "wrong-file"),
        ("ods", "</office:body>", "", "wrong-file"),
        ("ods", EMPTY_REST, REPEATED + 'table:number-columns-repeated="16384"/></table:table-row>', "too-large"),
        ("ods", "<office:body>", " " * 10_000_000 + "<office:body>", "too-large"),
    ],
)  # fmt: skip
def test_a_damaged_or_huge_workbook_is_told(kind, old, new, code, tmp_path):
    path = tmp_path / f"tal.{kind}"
    (xlsx if kind == "xlsx" else ods)(path, [["År", "Borgere"], ["2024", 14]])
    path.write_bytes(changed(path, old, new))
    assert charted(tmp_path, path.name)[2] == ([code] if code else [])


def test_no_part_of_a_workbook_is_unpacked_beyond_the_limit(tmp_path):
    xlsx(tmp_path / "tal.xlsx", [["År", "Borgere"], ["2024", 14]])
    with zipfile.ZipFile(tmp_path / "tal.xlsx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["docProps/core.xml"] += " " * 100_000_000
    assert charted(tmp_path, "tal.xlsx", data=packed(parts))[2] == ["too-large"]


def test_a_workbook_with_a_password_is_told(tmp_path):
    locked = packed({"META-INF/manifest.xml": "<manifest:encryption-data/>", "content.xml": "x"})
    assert charted(tmp_path, "tal.ods", data=locked)[2] == ["locked-file"]
    assert charted(tmp_path, "tal.xlsx", data=b"\xd0\xcf\x11\xe0")[2] == ["locked-file"]


# Numbers and their units ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("(120)", -120), ("(1.234,5)", -1234.5), ("(12 %)", -12), ("120-", -120), ("−130", -130), ("1.234,5", 1234.5),
        ("1 234", 1234), ("1\u00a0234,5", 1234.5), ("1\u202f234", 1234), ("1'234", 1234), ("12,5 %", 12.5),
        ("1.234.567", 1234567), ("5-6", None), ("(a)", None), ("12-03-2026", None), ("()", None), ("(5", None),
    ],
)  # fmt: skip
def test_numbers_as_spreadsheets_show_them(text, value):
    found = number_in(text, Sign.COMMA)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("data", "more", "unit", "codes"),
    [
        ("År;Andel\n2024;12,5 %\n2025;13 %\n", "", "%", []),
        ("År;Andel\n2024;12,5 %\n2025;0\n", "", "%", []),
        ("År;Andel;Mål\n2024;12,5 %;10%\n", "", "%", []),
        ("År;Borgere\n2024;1.234,5\n", ", unit: borgere", "borgere", []),
        ("År;Andel\n2024;12,5 %\n", ", unit: pct.", "pct.", []),
        ("År;Andel\n2024;12,5 %\n2025;13\n", ", unit: '%'", "%", []),
        ("År;Borgere;Andel\n2024;1.234,5;12,5 %\n2025;2.000;13 %\n", "", "", ["mixed-units"]),
        ("År;Borgere;Andel\n2024;1.234,5;12,5 %\n", ", unit: '%'", "", ["mixed-units"]),
        ("År;Andel\n2024;12,5 %\n2025;13\n", "", "", ["mixed-units"]),
        ("År;Andel\n2024;12,5 %\n", ", unit: borgere", "", ["mixed-units"]),
        ("Andel;Børn;Voksne\n10 %;3;4\n20 %;4;5\n", ", type: scatter", "", []),
        ("Børn;Andel;Voksne\n10;3 %;4\n20;4 %;5\n", ", type: scatter", "", ["mixed-units"]),
    ],
)
def test_a_chart_has_one_unit(data, more, unit, codes, tmp_path):
    assert charted(tmp_path, "tal.csv", more, data)[1:] == (unit, codes)


@pytest.mark.parametrize(
    "data",
    [
        "sep=;\r\nÅr;Borgere\r\n2024;(12)\r\n2025;1.300\r\n",
        "År;Borgere;;\n2024;-12;;\n2025;1 300;;\n",
        "Borgere i kommunen\n\nÅr;Borgere\n2024;−12\n2025;1.300\n\nKilde: egne tal\n",
        "Borgere, begge år\nÅr;Borgere\n2024;12-\n2025;1300,0\n",
        "År\tBorgere\n2024\t-12\n2025\t1.300\n".encode("utf-16").decode("utf-16"),
        'År,Borgere\n2024,-12\n2025,"1,300"\n',
        "År|Borgere\n2024|-12\n2025|1300\n",
    ],
)
def test_a_table_of_numbers_is_read_as_programs_write_it(data, tmp_path):
    wanted = ChartData(("2024", "2025"), (Series("Borgere", (-12.0, 1300.0)),))
    for encoding in ("utf-8", "utf-16", "cp1252", "mac_roman"):
        try:
            written = data.encode(encoding)
        except UnicodeEncodeError:
            continue
        assert charted(tmp_path, "tal.csv", data=written) == (wanted, "", [])


def test_letters_of_a_chart_are_mended_and_told(tmp_path):
    found, _, told = charted(tmp_path, "tal.csv", data="Ã…r;BÃ¸rn\n2024;1\n")
    assert found == ChartData(("2024",), (Series("Børn", (1.0,)),))
    assert told == ["double-encoded"]
