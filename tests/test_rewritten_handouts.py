"""Whatever a PDF program does to a filled handout: its answers are read, or the file is named with what is wrong."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2 as pdfium
import pytest
import yaml

from deckbuild.answers.collect import CollectReport, collect_answers
from deckbuild.answers.filled import read_filled
from deckbuild.model.collected import FilledHandout
from filling import Filled, by_pdfium, by_pikepdf, by_pypdf, fillable
from rewriting import JOINING, PRINTING, SAVING, by_node, saved

KEPT = Path(__file__).parent / "decks"
DECK = """\
deck: {title: Æbler og øl, language: da}
slides:
- title: Før frokost
  reflection:
  - {ask: Hvad tager du med hjem?, lines: 8}
  - {ask: Klar?, answer: yes-no}
  - {ask: Hvor ofte?, answer: scale, choices: [sjældent, tit, altid]}
  - {ask: Hvilke emner?, answer: tick, choices: [Møder, Økonomi, Ånd]}
  - {ask: Ét ord?, answer: word}
  - {ask: Tegn, answer: box, lines: 6}
  - {ask: Din plan, carry-to: Min plan}
- title: Efter frokost
  fields: {head: Skriv navne, items: [Her, Der]}
  handout: {margin: 3}
- title: Fra og til
  comparison: {from: Før, to: Nu, rows: [{theme: Sted, from: Her, to: Der}, {theme: Tid, from: Lang, to: Kort}]}
  handout: {ask: Sæt kryds, crosses: [Før, På vej, Nu]}
"""
NAMED = DECK + "handout: {cover: [Navn, Arbejdsplads]}\n"
FILLED = {
    "cover/1": "Åse Ærø", "cover/2": "Øst & vest", "foer-frokost/q1": "Rødgrød med fløde\n\nog 😀 „citat“ €",
    "foer-frokost/q2/yes-no": "1", "foer-frokost/q3/scale": "3", "foer-frokost/q4/1": "Yes", "foer-frokost/q4/3": "Yes",
    "foer-frokost/q5": "ørken", "foer-frokost/q6": "=1+1", "foer-frokost/q7": "Ring", "efter-frokost/1/2": "æ ø å",
    "fra-og-til/1/1": "2", "sheet/Min plan/foer-frokost/q7": "I morgen",
}  # fmt: skip
ANSWERS = {
    "cover/2": ("Øst & vest",), "foer-frokost/q1": ("Rødgrød med fløde\n\nog 😀 „citat“ €",),
    "foer-frokost/q2/yes-no": ("Ja",), "foer-frokost/q3/scale": ("altid",), "foer-frokost/q4/tick": ("Møder", "Ånd"),
    "foer-frokost/q5": ("ørken",), "foer-frokost/q6": ("=1+1",), "foer-frokost/q7": ("Ring",),
    "efter-frokost/1/2": ("æ ø å",), "fra-og-til/1/1": ("På vej",), "sheet/Min plan/foer-frokost/q7": ("I morgen",),
}  # fmt: skip
NAMELESS = {key: words for key, words in ANSWERS.items() if key != "cover/2"}
OTHERS: dict[str, tuple[Filled, Mapping[str, tuple[str, ...]]]] = {
    "Bo": ({"cover/1": "Bo", "foer-frokost/q1": "Kort"}, {"foer-frokost/q1": ("Kort",)}),
    "Ida": (
        {"cover/1": "Ida", "foer-frokost/q2/yes-no": "2", "fra-og-til/1/2": "3"},
        {"foer-frokost/q2/yes-no": ("Nej",), "fra-og-til/1/2": ("Nu",)},
    ),
}
"""Two more participants: what they fill in, and what is collected."""


@pytest.fixture(scope="module", params=["with names", "without"])
def deck(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, bool]:
    """Make a deck: its file, its fillable handout, and whether the handout asks for the name."""
    named = request.param == "with names"
    path = tmp_path_factory.mktemp("deck") / "deck.yaml"
    path.write_text(NAMED if named else DECK, "utf-8")
    return path, fillable(path)[2], named


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    path = tmp_path_factory.mktemp("deck") / "deck.yaml"
    path.write_text(NAMED, "utf-8")
    return path, fillable(path)[2]


def fill_in(data: bytes, filled: Filled, named: bool = True) -> bytes:
    """Fill in a handout. Letters that the font of its fields lacks are in the answer, but not to be seen."""
    asked = {name: value for name, value in filled.items() if named or not name.startswith("cover/")}
    seen = {name: value.replace("😀", "") for name, value in asked.items()}
    with pikepdf.open(io.BytesIO(by_pikepdf(data, seen))) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "😀" in asked.get(str(field.T), ""):
                field.V = pikepdf.String(asked[str(field.T)])
        return saved(pdf)


def collected(deck: Path, folder: Path, **files: bytes) -> tuple[dict[str, FilledHandout], CollectReport]:
    """Collect files and give back the participants by name, and what was told."""
    inbox = folder / "svar"
    inbox.mkdir()
    for name, data in files.items():
        (inbox / f"{name}.pdf").write_bytes(data)
    report = collect_answers(deck, [inbox], [folder / "ud" / "svar.yaml"])
    if not report.written:
        return {}, report
    kept = yaml.safe_load((folder / "ud" / "svar.yaml").read_text("utf-8"))["participants"]
    found = [
        FilledHandout(
            each["name"], each["file"],
            {key: tuple(one) if isinstance(one, list) else (one,) for key, one in each["answers"].items()},
        )
        for each in kept
    ]  # fmt: skip
    assert len(found) == len(kept) == report.participants
    return {each.name: each for each in found}, report


def told(report: CollectReport) -> list[str]:
    return [found.code for found in report.diagnostics]


FORGETS_THE_NAME = ("pypdf add_page", "PDFium")
"""Programs that forget what is in a field that stands on several pages: the name."""

# One handout ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("program", [*JOINING, *SAVING])
def test_one_handout_that_was_rewritten_is_read(program: str, deck: tuple[Path, bytes, bool], tmp_path: Path) -> None:
    path, data, named = deck
    rewritten = (JOINING | SAVING)[program]([fill_in(data, FILLED, named)])
    found, report = collected(path, tmp_path, a=rewritten)
    if program == "poppler":  # some versions lose the fields of all pages but the first
        assert set(told(report)) & {"flat-pdf", "fields-missing", "empty-handout"}
        return
    if has_no_fields(rewritten):
        assert told(report) == ["flat-pdf", "nothing-to-collect"]
        return
    forgotten = named and program in FORGETS_THE_NAME
    assert told(report) == ["fields-missing"] * forgotten
    name, answers = "Åse Ærø" if named and not forgotten else "a", ANSWERS if named else NAMELESS
    assert found == {name: FilledHandout(name, "a.pdf", answers)}


def has_no_fields(data: bytes) -> bool:
    """Whether a program threw the fields away, as some versions of mutool do."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return not any(a.get("/Subtype") == "/Widget" for page in pdf.pages for a in page.get("/Annots", ()))


@pytest.mark.parametrize(
    "fill",
    [
        by_pikepdf, by_pypdf, by_pdfium,
        pytest.param(by_node("pdf-lib fill", "pdf-lib"), id="pdf-lib"),
        pytest.param(by_node("pdf.js fill", "pdfjs-dist"), id="pdf.js"),
    ],
)  # fmt: skip
def test_every_program_can_fill_it_in(fill: object, named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    plain = "Rødgrød med fløde\n\nog € på Åsø"
    filled = {**FILLED, "foer-frokost/q1": plain}
    found, report = collected(path, tmp_path, a=fill(data, filled))  # type: ignore[operator]
    assert told(report) == []
    assert found["Åse Ærø"].answers == {**ANSWERS, "foer-frokost/q1": (plain,)}


@pytest.mark.parametrize(
    "written",
    ["\ufeffÆblegrød på Åsø".encode(), "Æblegrød på Åsø".encode(), "Æblegrød på Åsø".encode("latin-1"),
     "\ufeffÆblegrød på Åsø".encode("utf-16-be"), "\ufeffÆblegrød på Åsø".encode("utf-16-le")],
    ids=["UTF-8 with its mark", "UTF-8 without it", "PDF's own", "UTF-16", "UTF-16, the other way round"],
)  # fmt: skip
def test_an_answer_is_read_however_its_letters_are_written(
    written: bytes, named: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, data = named
    with pikepdf.open(io.BytesIO(data)) as pdf:
        next(field for field in pdf.Root.AcroForm.Fields if str(field.T) == "foer-frokost/q5").V = pikepdf.String(
            written
        )
        found, _ = collected(path, tmp_path, a=saved(pdf))
    assert [each.answers for each in found.values()] == [{"foer-frokost/q5": ("Æblegrød på Åsø",)}]


@pytest.mark.parametrize("program", PRINTING)
def test_a_printed_handout_is_named(program: str, named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    _, report = collected(path, tmp_path, a=PRINTING[program]([fill_in(data, FILLED)]))
    assert told(report) == ["flat-pdf", "nothing-to-collect"]


# Several handouts in one file ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("program", JOINING)
def test_handouts_joined_in_one_file_are_told_apart(
    program: str, deck: tuple[Path, bytes, bool], tmp_path: Path
) -> None:
    path, data, named = deck
    people = {"Åse Ærø": (FILLED, ANSWERS if named else NAMELESS), **OTHERS}
    joined = JOINING[program]([fill_in(data, filled, named) for filled, _ in people.values()])
    found, report = collected(path, tmp_path, alle=joined)
    if program == "poppler":
        assert set(told(report)) & {"flat-pdf", "fields-missing", "empty-handout"}
        return
    if has_no_fields(joined):
        assert told(report) == ["flat-pdf", "nothing-to-collect"]
        return
    if program in FORGETS_THE_NAME and named:
        assert told(report) == ["fields-missing"]
        named = False
    else:
        assert told(report) == []
    names = list(people) if named else [f"alle {number}" for number in (1, 2, 3)]
    assert {name: each.answers for name, each in found.items()} == {
        name: answers for name, (_, answers) in zip(names, people.values(), strict=True)
    }


@pytest.mark.parametrize("program", ["pdftk cat", "qpdf --pages", "pypdf append", "pdf-lib copy"])
def test_handouts_of_the_first_version_are_told_apart_too(program: str, tmp_path: Path) -> None:
    """They say on no place where it comes from."""
    kept = KEPT / "0.1" / "english"
    given = [kept / "filled" / name for name in ("ann.pdf", "without-a-name.pdf")]
    joined = JOINING[program]([path.read_bytes() for path in given])
    found, report = collected(kept / "deck.yaml", tmp_path, alle=joined)
    assert told(report) == []
    then = yaml.safe_load((kept / "answers.yaml").read_text("utf-8"))["participants"]
    wanted = [each["answers"] for each in then if each["file"] in ("ann.pdf", "without-a-name.pdf")]
    assert [
        {key: one[0] if len(one) == 1 else list(one) for key, one in each.answers.items()} for each in found.values()
    ] == wanted


def part(data: bytes, pages: slice) -> bytes:
    """Return a file with some of the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        kept = list(range(len(pdf.pages)))[pages]
        for number in reversed(range(len(pdf.pages))):
            if number not in kept:
                del pdf.pages[number]
        del pdf.Root.AcroForm
        return saved(pdf)


def test_parts_with_one_name_are_put_together(named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    filled = fill_in(data, FILLED)
    found, report = collected(path, tmp_path, a1=part(filled, slice(0, 2)), a2=part(filled, slice(2, None)))
    assert told(report) == []
    assert found == {"Åse Ærø": FilledHandout("Åse Ærø", "a1.pdf, a2.pdf", ANSWERS)}


def test_a_part_says_what_it_lacks(named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    found, report = collected(path, tmp_path, a=part(fill_in(data, FILLED), slice(0, 2)))
    assert told(report) == ["fields-missing"]
    assert found["Åse Ærø"].answers == {key: words for key, words in ANSWERS.items() if key in FIRST_PAGES}


FIRST_PAGES = ("cover/2", *(f"foer-frokost/{q}" for q in ("q1", "q2/yes-no", "q3/scale", "q4/tick", "q5")))


def test_pages_in_turn_find_their_people(named: tuple[Path, bytes], tmp_path: Path) -> None:
    """As a scanner of two stacks lays them: the first page of each, then the second of each."""
    path, data = named
    shuffled = pikepdf.new()
    opened = [pikepdf.open(io.BytesIO(fill_in(data, filled))) for filled in (FILLED, OTHERS["Bo"][0])]
    for pages in zip(*(each.pages for each in opened), strict=True):
        for page in pages:
            shuffled.pages.append(page)
    found, report = collected(path, tmp_path, a=saved(shuffled))
    assert told(report) == []
    assert {name: each.answers for name, each in found.items()} == {"Åse Ærø": ANSWERS, "Bo": OTHERS["Bo"][1]}


def test_a_handout_that_lost_its_origin_gets_none_from_its_neighbour(named: tuple[Path, bytes], tmp_path: Path) -> None:
    _, data = named
    with pikepdf.open(io.BytesIO(fill_in(data, OTHERS["Bo"][0]))) as pdf:
        for place in (place for page in pdf.pages for place in page.get("/Annots", []) if "/NM" in place):
            del place.NM
        bare = saved(pdf)
    (tmp_path / "a.pdf").write_bytes(JOINING["pikepdf"]([fill_in(data, FILLED), bare]))
    first, second = read_filled(tmp_path / "a.pdf").handouts
    assert first.deck
    assert (second.deck, second.version) == ("", "")


def test_fields_that_a_program_made_one_of_are_never_read_as_one_persons(
    named: tuple[Path, bytes], tmp_path: Path
) -> None:
    """Two people's fields of the same name made one: what the second wrote is gone."""
    path, data = named
    both = [fill_in(data, filled) for filled in (FILLED, OTHERS["Bo"][0])]
    with pikepdf.open(io.BytesIO(JOINING["pikepdf"](both))) as pdf:
        places = [a for page in pdf.pages for a in page.Annots if str(a.get("/T", "")) == "foer-frokost/q1"]
        one = pdf.make_indirect(
            pikepdf.Dictionary(FT=pikepdf.Name.Tx, T=places[0].T, TU=places[0].TU, V=places[0].V, Kids=places)
        )
        for place in places:
            del place.T, place.TU, place.V
            place.Parent = one
        _, report = collected(path, tmp_path, a=saved(pdf))
    assert told(report) == ["mixed-handouts", "nothing-to-collect"]


# Ticks, marks and empty handouts -------------------------------------------------------------------------------------


def changed(data: bytes, *names: str, value: str | None = None, shown: str | None = None) -> bytes:
    """Change what the circles of fields say, and what they show."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) in names:
                if value is None and "/V" in field:
                    del field.V
                elif value is not None:
                    field.V = pikepdf.Name(f"/{value}")
                for place in field.get("/Kids", [field]):
                    states = [str(state) for state in place.AP.N if state != "/Off"]
                    place.AS = pikepdf.Name(states[0] if states[0] == f"/{shown}" else "/Off")
        return saved(pdf)


CIRCLES = {
    "said and shown": ("1", "1", ("Ja",)),
    "only shown": (None, "1", ("Ja",)),
    "shown, and said not to be": ("Off", "1", ("Ja",)),
    "only said": ("2", None, ("Nej",)),
    "shown otherwise than said": ("2", "1", ("Ja",)),
    "neither": ("Off", None, ()),
}
"""What the field says, what is shown, and what is collected (ISO 32000-2, 12.7.5.2.3)."""


@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_that_is_shown_crossed_is_crossed(name: str, named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    value, shown, words = CIRCLES[name]
    filled = changed(fill_in(data, OTHERS["Bo"][0]), "foer-frokost/q2/yes-no", value=value, shown=shown)
    found, report = collected(path, tmp_path, a=filled)
    assert told(report) == []
    assert found["Bo"].answers.get("foer-frokost/q2/yes-no", ()) == words


def annotated(data: bytes, **entries: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, F=4, **{"Rect": [100, 500, 300, 520], **entries})
        pdf.pages[1].Annots.append(pdf.make_indirect(note))
        return saved(pdf)


OVER = {
    "text in the margin": (
        {"Subtype": pikepdf.Name.FreeText, "Contents": "Mit svar på skrå", "Rect": [5, 815, 95, 835]},
        "written-over",
    ),
    "a sticky note": ({"Subtype": pikepdf.Name.Text, "Contents": "Se her"}, "written-over"),
    "a drawing": ({"Subtype": pikepdf.Name.Ink, "InkList": [[100, 500, 120, 520]]}, "drawn-over"),
    "a stamp": ({"Subtype": pikepdf.Name.Stamp}, "drawn-over"),
    "a highlight": ({"Subtype": pikepdf.Name.Highlight}, "drawn-over"),
}


@pytest.mark.parametrize("name", OVER)
@pytest.mark.parametrize("filled", [{}, OTHERS["Bo"][0]], ids=["nothing filled in", "filled in too"])
def test_what_is_written_over_the_form_is_told(
    name: str, filled: Filled, named: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, data = named
    entries, code = OVER[name]
    found, report = collected(path, tmp_path, a=annotated(fill_in(data, filled), **entries))
    assert told(report) == [code]
    assert len(found) == 1
    (said,) = [found.text() for found in report.diagnostics]
    assert "page 2" in said
    assert str(entries.get("Contents", "")) in said


def written_over(data: bytes, *notes: tuple[str, tuple[float, float, float, float], str]) -> bytes:
    """Write over fields, as a program without form fields does: name of a field, share of its area, and text."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for widget in list(page.get("/Annots", [])):
                for name, (left, low, right, high), text in notes:
                    if str(widget.get("/T", "")) == name:
                        x, y, x2, y2 = map(float, widget.Rect)
                        w, h = x2 - x, y2 - y
                        area = [x + left * w, y + low * h, x + right * w, y + high * h]
                        kind = pikepdf.Name.FreeText
                        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=kind, Rect=area, Contents=text)
                        page.Annots.append(pdf.make_indirect(note))
        return saved(pdf)


UPPER, LOWER, MIDDLE = (0.1, 0.6, 0.9, 0.9), (0.1, 0.1, 0.9, 0.4), (0.1, 0.1, 0.9, 0.9)
ON_A_FIELD = {
    "on one field": ([("foer-frokost/q1", MIDDLE, "Ro")], {"foer-frokost/q1": ("Ro",)}, []),
    "a line each, in any order": (
        [("foer-frokost/q1", LOWER, "to"), ("foer-frokost/q1", UPPER, "en")], {"foer-frokost/q1": ("en\nto",)}, [],
    ),
    "on two fields": (
        [("foer-frokost/q5", MIDDLE, "ja"), ("foer-frokost/q6", MIDDLE, "nej")],
        {"foer-frokost/q5": ("ja",), "foer-frokost/q6": ("nej",)}, [],
    ),
    "mostly outside": ([("foer-frokost/q5", (0.9, 0, 1.5, 1), "Ro")], {}, ["written-over"]),
    "over several fields": ([("foer-frokost/q1", (0, -2, 1, 1.5), "Ro")], {}, ["written-over"]),
    "on a circle": ([("foer-frokost/q4/1", MIDDLE, "X")], {}, ["written-over"]),
    "signs nobody sees": ([("foer-frokost/q1", MIDDLE, "R\u200bo\ufeff")], {"foer-frokost/q1": ("Ro",)}, []),
}  # fmt: skip
"""What is written where -> the answers, and what is told."""


@pytest.mark.parametrize("name", ON_A_FIELD)
def test_a_text_over_one_field_is_its_answer(name: str, named: tuple[Path, bytes], tmp_path: Path) -> None:
    notes, answers, codes = ON_A_FIELD[name]
    path, data = named
    found, report = collected(path, tmp_path, a=written_over(fill_in(data, {"cover/1": "Bo"}), *notes))
    assert told(report) == codes
    assert found["Bo"].answers == answers


def test_a_text_over_a_field_with_an_answer_is_told(named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    filled = fill_in(data, {"cover/1": "Bo", "foer-frokost/q1": "Kort"})
    found, report = collected(path, tmp_path, a=written_over(filled, ("foer-frokost/q1", MIDDLE, "og mere")))
    assert told(report) == ["written-over"]
    assert found["Bo"].answers == {"foer-frokost/q1": ("Kort",)}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("R\u200bo\ufeff", {"foer-frokost/q1": ("Ro",)}),
        ("A\u030ase\u2028Bo", {"foer-frokost/q1": ("Åse\nBo",)}),
        ("\u202egnp.exe", {"foer-frokost/q1": ("gnp.exe",)}),
        ("👩\u200d🌾", {"foer-frokost/q1": ("👩\u200d🌾",)}),
        ("\u200b \u00ad\n", {}),
    ],
)
def test_signs_that_nobody_sees_are_no_part_of_names_and_answers(
    typed: str, answer: dict[str, tuple[str, ...]], named: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, data = named
    filled = by_pypdf(data, {"cover/1": "B\u200bo\ufeff", "foer-frokost/q1": typed, "foer-frokost/q5": "ja"})
    found, report = collected(path, tmp_path, a=filled)
    assert told(report) == []
    assert found["Bo"].answers == {**answer, "foer-frokost/q5": ("ja",)}


def test_an_answer_that_a_cell_of_excel_does_not_hold_is_told(named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    long = {"cover/1": "Bo", "foer-frokost/q1": "😀" * 16_384, "foer-frokost/q6": "æ" * 32_767}
    (tmp_path / "a.pdf").write_bytes(by_pypdf(data, long))
    outputs = [tmp_path / "svar.xlsx", tmp_path / "svar.csv"]
    report = collect_answers(path, [tmp_path / "a.pdf"], outputs)
    assert [(each.code, each.args["id"]) for each in report.diagnostics] == [("cut-answer", "foer-frokost/q1")]
    sheet = openpyxl.load_workbook(outputs[0]).active
    assert {len(str(cell.value)) for cell in sheet[2]} >= {16_383, 32_767}
    assert "😀" * 16_384 in outputs[1].read_text("utf-8-sig")


@pytest.mark.parametrize("filled", [{}, {"cover/1": "Bo"}], ids=["untouched", "with a name"])
def test_an_empty_handout_is_told_and_no_participant(filled: Filled, named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    files = {"tom": fill_in(data, filled), "fuld": fill_in(data, FILLED)}
    found, report = collected(path, tmp_path, **files)
    assert told(report) == ["empty-handout"]
    assert list(found) == ["Åse Ærø"]


def test_an_empty_handout_beside_a_filled_one_in_a_file_is_told_as_one_of_them(
    named: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, data = named
    joined = JOINING["pypdf append"]([fill_in(data, FILLED), fill_in(data, {})])
    found, report = collected(path, tmp_path, to=joined)
    (fault,) = report.diagnostics
    assert fault.text().startswith("One of the handouts in")
    assert fault.args["number"] == "2"
    assert list(found) == ["Åse Ærø"]


def test_the_same_file_counts_once(named: tuple[Path, bytes], tmp_path: Path) -> None:
    path, data = named
    filled = fill_in(data, FILLED)
    again = SAVING["qpdf linearize"]([filled])
    found, report = collected(path, tmp_path, a=filled, b=filled, c=again)
    assert told(report) == ["same-file", "same-handout"]
    assert [each.file for each in found.values()] == ["a.pdf"]


# Notes that participants keep for themselves -------------------------------------------------------------------------

NOTE = "efter-frokost/notes"


def noted(folder: Path, made: str, now: str) -> tuple[CollectReport, str]:
    """Fill in notes in the handout of one deck, collect with another; give back what was told and collected."""
    path = folder / "deck.yaml"
    path.write_text(made, "utf-8")
    _, form, data = fillable(path)
    filled = {entry.id: f"Hemmeligt {entry.id}" for entry in form.entries if entry.note}
    assert NOTE in filled
    path.write_text(now, "utf-8")
    _, report = collected(path, folder, a=fill_in(data, {**OTHERS["Bo"][0], **filled}))
    return report, (folder / "ud" / "svar.yaml").read_text("utf-8")


ASKS = DECK + "handout: {cover: [Navn, Arbejdsplads], collect-notes: yes}\n"


@pytest.mark.parametrize(
    ("made", "now", "codes", "kept"),
    [
        (NAMED, NAMED, {"private-notes"}, False),
        (NAMED, ASKS, {"private-notes", "other-version"}, False),
        (ASKS, NAMED, {"private-notes", "other-version"}, False),
        (ASKS, ASKS, set(), True),
    ],
    ids=["nobody asks", "only the deck asks", "only the handout says so", "asked and said"],
)
def test_own_notes_are_collected_only_when_the_deck_asks_and_the_handout_says_so(
    made: str, now: str, codes: set[str], kept: bool, tmp_path: Path
) -> None:
    report, text = noted(tmp_path, made, now)
    assert set(told(report)) == codes
    assert ("Hemmeligt" in text) == kept


def test_a_handout_whose_notes_are_collected_says_so(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text(ASKS, "utf-8")
    _, form, data = fillable(path)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(data))
    assert "Noter til kursusteamet" in text
    assert "Egne noter" not in text
    assert all(entry.label.startswith("Noter til kursusteamet") for entry in form.entries if entry.note)
