"""What participants filled in comes back as they wrote it; what can't be used is named and harms nothing."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from xml.etree import ElementTree

import pikepdf
import pytest
import yaml

from commands import deckbuild
from deckbuild.answers.collect import collect_answers
from deckbuild.answers.filled import read_filled
from deckbuild.answers.formats import FORMATS
from deckbuild.answers.matching import collect
from deckbuild.diagnostics import DiagnosticError, Diagnostics
from deckbuild.frame.form import FieldOrigin, Form, FormEntryKind
from deckbuild.locales import language_of
from deckbuild.model.collected import AnswerColumn, Collected, FilledHandout
from deckbuild.model.themes import SHIPPED
from filling import Filled, answers, by_pdfium, by_pikepdf, by_pypdf, fillable
from test_pdf_tags import DECK

SMALL = """\
deck: {title: Prøve}
slides:
- title: T
  reflection:
  - Hvad nu?
  - {ask: Klar?, answer: yes-no}
  - {ask: Hvilke?, answer: tick, choices: [Æbler, Øl]}
handout: {cover: [Dato, Navn]}
"""
FILLED = {"cover/2": "Åse", "t/q1": "Så er det nu", "t/q2/yes-no": "1", "t/q3/1": "Yes", "t/q3/2": "Yes"}
ANSWERS = {"t/q1": ("Så er det nu",), "t/q2/yes-no": ("Ja",), "t/q3/tick": ("Æbler", "Øl")}


def write_deck(folder: Path, text: str = SMALL) -> Path:
    path = folder / "deck.yaml"
    path.write_text(text, "utf-8")
    return path


def expected(form: Form, filled: Filled) -> dict[str, tuple[str, ...]]:
    """Return what collecting has to find, in words."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in form.entries:
        if entry.name:
            continue
        if entry.kind is FormEntryKind.SEVERAL:
            words = tuple(o.label for o in entry.options if filled[o.name])
        elif entry.kind is FormEntryKind.ONE:
            words = tuple(o.label for o in entry.options if o.name == filled[entry.id])
        else:
            words = (filled[entry.id],) if filled[entry.id] else ()
        if words:
            found[entry.id] = words
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Form, bytes, Path]:
    folder = tmp_path_factory.mktemp("small")
    path = write_deck(folder)
    _, form, data = fillable(path)
    return form, data, path


@pytest.mark.slow
def test_thirty_handouts_lose_nothing(tmp_path: Path) -> None:
    _, form, data = fillable(DECK)
    wanted = {}
    for seed in range(30):
        filled = answers(form, seed)
        name = filled["cover/1"].strip()
        path = tmp_path / f"svar-{seed:02}.pdf"
        path.write_bytes((by_pypdf if seed % 5 == 0 else by_pikepdf)(data, filled))
        wanted[path.name] = (name or path.stem, expected(form, filled))
    diagnostics = Diagnostics()
    collected = collect(form, [read_filled(path) for path in sorted(tmp_path.glob("*.pdf"))], diagnostics)
    assert not list(diagnostics)
    assert {p.file: (p.name, p.answers) for p in collected.participants} == wanted


@pytest.mark.parametrize("theme", SHIPPED)
def test_the_name_is_known_whatever_stands_at_the_head_of_pages(theme: str, tmp_path: Path) -> None:
    in_sections = SMALL.replace("slides:\n", "slides:\n- section: Dagen\n", 1)
    _, form, _ = fillable(write_deck(tmp_path, f"theme: {theme}\n{in_sections}"))
    assert [entry.id for entry in form.entries if entry.name] == ["cover/2"]


@pytest.mark.parametrize("fill", [by_pikepdf, by_pypdf, by_pdfium])
def test_every_way_to_fill_is_read(
    fill: Callable[[bytes, Filled], bytes], small: tuple[Form, bytes, Path], tmp_path: Path
) -> None:
    form, data, _ = small
    path = tmp_path / "a.pdf"
    path.write_bytes(fill(data, FILLED))
    collected = collect(form, [read_filled(path)], Diagnostics())
    assert collected.participants == (FilledHandout("Åse", "a.pdf", ANSWERS),)
    assert [column.head for column in collected.columns] == [
        "Dato [cover/1]", "1.1 Hvad nu? [t/q1]", "1.2 Klar? [t/q2/yes-no]", "1.3 Hvilke? [t/q3/tick]",
    ]  # fmt: skip


def test_own_notes_nobody_wrote_have_no_column(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    form, data, _ = small
    note = next(entry.id for entry in form.entries if entry.note)
    for name, filled in (("tom", {}), ("med", {note: "Husk"})):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(by_pikepdf(data, filled))
        collected = collect(form, [read_filled(path)], Diagnostics())
        assert (note in [column.id for column in collected.columns]) == (name == "med")


# What can't be used --------------------------------------------------------------------------------------------------


def tampered(data: bytes, change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        out = io.BytesIO()
        pdf.save(out, **options)
    return out.getvalue()


def take_off(pdf: pikepdf.Pdf, *names: str) -> None:
    """Take the named fields' widgets, or all, off the pages."""
    for page in pdf.pages:
        if "/Annots" in page:
            gone = [a for a in page.Annots if a.Subtype == "/Widget" and (not names or str(a.get("/T")) in names)]
            page.Annots = pikepdf.Array([a for a in page.Annots if a not in gone])


def flatten(pdf: pikepdf.Pdf) -> None:
    pdf.flatten_annotations()
    take_off(pdf)
    if "/AcroForm" in pdf.Root:
        del pdf.Root.AcroForm


def somebody_elses(pdf: pikepdf.Pdf) -> None:
    """Let nothing say where the fields come from, and let them ask something else."""
    for page in pdf.pages:
        for widget in page.get("/Annots", ()):
            for field in (widget, widget.get("/Parent", widget)):
                field.TU = "Hvad er dit CPR-nummer?"
            if "/NM" in widget:
                del widget.NM


def circle(pdf: pikepdf.Pdf) -> None:
    """Let a field contain itself."""
    field = pdf.Root.AcroForm.Fields[0]
    field.Kids = pikepdf.Array([field])


def elsewhere(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for widget in page.get("/Annots", ()):
            if found := FieldOrigin.read(str(widget.get("/NM", ""))):
                widget.NM = replace(found, deck="anden-dag").named(1)


def nothing(_pdf: pikepdf.Pdf) -> None:
    """Change nothing."""


LOCK = pikepdf.Encryption(owner="x", user="hemmelig")
UNUSABLE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no PDF": (lambda _: b"Hej kursusteam", "not-a-pdf"),
    "empty": (lambda _: b"", "not-a-pdf"),
    "cut off": (lambda data: data[: len(data) * 2 // 3], "cut-off-pdf"),
    "garbled": (lambda data: data[:-400] + b"\xff" * 300 + data[-100:], "damaged-pdf"),
    "its table of objects gone": (lambda data: data[:900] + b"\n%%EOF\n", "damaged-pdf"),
    "locked": (lambda data: tampered(data, nothing, encryption=LOCK), "locked-pdf"),
    "flattened": (lambda data: tampered(data, flatten), "flat-pdf"),
    "somebody else's form": (lambda data: tampered(data, somebody_elses), "foreign-pdf"),
    "another deck's": (lambda data: tampered(data, elsewhere), "other-deck"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_cannot_be_used_is_named_and_left_out(name: str, small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    _, data, deck = small
    change, code = UNUSABLE[name]
    (tmp_path / "god.pdf").write_bytes(by_pikepdf(data, FILLED))
    (tmp_path / "dårlig.pdf").write_bytes(change(data))
    report = collect_answers(deck, [tmp_path], [tmp_path / "svar.yaml"])
    assert [found.code for found in report.diagnostics] == [code]
    assert "dårlig.pdf" in next(iter(report.diagnostics)).text()
    assert report.participants == 1
    alone = collect_answers(deck, [tmp_path / "dårlig.pdf"], [tmp_path / "intet.yaml"])
    assert alone.written == []
    assert not (tmp_path / "intet.yaml").exists()


def test_a_field_within_itself_ends(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(tampered(small[1], circle))
    try:
        read_filled(path)
    except DiagnosticError as error:
        assert error.diagnostic.code == "damaged-pdf"  # noqa: PT017


def test_a_missing_file_is_named(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    report = collect_answers(small[2], [tmp_path / "findes-ikke.pdf"], [tmp_path / "svar.csv"])
    assert [found.code for found in report.diagnostics] == ["unreadable-pdf", "nothing-to-collect"]


# Decks that changed --------------------------------------------------------------------------------------------------

CHANGED = SMALL.replace("  - Hvad nu?\n", "  - Et helt nyt spørgsmål\n  - Hvad nu?\n")


def test_answers_to_another_wording_never_land_under_a_question_they_do_not_answer(
    small: tuple[Form, bytes, Path], tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(by_pikepdf(small[1], FILLED))
    _, form, _ = fillable(write_deck(tmp_path, CHANGED))
    diagnostics = Diagnostics()
    collected = collect(form, [read_filled(tmp_path / "a.pdf")], diagnostics)
    (participant,) = collected.participants
    assert "t/q1" not in participant.answers
    texts = {column.id: column.text for column in collected.columns}
    kept = {texts[name]: words for name, words in participant.answers.items()}
    assert kept["Hvad nu?"] == ("Så er det nu",)
    assert {d.code for d in diagnostics} == {"other-version", "unknown-field"}


def test_questions_that_are_the_same_keep_their_answers(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(by_pikepdf(small[1], FILLED))
    longer = SMALL.replace("handout:", "- title: Ny\n  reflection: [Endnu et]\nhandout:")
    _, form, _ = fillable(write_deck(tmp_path, longer))
    diagnostics = Diagnostics()
    collected = collect(form, [read_filled(tmp_path / "a.pdf")], diagnostics)
    assert collected.participants[0].answers == ANSWERS
    assert [d.code for d in diagnostics] == ["other-version"]


def test_what_was_tampered_with_is_kept_and_told(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        fields = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        fields["t/q2/yes-no"].V = pikepdf.Name("/Måske")
        for circle in fields["t/q2/yes-no"].Kids:
            circle.AS = pikepdf.Name.Off
        fields["t/q3/1"].V = fields["t/q3/1"].AS = pikepdf.Name.Off
        extra = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="lønforhandling", TU="Hvad vil du have?", V="Mere")
        kept = [f for f in pdf.Root.AcroForm.Fields if str(f.T) != "t/q3/2"]
        pdf.Root.AcroForm.Fields = pikepdf.Array([*kept, pdf.make_indirect(extra)])
        take_off(pdf, "t/q3/2")

    path = tmp_path / "a.pdf"
    path.write_bytes(tampered(by_pikepdf(small[1], FILLED), change))
    diagnostics = Diagnostics()
    collected = collect(small[0], [read_filled(path)], diagnostics)
    assert dict(collected.participants[0].answers) == {
        "t/q1": ("Så er det nu",), "t/q2/yes-no": ("Måske",), "lønforhandling": ("Mere",),
    }  # fmt: skip
    assert collected.columns[-1] == AnswerColumn("lønforhandling", "Hvad vil du have?")
    assert {d.code for d in diagnostics} == {"unknown-choice", "unknown-field"}


# Files ---------------------------------------------------------------------------------------------------------------

AWKWARD = (
    "=1+1", "+45 12", "-3 grader", "@navn", "'=2", "'", 'Hun sagde "nej"; og gik', "en\nto\n\nfire", "æøå ÆØÅ €",
    "  rum  ", "http://example.org", "001", "Ja", "null", "2026-01-01", "x" * 5000, "a: b # c", "- punkt\n- punkt",
    "\t1", "\n=1+1", " =1+1", "\u200b=1+1", "\uff1d1+1", " \u00a0\ufeff\u200e\n\uff0b45", "\ufe631", "\u3164@navn",
)  # fmt: skip
LABELS = language_of("da").labels
TABLE = Collected(
    "prøve",
    "0" * 12,
    (AnswerColumn("t/q1", "Hvad?", "1.1"), AnswerColumn("t/q2", "Hvilke?", "1.2")),
    tuple(FilledHandout(f"P{n}", f"{n}.pdf", {"t/q1": (text,), "t/q2": ("A", "B")}) for n, text in enumerate(AWKWARD)),
)


def test_a_table_for_danish_excel() -> None:
    data = FORMATS[".csv"](TABLE, LABELS)
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head == ["Navn", "Fil", "1.1 Hvad? [t/q1]", "1.2 Hvilke? [t/q2]"]
    assert [row[3] for row in rows] == ["A\nB"] * len(AWKWARD)
    for row, text in zip(rows, AWKWARD, strict=True):
        begins = unicodedata.normalize("NFKC", row[2]).lstrip(" \n\u200b\ufeff\u200e\u1160")
        assert not begins.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert row[2] in (text, f"'{text}")


def test_a_workbook() -> None:
    data = FORMATS[".xlsx"](TABLE, LABELS)
    assert data == FORMATS[".xlsx"](TABLE, LABELS)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
        strings = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    held = ["".join(t.text or "" for t in item.iterfind(".//x:t", space)) for item in strings.iterfind("x:si", space)]
    assert set(AWKWARD) <= set(held)
    assert "<f>" not in sheet
    assert 'state="frozen"' in sheet


def test_a_file_for_the_deck() -> None:
    kept = yaml.safe_load(FORMATS[".yaml"](TABLE, LABELS))
    assert kept["questions"]["t/q1"] == {"number": "1.1", "text": "Hvad?"}
    assert [p["answers"]["t/q1"] for p in kept["participants"]] == list(AWKWARD)
    assert all(p["answers"]["t/q2"] == ["A", "B"] for p in kept["participants"])


def test_a_file_changed_by_hand_is_kept(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    filled, out = tmp_path / "a.pdf", tmp_path / "svar.csv"
    filled.write_bytes(by_pikepdf(small[1], FILLED))
    (first,) = collect_answers(small[2], [filled], [out]).written
    (again,) = collect_answers(small[2], [filled], [out]).written
    assert (first.kept, again.kept, again.unchanged) == (None, None, True)
    out.write_text("rettet i hånden", "utf-8")
    (third,) = collect_answers(small[2], [filled], [out]).written
    assert third.kept
    assert third.kept.read_text("utf-8") == "rettet i hånden"


def test_the_command(small: tuple[Form, bytes, Path], tmp_path: Path) -> None:
    write_deck(tmp_path)
    (tmp_path / "svar").mkdir()
    (tmp_path / "svar" / "a.pdf").write_bytes(by_pikepdf(small[1], FILLED))
    (tmp_path / "svar" / "noter.txt").write_text("ikke et hæfte", "utf-8")

    def run(*more: str) -> CompletedProcess[str]:
        return deckbuild("collect", "svar", "--lang", "en", *more, folder=tmp_path)

    done = run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "answers.xlsx  (1 participant)\n", "")
    assert run("-o", "svar.csv", "-o", "svar.yaml", "-q").stdout == ""
    assert (tmp_path / "svar.csv").exists()
    assert (tmp_path / "svar.yaml").exists()
    wrong = run("-o", "svar.docx")
    assert wrong.returncode == 1
    assert "svar.docx" in wrong.stderr
    (tmp_path / "svar" / "a.pdf").unlink()
    none = run()
    assert none.returncode == 1
    assert "Nothing was collected." in none.stderr
