"""Whatever a PDF program does to a filled handout: its answers are read, or the file is named with what is wrong."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
import yaml

from deckbuild.answers.collect import CollectReport, collect_answers
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
