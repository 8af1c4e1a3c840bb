"""Named copies: the list of participants, and what its faults are told as."""

from __future__ import annotations

import csv
import io
import re
import time
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import tools
from commands import deckbuild
from deckbuild.answers.collect import collect_answers
from deckbuild.diagnostics import Diagnostics, SourceFile, Span
from deckbuild.diagnostics.render import render
from deckbuild.handout.front_and_back.participant_names import named
from deckbuild.model.collected import Participant
from deckbuild.model.edition import Edition
from deckbuild.model.themes import paper_theme
from deckbuild.pipeline.build import build
from deckbuild.pipeline.copies import copy_names
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.pipeline.papers import Order, PaperKind, People
from deckbuild.reader.tabular.csv import rows
from deckbuild.reader.tabular.participants import read_participants
from deckbuild.writers.pdf import write_copies
from filling import by_pdfium, by_pikepdf, by_pypdf
from test_pdf_tags import Tagged


def listed(folder: Path, data: bytes | str) -> tuple[list[str], list[tuple[str, int, int]]]:
    """Return the names in a list, and code, line and column of what is told about it."""
    path = folder / "liste.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    diagnostics = Diagnostics()
    people = read_participants(path, diagnostics)
    places = [(d.code, d.span.line, d.span.column) for d in diagnostics if d.span]
    assert len(places) == len(diagnostics)
    return [person.name for person in people], places


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("Navn\nAnna Hansen\nBo Østergård\n", ["Anna Hansen", "Bo Østergård"]),
        ("Name,Team\nAnna Hansen,1\n", ["Anna Hansen"]),
        ("Netværk;Navn;Mail\nNord;Anna Hansen;a@b.dk\n", ["Anna Hansen"]),
        ("Nr\tNavn\n1\tAnna Hansen\n", ["Anna Hansen"]),
        ("Fornavn;Efternavn\nAnna;Hansen\nBo;\n", ["Anna Hansen", "Bo"]),
        ('Navn,Team\n"Hansen, Anna",1\n', ["Hansen, Anna"]),
        ('Navn;Team\n"Anna ""Ann"" Hansen";1\n', ['Anna "Ann" Hansen']),
        ('Navn;Team\n"Anna\nHansen";1\nBo;2\n', ["Anna Hansen", "Bo"]),
        ("NAVN \r\n  Anna   Hansen \r\n\r\n;\r\nBo\r\n", ["Anna Hansen", "Bo"]),
        (b"\xef\xbb\xbfNavn\n\xc3\x85se\n", ["Åse"]),
        (b"Navn\r\n\xc5se S\xf8rensen\r\n", ["Åse Sørensen"]),
        ("Navn;Team\nÅse;1\n".encode("utf-16"), ["Åse"]),
        ("Navn\nA\u030ase\n", ["Åse"]),
        ("Navn\nS%C3%B8ren%20B%C3%A6k\n%C3%85se\n100%20\n", ["Søren Bæk", "Åse", "100%20"]),
        ("Navn\nS=F8ren B=E6k\nS=C3=B8ren\n=C5se\n", ["Søren Bæk", "Søren", "Åse"]),
        ("Navn\nS\\u00f8ren\n", ["Søren"]),
        ("Navn\nSøren Bæk <s@b.example>\n", ["Søren Bæk"]),
    ],
)
def test_a_list_is_read_as_spreadsheets_write_it(tmp_path, data, names):
    assert listed(tmp_path, data)[0] == names


@pytest.mark.parametrize(
    ("data", "reported"),
    [
        ("", [("empty-list", 1, 1)]),
        (" \n;\n", [("empty-list", 1, 1)]),
        ("Navn;Team\n", [("empty-list", 1, 1)]),
        ("Anna Hansen\nBo\n", [("no-name-column", 1, 1)]),
        ("Fornavn;Team\nAnna;1\n", [("no-name-column", 1, 1)]),
        ("Team;Navn\nNord;Anna\nSyd;\nVest\n", [("empty-name", 3, 5), ("empty-name", 4, 1)]),
        ("Navn,Team\nHansen, Anna, 1\nBo,2\n", [("too-many-cells", 2, 14)]),
        ('Navn;Team\nAnna;1\n"Bo;2\n', [("open-quote", 3, 1)]),
        ("Navn\nAnna\nBo\nanna\n", [("same-name", 4, 1)]),
        ("Navn;Team\nAnna;1\nBo;2\nI alt 2;\n", [("sum-in-list", 4, 1)]),
        ("Name;Team\nAnna;1\n12;\nTotal;\n", [("sum-in-list", 3, 1), ("sum-in-list", 4, 1)]),
        (b"PK\x03\x04and so on", [("not-a-list", 1, 1)]),
        (b"Navn\nMilo\x9a\n", [("unknown-encoding", 1, 1)]),
        (b"Navn\n\x00\x01\n", [("not-a-list", 1, 1)]),
    ],
)
def test_every_fault_of_a_list_is_told_with_its_place(tmp_path, data, reported):
    assert listed(tmp_path, data)[1] == reported


def test_a_list_that_is_not_there_is_told(tmp_path):
    diagnostics = Diagnostics()
    assert read_participants(tmp_path / "ingen.csv", diagnostics) == ()
    (tmp_path / "deltagere.csv").touch()
    assert read_participants(tmp_path / "deltagere.xlsx", diagnostics) == ()
    assert [d.code for d in diagnostics] == ["unreadable-file", "unreadable-file"]
    said = render(diagnostics)
    assert "Check the spelling, and in which folder the list lies." in said
    assert "In that folder there is: deltagere.csv." in said


TEXT = st.text(st.sampled_from('ab æ"";,\t\n'), max_size=8)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), min_size=1, max_size=5), st.sampled_from(";,\t"))
def test_whatever_a_spreadsheet_writes_is_read_back(table, separator):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["Navn", "Netværk"])
    writer.writerows(table)
    found = [[cell.text for cell in row] for row in rows(SourceFile(Path("x"), text.getvalue()), separator)]
    assert found[1:] == [[" ".join(cell.split()) for cell in row] for row in table if any(cell.strip() for cell in row)]


@given(st.binary(max_size=60))
def test_no_list_stops_the_program(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("liste") / "x.csv"
    path.write_bytes(b"Navn;Team\n" + data)
    diagnostics = Diagnostics()
    people = read_participants(path, diagnostics)
    assert people or len(diagnostics)


DECK = """\
deck:
  title: Prøve
slides:
  - section: Første
  - title: Et
    reflection: [Hvorfor?, Hvordan?]
  - title: To
    text: x
handout:
  cover: [Navn, Dato]
"""
NAMES = ("Anna Østergård", "Bo", "Ćirić Łucja")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    (folder / "liste.csv").write_text("Navn\n" + "\n".join(NAMES) + "\n", "utf-8")
    return folder


def made(course: Path, out: Path, *editions: Edition, merged: bool = False) -> dict[str, bytes]:
    people = People(course / "liste.csv", merged)
    report = build(Order(course / "deck.yaml", out, (PaperKind.HANDOUT,), editions or None, people))
    assert report.laid_out, [d.text() for d in report.diagnostics]
    return {file.path.name: file.path.read_bytes() for paper in report.made for file in paper.files}


def texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def test_each_participant_gets_a_copy_with_the_name_on_cover_and_every_page(course, tmp_path):
    files = made(course, tmp_path)
    assert list(files) == [
        "proeve-haefte-anna-oestergaard.pdf",
        "proeve-haefte-bo.pdf",
        "proeve-haefte-ciric-lucja.pdf",
    ]
    assert {p.parent.name for p in tmp_path.rglob("*.pdf")} == {"proeve-haefte-navne"}
    for name, pdf in zip(NAMES, files.values(), strict=True):
        pages = texts(pdf)
        assert len(pages) > 1
        assert all(name in page for page in pages)
        assert not any(other in page for other in NAMES if other != name for page in pages)
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert str(opened.docinfo.Title) == f"Prøve – {name}"


def test_a_copy_is_as_accessible_as_the_handout_and_its_name_is_read_where_it_stands(course, tmp_path):
    pdf = made(course, tmp_path)["proeve-haefte-bo.pdf"]
    path = tmp_path / "copy.pdf"
    path.write_bytes(pdf)
    assert tools.qpdf_check(path) == []
    assert tools.page_validation_errors(path) == []
    assert Tagged(pdf).check() == []
    read = " ".join(Tagged(pdf).read())
    assert read.count("Bo ") == 1  # on the cover; running heads aren't read aloud
    assert read.index("Bo ") < read.index("Navn")


def test_copies_are_the_same_each_time_and_of_any_other_list(course, tmp_path):
    first = made(course, tmp_path / "a")
    assert first == made(course, tmp_path / "b")


def test_merged_copies_are_one_file_in_the_order_of_the_list(course, tmp_path):
    files = made(course, tmp_path, merged=True)
    assert list(files) == ["proeve-haefte-navne.pdf"]
    pages = texts(files["proeve-haefte-navne.pdf"])
    each = len(pages) // len(NAMES)
    assert each * len(NAMES) == len(pages)
    for place, page in enumerate(pages):
        assert NAMES[place // each] in page
    path = tmp_path / "proeve-haefte-navne.pdf"
    assert tools.qpdf_check(path) == []
    assert b"pdfuaid" not in files[path.name]


def test_the_teams_guide_is_made_once_without_names(course, tmp_path):
    files = made(course, tmp_path, Edition.GUIDE, Edition.BOOKLET)
    assert "proeve-vejledning.pdf" in files
    assert len(files) == 1 + len(NAMES)
    assert all(NAMES[1] in page for page in texts(files["proeve-foldehaefte-bo.pdf"]))


FILLABLE = [f"proeve-haefte-til-skaerm-{name}.pdf" for name in ("anna-oestergaard", "bo", "ciric-lucja")]
"""The copies to fill in of the people in ``NAMES``."""


@pytest.mark.parametrize("fill", [by_pikepdf, by_pypdf, by_pdfium])
def test_a_copy_to_fill_in_has_the_name_and_comes_back_as_that_persons(course, tmp_path, fill):
    files = made(course, tmp_path / "out", Edition.FILLABLE)
    assert [*files] == FILLABLE
    sent = tmp_path / "sent"
    sent.mkdir()
    for number, (name, pdf) in enumerate(files.items()):
        (sent / f"{number}.pdf").write_bytes(fill(pdf, {"et/q1": f"Svar fra {name}"}))
    report = collect_answers(course / "deck.yaml", [sent], [tmp_path / "svar.yaml"])
    assert [d.text() for d in report.diagnostics] == []
    collected = yaml.safe_load((tmp_path / "svar.yaml").read_text("utf-8"))["participants"]
    assert [(p["name"], p["answers"]) for p in collected] == [
        (name, {"et/q1": f"Svar fra {file}"}) for name, file in zip(NAMES, FILLABLE, strict=True)
    ]


def test_a_copy_to_fill_in_shows_the_name_as_print_does_and_it_can_be_changed(course, tmp_path):
    pdf = made(course, tmp_path, Edition.FILLABLE)[FILLABLE[2]]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == f"Prøve – {NAMES[2]}"
    assert all(NAMES[2] in page for page in shown(pdf))
    changed = by_pdfium(pdf, {"cover/1": "Åse"})
    assert all("Åse" in page and NAMES[2] not in page for page in shown(changed))


def test_a_copy_to_fill_in_is_as_accessible_as_the_edition(course, tmp_path):
    pdf = made(course, tmp_path, Edition.FILLABLE)[FILLABLE[1]]
    path = tmp_path / "copy.pdf"
    path.write_bytes(pdf)
    assert tools.qpdf_check(path) == []
    assert tools.verapdf_errors(path, "ua1") == []
    assert Tagged(pdf).check() == []


def test_copies_that_nobody_filled_in_are_empty(course, tmp_path):
    made(course, tmp_path, Edition.FILLABLE)
    for record in tmp_path.rglob(".deckbuild*"):
        record.unlink()
    report = collect_answers(course / "deck.yaml", [tmp_path], [tmp_path / "svar.yaml"])
    assert [d.code for d in report.diagnostics] == ["empty-handout"] * 3 + ["nothing-to-collect"]


def test_copies_to_fill_in_are_a_file_each_and_merged_says_so(course, tmp_path):
    people = People(course / "liste.csv", merged=True)
    report = build(Order(course / "deck.yaml", tmp_path, (PaperKind.HANDOUT,), (Edition.FILLABLE,), people))
    assert [d.code for d in report.diagnostics] == ["not-merged"]
    assert [file.path.name for file in report.made[0].files] == FILLABLE


def shown(pdf: bytes) -> list[str]:
    """Return what each page shows in a viewer, in its fields too."""
    opened = pypdfium2.PdfDocument(pdf)
    opened.init_forms()
    for page in opened:
        raw.FPDFPage_Flatten(page, raw.FLAT_PRINT)
    out = io.BytesIO()
    opened.save(out)
    return texts(out.getvalue())


@pytest.mark.parametrize(
    ("cover", "name", "code"),
    [("[]", "Bo", "no-name-line"), ("[Navn, Dato]", "Bo " * 60, "long-name")],
)
def test_a_name_that_has_no_place_is_told_and_nothing_is_written(tmp_path, cover, name, code):
    (tmp_path / "deck.yaml").write_text(DECK.replace("[Navn, Dato]", cover), "utf-8")
    (tmp_path / "liste.csv").write_text(f"Navn\nAnna\n{name}\n", "utf-8")
    people = People(tmp_path / "liste.csv")
    report = build(Order(tmp_path / "deck.yaml", tmp_path / "out", (PaperKind.HANDOUT,), people=people))
    assert report.laid_out is None
    found = [d for d in report.diagnostics if d.code == code]
    assert len(found) == 1
    assert found[0].span
    assert found[0].span.line == (3 if code == "long-name" else 10)
    assert not (tmp_path / "out").exists()


def test_a_long_name_is_set_smaller_before_it_is_refused(tmp_path):
    name = "Anna Margrethe Kirstine Østergård Vestergård Søndergård"
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    (tmp_path / "liste.csv").write_text(f"Navn\n{name}\n", "utf-8")
    (pdf,) = made(tmp_path, tmp_path / "out").values()
    assert name in texts(pdf)[0]


def test_a_name_is_whole_on_every_page_that_has_room_for_it(tmp_path):
    """A section whose name fills the running head cuts the name there and nowhere else."""
    (tmp_path / "deck.yaml").write_text(DECK.replace("Første", "Velfærd og samarbejde " * 4), "utf-8")
    more = "  - section: Anden\n  - {title: Tre, text: x}\nhandout:"
    (tmp_path / "deck.yaml").write_text((tmp_path / "deck.yaml").read_text("utf-8").replace("handout:", more), "utf-8")
    (tmp_path / "liste.csv").write_text("Navn\nAnna Margrethe Østergård\n", "utf-8")
    (pdf,) = made(tmp_path, tmp_path / "out").values()
    pages = texts(pdf)
    assert "…" in next(page for page in pages if "Hvorfor?" in page)
    assert "Anna Margrethe Østergård" in next(page for page in pages if "Anden" in page and "Tre" in page)


@given(st.lists(st.text(max_size=80), min_size=1, max_size=12))
def test_copies_never_share_a_file_name(people):
    names = copy_names("proeve-haefte", people)
    assert len({name.casefold() for name in names}) == len(people)
    assert all(re.fullmatch(r"proeve-haefte-[a-z0-9-]{1,70}\.pdf", name) for name in names)


def test_merged_without_a_list_is_wrong_usage(course):
    assert deckbuild("handout", "--merged", folder=course).returncode == 2


def test_a_list_with_a_fault_is_told_with_its_line(course, tmp_path):
    (tmp_path / "liste.csv").write_text("Navn;Team\nBo;1\n;2\n", "utf-8")
    done = deckbuild("handout", "deck.yaml", "--participants", tmp_path / "liste.csv", folder=course)
    assert done.returncode == 1
    assert "liste.csv:3:1" in done.stderr
    assert "This line has no name." in done.stderr


@pytest.mark.slow
def test_thirty_copies_are_drawn_in_less_than_three_times_the_time_of_one():
    """Layout and drawing are shared: a copy of its own is only a few words and the file's bytes."""
    laid_out, diagnostics = lay_out_deck(Path(__file__).parent.parent / "deck.yaml")
    assert laid_out
    span = Span(SourceFile(Path("liste.csv"), "Navn"), 1, 1, 1, 5)
    theme = paper_theme(laid_out.theme)

    def seconds(count: int) -> float:
        people = [Participant(f"Deltager {n}", span) for n in range(count)]
        started = time.process_time()
        document, copies = named(laid_out.document, laid_out.deck, people, diagnostics)
        made = list(write_copies(document, laid_out.presentation, theme, copies))
        assert len(made) == count
        return time.process_time() - started

    seconds(1)
    assert min(seconds(30) for _ in range(2)) < 3 * max(seconds(1) for _ in range(3)) + 0.5
