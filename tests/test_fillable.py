"""The handout to fill in on a screen: a field wherever paper is written on, and still accessible once it is filled."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

import tools
from deckbuild.frame.form import Form, FormEntryKind, form_of
from deckbuild.model.deck import Question
from deckbuild.model.edition import Edition
from deckbuild.pipeline.lay_out import LaidOut
from filling import Filled, answers, by_pdfium, by_pikepdf, by_pypdf, fillable
from test_pdf_tags import DECK, Tagged

MULTILINE, RADIO = 1 << 12, 1 << 15

KINDS: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "lines": ("reflection: [Hvad nu?]", [("t/q1", "lines", "Hvad nu?")]),
    "a word": ("reflection: [{ask: Hvem?, answer: word}]", [("t/q1", "line", "Hvem?")]),
    "a box": ("reflection: [{ask: Tegn, answer: box}]", [("t/q1", "lines", "Tegn")]),
    "yes or no": ("reflection: [{ask: Klar?, answer: yes-no}]", [("t/q1/yes-no", "one", "Klar?")]),
    "yes or no, and why": (
        "reflection: [{ask: Klar?, answer: [yes-no, lines]}]",
        [("t/q1/yes-no", "one", "Klar?"), ("t/q1", "lines", "Klar?")],
    ),
    "ticks": (
        "reflection: [{ask: Hvilke?, answer: tick, choices: [A, B]}]", [("t/q1/tick", "several", "Hvilke?")]
    ),
    "a scale": ("reflection: [{ask: Hvor?, answer: scale, choices: [A, B, C]}]", [("t/q1/scale", "one", "Hvor?")]),
    "no answer": ("reflection: [{ask: Tænk, answer: none}]", []),
    "two ways to write": (
        "reflection: [{ask: Hvem?, answer: [box, lines]}]",
        [("t/q1", "lines", "Hvem?"), ("t/q1/lines", "lines", "Hvem?")],
    ),
    "fields": (
        "fields: {head: Skriv, items: [her, der]}",
        [("t/1/1", "lines", "Skriv: her"), ("t/1/2", "lines", "Skriv: der")],
    ),
    "a board": ("board: dots", [("t/1", "lines", "T")]),
    "a ruled board": ("board: lines", [("t/1", "lines", "T")]),
    "a list to tick": (
        "bullets: {head: Råd, items: [A, B]}\n  handout: {ticks: hos os}", [("t/1/ticks", "several", "Råd: hos os")]
    ),
    "a list to tick, with a word": (
        "bullets: [A, B]\n  handout: {ask: Hvad bruger I?, ticks: {label: hos os, word: yes}}",
        [("t/1/ticks", "several", "Hvad bruger I?"), ("t/1/1/word", "line", "A"), ("t/1/2/word", "line", "B")],
    ),
    "crosses": (
        "comparison: {from: X, to: Y, rows: [{theme: Tillid, from: a, to: b}]}\n"
        "  handout: {ask: Hvor er I?, crosses: [X, På vej, Y]}",
        [("t/1/1", "one", "Tillid: Hvor er I?")],
    ),
    "an extra column": (
        "table: {columns: [A, B], rows: [[c, d]]}\n  handout: {column: Hos os}", [("t/1/1", "lines", "Hos os: c")]
    ),
    "marks on a drawing": (
        "steps: {alt: Tre trin, items: [Ét, To, Tre]}\n  handout: {mark: Her er vi}",
        [("t/1/marks", "several", "Her er vi")],
    ),
    "the same in every card": (
        "cards: [{head: K, text: a}, {head: L, text: b}]\n  handout: {each: [Hvem?]}",
        [("t/q1/1", "lines", "K: Hvem?"), ("t/q1/2", "lines", "L: Hvem?")],
    ),
}  # fmt: skip
"""What stands on a slide called T -> name, kind and tooltip of its entries."""


def deck_of(content: str, folder: Path, cover: str = "") -> Path:
    path = folder / "deck.yaml"
    path.write_text(f"deck: {{title: Prøve}}\nslides:\n- title: T\n  {content}\n{cover}", "utf-8")
    return path


@pytest.fixture(scope="module")
def day() -> tuple[LaidOut, Form, bytes]:
    return fillable(DECK)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def terminal(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    return {str(field.T): field for field in pdf.Root.AcroForm.Fields}


def widgets(field: pikepdf.Object) -> list[pikepdf.Object]:
    if "/Kids" in field:
        return list(field.Kids)
    return [field] if "/Rect" in field else []


@pytest.mark.parametrize("name", KINDS)
def test_each_way_to_answer_has_its_field(name: str, tmp_path: Path) -> None:
    content, expected = KINDS[name]
    _, form, data = fillable(deck_of(content, tmp_path))
    asked = [(e.id, e.kind.value, e.label) for e in form.entries if not e.note]
    assert asked == expected
    pdf = opened(data)
    fields = terminal(pdf)
    for entry in form.entries:
        if entry.kind is FormEntryKind.SEVERAL:
            assert len(entry.options) >= 2
            for option in entry.options:
                assert (fields[option.name].FT, str(fields[option.name].TU)) == (
                    "/Btn",
                    f"{entry.label}: {option.label}",
                )
            continue
        field = fields[entry.id]
        flags = int(field.get("/Ff", 0))
        assert str(field.TU) == entry.label
        assert ("/Btn" if entry.kind is FormEntryKind.ONE else "/Tx") == field.FT
        assert bool(flags & RADIO) == (entry.kind is FormEntryKind.ONE)
        assert bool(flags & MULTILINE) == (entry.kind is FormEntryKind.LINES)


def test_both_editions_ask_the_same_under_the_same_ids(day: tuple[LaidOut, Form, bytes]) -> None:
    laid_out, form, data = day
    assert form_of(laid_out.documents[Edition.PARTICIPANT]) == form
    pdf = opened(data)
    fields = set(terminal(pdf)) - {Form.MARKER}
    options = [o.name for e in form.entries if e.kind is FormEntryKind.SEVERAL for o in e.options]
    assert fields == {e.id for e in form.entries if e.kind is not FormEntryKind.SEVERAL} | set(options)


def test_every_question_of_the_deck_can_be_answered(day: tuple[LaidOut, Form, bytes]) -> None:
    laid_out, form, _ = day
    named = " ".join(entry.id for entry in form.entries) + " "
    asked = [
        question
        for slide in laid_out.deck.slides
        for question in (
            *(q for block in slide.body for q in getattr(block, "questions", ())),
            *slide.handout.write, *slide.handout.each,
        )
    ]  # fmt: skip
    assert len(asked) > 40
    for question in asked:
        assert isinstance(question, Question)
        assert re.search(rf"(^|\s){re.escape(question.id)}[/ ]", named), question.id


def test_every_state_has_an_appearance(day: tuple[LaidOut, Form, bytes]) -> None:
    pdf = opened(day[2])
    assert "/NeedAppearances" not in pdf.Root.AcroForm
    for name, field in terminal(pdf).items():
        for widget in widgets(field):
            states = widget.get("/AP", {}).get("/N")
            if field.FT == "/Btn":
                assert len(states) == 2, name
                assert "/Off" in states
                assert widget.AS == "/Off"
            elif states is None:  # a viewer draws it from the name on the cover
                assert len(widgets(field)) > 1
                assert int(widget.F) & 64


def test_the_typing_font_has_every_letter_of_its_encoding(day: tuple[LaidOut, Form, bytes]) -> None:
    pdf = opened(day[2])
    form = pdf.Root.AcroForm
    name = re.match(r"/(\S+) 11 Tf", str(form.DA))
    assert name
    font = form.DR.Font[f"/{name[1]}"]
    assert font.Encoding == "/WinAnsiEncoding"
    assert all(int(width) > 0 for width in font.Widths)
    from deckbuild.fonts.faces import Style, face
    from deckbuild.writers.pdf.typing_font import letters

    assert not face(Style.REGULAR).missing(letters())
    assert set("æøåÆØÅéüßñçšž€–…»«“”’0123456789") <= set(letters())
    assert len(font.FontDescriptor.FontFile2.read_bytes()) > 20_000


def test_a_screen_reader_meets_the_fields_where_they_stand(day: tuple[LaidOut, Form, bytes]) -> None:
    tagged = Tagged(day[2])
    assert tagged.check() == []
    met = []
    for element in tagged.elements():
        if str(element.S) == "/Form":
            (kid,) = tagged.kids(element)
            assert not isinstance(kid, tuple)
            met.append(kid.Obj)
    placed = [w.objgen for field in terminal(tagged.pdf).values() for w in widgets(field)]
    assert sorted(w.objgen for w in met) == sorted(placed)
    labels = [str(w.get("/TU") or w.Parent.TU) for w in met if not int(w.F) & 64]
    form_order = [
        label
        for e in day[1].entries
        for label in ([f"{e.label}: {o.label}" for o in e.options] if e.options else [e.label])
    ]
    assert sorted(labels) == sorted(form_order)
    assert labels[:6] == form_order[:6]


def test_the_question_and_its_field_are_one_item(tmp_path: Path) -> None:
    _, _, data = fillable(deck_of("reflection: [Hvad nu?, Og så?]", tmp_path))
    tagged = Tagged(data)
    bodies = {
        "".join(tagged.read(e)).strip(): [str(kid.S) for kid in tagged.kids(e) if not isinstance(kid, tuple)]
        for e in tagged.elements()
        if str(e.S) == "/LBody"
    }
    assert bodies["Hvad nu?"] == bodies["Og så?"] == ["/Form"]


def test_the_name_on_the_cover_stands_on_every_page(day: tuple[LaidOut, Form, bytes]) -> None:
    pdf = opened(day[2])
    name = next(entry for entry in day[1].entries if entry.name)
    assert name.label == "Navn"
    field = terminal(pdf)[name.id]
    pages = [page.obj.objgen for page in pdf.pages]
    assert [pages.index(widget.P.objgen) for widget in field.Kids] == list(range(len(pages)))


def test_it_claims_what_it_stays(day: tuple[LaidOut, Form, bytes]) -> None:
    with opened(day[2]) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in metadata


def test_paper_shows_nothing_of_fields(day: tuple[LaidOut, Form, bytes]) -> None:
    from deckbuild.pipeline.papers import PaperKind
    from deckbuild.pipeline.render import render_paper

    printed = pikepdf.open(io.BytesIO(render_paper(day[0], PaperKind.HANDOUT)))
    assert "/AcroForm" not in printed.Root


@pytest.mark.slow
@pytest.mark.parametrize("fill", [None, by_pikepdf, by_pypdf, by_pdfium])
def test_it_stays_accessible_when_it_is_filled(
    fill: Callable[[bytes, Filled], bytes] | None, day: tuple[LaidOut, Form, bytes], tmp_path: Path
) -> None:
    filled = answers(day[1], 7)
    data = fill(day[2], filled) if fill else day[2]
    path = tmp_path / "h.pdf"
    path.write_bytes(data)
    assert tools.verapdf_errors(path, "ua1") == []
    assert tools.qpdf_check(path) == []
    if fill:
        pdf = opened(data)
        fields = terminal(pdf)
        for name, value in filled.items():
            kept = str(fields[name].get("/V", "")).replace("\r\n", "\n").replace("\r", "\n").removeprefix("/")
            assert kept.removesuffix("Off") == value, name


def test_the_rules_of_a_field_have_one_color(tmp_path: Path) -> None:
    _, _, data = fillable(deck_of("reflection: [{ask: Hvad nu?, lines: 20}, {ask: Hvem?, answer: word}]", tmp_path))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        content = pikepdf.parse_content_stream(pdf.pages[1])
    colors: set[str] = set()
    current = ""
    for operands, operator in content:
        if str(operator) == "RG":
            current = " ".join(str(operand) for operand in operands)
        elif str(operator) == "S":
            colors.add(current)
    assert len(colors) == 1


def _marks_under(pdf: pikepdf.Pdf) -> list[str]:
    """Return the fields of several lines in whose area something is drawn on the page: a rule, a dot, an outline."""
    crossed = []
    several = [field for field in terminal(pdf).values() if int(field.get("/Ff", 0)) & MULTILINE]
    for page in pdf.pages:
        points = [
            (float(operands[-2]), float(operands[-1]))
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) in ("m", "l", "c")
        ]
        for field in several:
            for widget in widgets(field):
                x1, y1, x2, y2 = (float(corner) for corner in widget.Rect)
                if widget.P.objgen == page.objgen and any(x1 - 1 < x < x2 + 1 and y1 < y < y2 for x, y in points):
                    crossed.append(str(field.T))
    return crossed


@pytest.mark.parametrize("name", KINDS)
def test_nothing_crosses_typed_text(name: str, tmp_path: Path) -> None:
    data = fillable(deck_of(KINDS[name][0], tmp_path))[2]
    assert _marks_under(opened(data)) == []


def test_nothing_crosses_typed_text_on_the_course_day(day: tuple[LaidOut, Form, bytes]) -> None:
    assert _marks_under(opened(day[2])) == []
