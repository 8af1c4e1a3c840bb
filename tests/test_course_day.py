"""The course day in deck.yaml: every slide, every term and every question is on both papers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Group, Item, Shape, TableItem, TextBox, Tick, WriteBox
from deckbuild.frame.text import Par
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from decks import walk

DECK = Path(__file__).parent.parent / "deck.yaml"

# number -> title, and the terms that must stand on the slide to the letter
SLIDES: dict[int, tuple[str, list[str]]] = {
    1: (
        "Dagens program",
        ["9.00–9.20", "Tjek ind", "9.20–12.00", "afsæt", "12.00–12.15", "12.15–13.00", "Frokost", "13.00–15.00",
         "Jacob Torfing", "15.00–16.00", "Ledestjernen", "16.00–17.00", "kursusteamet"],
    ),
    2: ("Tjek ind", ["grounded", "netværkstema", "add-in", "add-on", "afsæt", "hugge til"]),
    3: ("Workshop: en ledelsessnak", ["HVEM", "HVOR", "NÅR", "Stick to the point – and the world will follow"]),
    4: ("Møde for RL og PL", ["vil have mere"]),
    5: ("Velfærdstransformation", []),
    6: (
        "Ny form for velfærd: velfærdstransformation",
        ["Velfærdstransformation", "Innovation", "Velfærdsledelse", "Borgerdeltagelse", "Motivation"],
    ),
    7: (
        "Velfærdsinstitutionernes selvstændiggørelse",
        ["Figur 19: Velfærdsinstitutionens selvstændiggørelse", "Udvikling af forvaltningen",
         "Udvikling af organisationen", "Bureaukratiet", "Sektorforvaltningen", "Supervisionsforvaltningen",
         "Den potentielle forvaltning", "Den uskyldige institution", "Den fagligt ansvarlige institution",
         "Den strategiske organisation", "Den potentielle organisation"],
    ),
    8: (
        "Udvikling gennem støj – NS elsker støj!",
        ["Figur 20: Institutionens former", "Institutionsform", "Operation", "Selvstændighedens form",
         "Funktionen af støj", "Beslutning", "Planlægning", "Strategi", "Andenordensstrategi", "fremmedreference",
         "uønsket uforudsigelighed", "måluklarhed", "forankringspunkt", "potentiale", "knap ressource"],
    ),
    9: ("Samarbejdsdrevet innovation i den offentlige sektor",
        ["Hvorfor innovation i det offentlige?", "Wicked problems", "substantiel", "strategisk", "institutionel"]),
    10: ("Hvad er innovation?", ["Innovation", "proaktiv"]),
    11: ("Forandring af første, anden og tredje orden",
         ["førsteordensforandring", "andenordensforandring", "tredjeordensforandring", "Frit efter", "s. 29"]),
    12: ("Offentlig innovation gennem samarbejde", ["BI-politik", "facilitering"]),
    13: ("Barrierer og drivkræfter for innovation", ["Barrierer", "Drivkræfter", "social kapital"]),
    14: ("Refleksion 1 af 4", ["en potentiel organisation", "netværksbaseret organisation"]),
    15: ("Refleksion 2 af 4", ["netværkstema", "støj"]),
    16: ("Sæt borgeren i spil", []),
    17: ("Milliardgevinster i at nytænke velfærden",
         ["2014", "velfærdstransformation", "udforskeren", "initiativdyrkeren", "meningsskaberen", "netværkssmeden",
          "effektjægeren"]),
    18: ("Sæt borgeren i spil, kap. 1 og 2", ["Borgercentreret innovation", "4 karakteristika"]),
    19: ("Dagens citat", ["Frit efter Bason"]),
    20: ("7 principper for borgercentreret innovation", ["fail fast, fail cheap"]),
    21: ("Har du de fire kompetencer i dit netværk?",
         ["Antropologi", "Profession", "Offentlig forvaltning", "Designtænkning"]),
    22: ("Refleksion 3 af 4", ["PL", "RL"]),
    23: ("Borgerinddragelse", []),
    24: ("Nærdemokrati og borgerinddragelse",
         ["BI", "sammenhængskraft", "Inddragelse – deltagelse – indflydelse", "paradigmeskift", "learning by doing"]),
    25: ("Fra høring til dialog",
         ["Udkast", "Invitation", "Tillid", "Fremmøde", "Mødets form", "Dokumentation", "Resultat", "Beslutning",
          "Tordenskjolds soldater"]),
    26: ("Borgerinddragelse er kommunikation", ["Tordenskjolds soldater", "Meningsfuldhed", "elevatorfortælling"]),
    27: ("Refleksion 4 af 4", []),
    28: ("Motivation", []),
    29: ("Motivation er vejen til en innovativ offentlig sektor", ["håndbogen, s. 31"]),
    30: ("Billeder på motivation", ["hos dig som NL", "hos dine ND’er", "i basis i øvrigt", "i morgen"]),
    31: ("Vi gør os klar til at møde Jacob", []),
    32: ("Før oplægget", ["Jacob"]),
    33: ("Til Jacob – fokus på …", []),
}  # fmt: skip

# slide -> how many points its lists, tables and questions hold
POINTS = {2: 5, 9: 5, 12: 5, 13: 8, 14: 3, 15: 5, 17: 5, 20: 7, 22: 6, 24: 5, 26: 8, 27: 5, 29: 3, 32: 2}

# slide -> how many questions of its own a participant answers
QUESTIONS = {2: 5, 14: 3, 15: 5, 22: 6, 27: 5, 30: 2, 32: 2}


@pytest.fixture(scope="module")
def laid_out() -> LaidOut:
    made, diagnostics = lay_out_deck(DECK)
    assert made is not None, [d.text() for d in diagnostics]
    assert list(diagnostics) == []
    return made


def frame(laid_out: LaidOut, number: int) -> Frame:
    found = [f for f in laid_out.presentation.frames if f.number == number]
    assert len(found) == 1
    return found[0]


def pars(items: tuple[Item, ...]) -> list[Par]:
    made: list[Par] = []
    for item in items:
        match item:
            case TextBox() | Shape():
                made += item.pars
            case TableItem():
                made += [par for row in item.rows for cell in row.cells for par in cell.pars]
            case Group():
                made += pars(item.items)
            case _:
                pass
    return made


def text(items: tuple[Item, ...]) -> str:
    return " | ".join(par.plain for par in pars(items))


def test_there_are_33_slides_between_the_title_and_the_literature(laid_out):
    frames = laid_out.presentation.frames
    assert [f.number for f in frames] == list(range(35))
    assert (frames[0].title, frames[-1].title) == ("Velfærdstransformation", "Litteratur")


@pytest.mark.parametrize("number", SLIDES)
def test_a_slide_says_what_it_must(laid_out, number):
    title, terms = SLIDES[number]
    slide = frame(laid_out, number)
    assert slide.title == title
    shown = text(slide.items)
    assert [term for term in terms if term.lower() not in shown.lower()] == []


@pytest.mark.parametrize("number", POINTS)
def test_no_point_is_dropped_or_merged(laid_out, number):
    listed = [par for par in pars(frame(laid_out, number).items) if par.bullet is not None and par.level == 0]
    assert len(listed) == POINTS[number]


def write_boxes(laid_out: LaidOut) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for page in laid_out.document.pages:
        stack = list(page.items)
        while stack:
            item = stack.pop()
            if isinstance(item, Group):
                stack += item.items
            elif isinstance(item, WriteBox | Tick):
                found.append((page.number, item.id))
    return found


def test_the_day_asks_28_questions_and_each_has_its_place_to_write(laid_out):
    assert sum(QUESTIONS.values()) == 28
    ids = {name for _, name in write_boxes(laid_out)}
    asked = 0
    for number, slide in enumerate(laid_out.deck.slides, start=1):
        questions = [q for block in slide.body for q in getattr(block, "questions", ())]
        assert len(questions) == QUESTIONS.get(number, 0)
        for question in questions:
            assert any(name == question.id or name.startswith(f"{question.id}/") for name in ids), question.id
        asked += len(questions)
    assert asked == 28


def test_every_question_is_printed_with_its_number(laid_out):
    printed = " | ".join(text(page.items) for page in laid_out.document.pages)
    numbers = set(re.findall(r"\b\d+\.\d\b", printed))
    for slide, count in QUESTIONS.items():
        first = 4 if slide == 30 else 1  # slide 30 has three fields before its questions
        assert {f"{slide}.{first + i}" for i in range(count)} <= numbers


def test_what_is_carried_stands_on_the_sheet_again(laid_out):
    carried = [q for s in laid_out.deck.slides for b in s.body for q in getattr(b, "questions", ()) if q.carry_to]
    assert [q.carry_to for q in carried] == ["Ledestjernen", "Ledestjernen"]
    sheet = next(
        f for f in reversed(laid_out.document.pages) if "Ledestjernen" in text(f.items) and "14.3" in text(f.items)
    )
    assert "30.4" in text(sheet.items)


def test_short_forms_are_explained_once(laid_out):
    assert {k: v.plain for k, v in laid_out.deck.words.items()} == {
        "NL": "netværksleder",
        "ND": "netværksdeltager",
        "RL": "referenceleder",
        "PL": "personaleleder",
        "BI": "borgerinddragelse",
        "NS": "netværksstrukturen",
    }


def test_names_and_marks_are_put_right(laid_out):
    everything = " ".join(text(f.items) for f in laid_out.presentation.frames)
    everything += " ".join(text(f.items) for f in laid_out.document.pages)
    assert "Jakob" not in everything
    assert " - " not in everything
    assert "—" not in everything


def test_no_circle_to_cross_lies_on_a_word(laid_out):
    for page in laid_out.document.pages:
        items = list(walk(page.items))
        ticks = [item for item in items if isinstance(item, Tick)]
        for item in items:
            if not isinstance(item, TextBox):
                continue
            for par in item.pars:
                for line in par.lines:
                    foot = item.box.y + par.top + line.baseline
                    for piece in line.pieces:
                        left = item.box.x + piece.x
                        for tick in ticks:
                            beside = tick.x + tick.r < left or tick.x - tick.r > left + piece.width
                            apart = tick.y - tick.r > foot or tick.y + tick.r < foot - 0.72 * piece.run.size
                            assert beside or apart, (page.number, tick.id, piece.run.text)
