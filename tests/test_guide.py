"""The guide: the day by the clock, every slide's notes, every question under the number it has everywhere."""

from __future__ import annotations

import io
import re
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Document, Page
from deckbuild.frame.items import Item, Shape, TableItem, TextBox, Thumbnail
from deckbuild.handout.guide.clock import duration, sessions
from deckbuild.handout.guide.guide import STYLE
from deckbuild.locales import language_of
from deckbuild.model.block import Answer
from deckbuild.model.edition import Edition
from deckbuild.model.theme import SOFT
from deckbuild.pipeline.lay_out import LaidOut, lay_out_deck
from deckbuild.pipeline.papers import PaperKind
from deckbuild.pipeline.render import render_paper
from deckbuild.units import mm
from decks import walk
from sampling import some

DAY = Path(__file__).parent.parent / "deck.yaml"
HEAD = "deck:\n  title: Prøve\n"


def made(folder: Path, slides: str, head: str = HEAD) -> LaidOut:
    path = folder / "deck.yaml"
    path.write_text(head + "slides:\n" + textwrap.indent(textwrap.dedent(slides), "  "), "utf-8")
    laid_out, diagnostics = lay_out_deck(path, editions=(Edition.GUIDE,))
    assert laid_out, [d.text() for d in diagnostics]
    return laid_out


@pytest.fixture(scope="module")
def day() -> LaidOut:
    laid_out, _ = lay_out_deck(DAY)
    assert laid_out
    return laid_out


def guide(laid_out: LaidOut) -> Document:
    return laid_out.documents[Edition.GUIDE]


def lines(page: Page) -> Iterator[str]:
    for item in walk(page.items):
        if isinstance(item, TextBox):
            yield from (par.plain for par in item.pars)
        elif isinstance(item, TableItem):
            yield from (" | ".join(" ".join(p.plain for p in cell.pars) for cell in row.cells) for row in item.rows)


def text(document: Document) -> str:
    return "\n".join(line for page in document.pages for line in lines(page))


def boxes(document: Document) -> dict[str, str]:
    """Return every text box by its id."""
    items: Iterator[Item] = (i for page in document.pages for i in walk(page.items))
    return {i.id: " ".join(p.plain for p in i.pars) for i in items if isinstance(i, TextBox)}


PROGRAMME = """\
- title: Program
  agenda:
    - {time: 9.00-9.20, item: Tjek ind}
    - {time: 9.20-10.00, item: Fagligt, slide: et}
    - {time: 10.00-10.15, item: Pause, pause: yes}
    - {time: 10.15-11.00, item: Mere, slide: tre}
- {title: Tjek ind, text: x}
- {title: Et, text: x}
- {title: To, text: x}
- {title: Tre, text: x}
"""


def test_rows_of_the_programme_begin_with_the_slide_they_name_or_the_one_of_their_title(tmp_path):
    day = sessions(made(tmp_path, PROGRAMME).deck)
    assert [(s.slot.time, s.lasts, s.slides) for s in day] == [
        ("9.00–9.20", 20, ("tjek-ind",)),
        ("9.20–10.00", 40, ("et", "to")),
        ("10.00–10.15", 15, ()),
        ("10.15–11.00", 45, ("tre",)),
    ]


def test_no_time_is_invented_where_the_programme_names_no_slide(tmp_path):
    slides = "- {title: P, agenda: [{time: 9.00-9.30, item: Noget}, {time: 9.30-10.00, item: Andet}]}\n"
    laid_out = made(tmp_path, slides + "- {title: Et, text: x}\n")
    assert all(not session.slides for session in sessions(laid_out.deck))
    later = [line for page in guide(laid_out).pages[1:] for line in lines(page)]
    assert not [line for line in later if "9.30" in line]


def test_a_programme_shown_twice_counts_once(tmp_path):
    again = "- {title: P, agenda: [{time: 9.00-9.30, item: Et}]}\n- {title: Et, text: x}\n"
    assert len(sessions(made(tmp_path, again + "- {title: Q, agenda: [{time: 9.00-9.30, item: Et}]}\n").deck)) == 1


@pytest.mark.parametrize(
    ("minutes", "danish", "english"),
    [(5, "5 min.", "5 min"), (60, "1 t.", "1 h"), (160, "2 t. 40 min.", "2 h 40 min"), (0, "0 min.", "0 min")],
)
def test_durations_read_as_people_say_them(minutes, danish, english):
    assert duration(minutes, language_of("da").labels) == danish
    assert duration(minutes, language_of("en").labels) == english


def test_the_overview_tells_the_day_by_the_clock(day):
    first = list(lines(guide(day).pages[0]))
    assert first[first.index("Tid | Varighed | Punkt | Slides | Side") :][:8] == [
        "Tid | Varighed | Punkt | Slides | Side",
        "9.00–9.20 | 20 min. | Tjek ind | 1–2 | 2",
        "9.20–12.00 | 2 t. 40 min. | Vi går litteraturen igennem, kort og koncentreret, "
        "som afsæt for gruppeøvelser | 3–30 | 3",
        "12.00–12.15 | 15 min. | Du gør dig klar til at møde Jacob Torfing | 31–33 | 14",
        "12.15–13.00 | 45 min. | Frokost |  | ",
        "13.00–15.00 | 2 t. | Jacob Torfing |  | ",
        "15.00–16.00 | 1 t. | Om kurset: den skriftlige opgave, eksamen og Ledestjernen |  | ",
        "16.00–17.00 | 1 t. | Sparring med kursusteamet for dem, der har lyst |  | ",
    ]
    assert "I alt 8 t., heraf 45 min. pause." in first


def test_the_sum_of_a_day_ends_with_one_full_stop(tmp_path):
    assert "I alt 2 t." in lines(guide(made(tmp_path, agenda("Program", "9.00-10.00 A, 10.00-11.00 B"))).pages[0])


def test_the_overview_tells_each_sections_slides_and_where_answers_are_carried(day):
    said = boxes(guide(day))
    numbers = range(1, len(day.deck.sections) + 1)
    assert [said[f"overview/section{number}/slides"] for number in numbers] == [
        "5–15", "16–22", "23–27", "28–30", "31–33",
    ]  # fmt: skip
    assert said["overview/key1"] == "Ledestjernen er på side 28 i hæftet. Her samles svarene på 14.3 og 30.4."


def test_a_sheet_that_no_answer_is_carried_to_is_not_told_of(tmp_path):
    assert "overview/key1" not in boxes(guide(made(tmp_path, "- {title: A, reflection: [x]}\n")))


def test_the_first_page_says_once_above_its_title_what_it_is(day):
    first, second = guide(day).pages[:2]
    assert [item.id for item in first.items if item.id == "head"] == []
    assert list(lines(second)).count("Vejledning til kursusteamet") == 1
    body = list(lines(first))
    assert body.count("Vejledning til kursusteamet") == 1


def test_the_day_runs_in_order_and_what_has_no_slides_stands_where_it_happens(day):
    titles = [mark.title for mark in guide(day).bookmarks if mark.level == 0]
    assert [title.split(" ")[0] for title in titles[1:]] == [
        "9.00–9.20", "9.20–12.00", "12.00–12.15", "12.15–13.00", "13.00–15.00", "15.00–16.00", "16.00–17.00",
    ]  # fmt: skip
    assert titles[0] == "Vejledning til kursusteamet"


def test_every_note_of_every_slide_is_printed_in_full(day):
    printed = text(guide(day))
    for slide in day.deck.slides:
        for paragraph in slide.notes:
            assert paragraph.text.plain in printed


def test_every_question_has_the_number_page_and_id_it_has_in_the_handout(day):
    handout, said = boxes(day.document), boxes(guide(day))
    pages = {
        item.id.removesuffix("/ask").removesuffix("/name"): page.number
        for page in reversed(day.document.pages) for item in walk(page.items)
        if isinstance(item, TextBox) and not item.id.startswith("sheet/")
    }  # fmt: skip
    numbers = [key for key in handout if key.endswith("/number") and not key.startswith(("sheet/", "contents/"))]
    assert len(numbers) > 50
    in_guide = {said[key] for key in said if "/asked" in key and key.endswith("/number")}
    assert in_guide == {handout[key] for key in numbers}
    for slide in day.deck.slides:
        for block in slide.body:
            for question in getattr(block, "questions", ()):
                place = next(key for key in said if said[key].startswith(question.ask.plain))
                assert said[f"{place}/number"] == handout[f"{question.id}/number"]
                # its page stands with it, or else under the slide in small
                where = said[place] if "hæftet side" in said[place].lower() else said[f"{slide.id}/place"]
                assert re.search(rf"hæftet side {pages[question.id]}\b", where.lower())


def test_every_hint_is_printed_for_the_team_and_none_for_the_participants(day):
    hints = [q.hint.plain for s in day.deck.slides for b in s.body for q in getattr(b, "questions", ()) if q.hint]
    assert len(hints) > 4
    said, handout = text(guide(day)), text(day.document)
    for hint in hints:
        assert f"Hjælp: {hint}" in said
        assert hint not in handout


def test_every_slide_is_shown_with_number_title_and_page(day):
    shown = [item.frame for page in guide(day).pages for item in walk(page.items) if isinstance(item, Thumbnail)]
    wanted = [n for n, frame in enumerate(day.presentation.frames) if frame.slide in {s.id for s in day.deck.slides}]
    assert shown == wanted
    said = boxes(guide(day))
    assert said["velfaerdsinstitutionernes-selvstaendiggoerelse/place"] == "Slide 7 · hæftet side 6"
    assert said["velfaerdsinstitutionernes-selvstaendiggoerelse/source"].startswith("Tekst 3")
    assert said["velfaerdstransformation/place"] == "Slide 5 · hæftet side 5–12"
    assert said["velfaerdstransformation/written"] == "Slides 6–15"


def test_hidden_slides_and_those_left_out_of_the_handout_say_so(tmp_path):
    laid_out = made(
        tmp_path,
        """\
        - {title: Et, text: x, hidden: yes}
        - {title: To, text: x, handout: {skip: yes}}
        """,
    )
    said = boxes(guide(laid_out))
    assert "Skjult: springes over i visningen" in said["et/place"]
    assert said["to/place"] == "Slide 2 · ikke i hæftet"


ANSWERS = """\
- title: Et
  reflection:
    - {ask: Linjer?, id: a, carry-to: Arket}
    - {ask: Ja?, id: b, answer: [yes-no, lines]}
    - {ask: Kryds?, id: c, answer: tick, choices: [rød, grøn]}
    - {ask: Skala?, id: d, answer: scale, choices: [lidt, meget]}
    - {ask: Ord?, id: e, answer: word}
    - {ask: Intet?, id: f, answer: none}
"""


def test_the_guide_says_how_each_question_is_answered(tmp_path):
    said = boxes(guide(made(tmp_path, ANSWERS)))
    assert said["et/written"] == (
        "I hæftet: linjer ved 1.1; ja eller nej og linjer ved 1.2; kryds (rød, grøn) ved 1.3; "
        "kryds på en linje (lidt, meget) ved 1.4; en kort linje ved 1.5"
    )
    assert [said[f"et/asked{n}"] for n in range(1, 7)] == [
        "Linjer? Føres videre til Arket, side 3", "Ja?", "Kryds?", "Skala?", "Ord?", "Intet?",
    ]  # fmt: skip
    assert said["et/place"] == "Slide 1 · hæftet side 2"


@pytest.mark.parametrize(
    ("questions", "reported"),
    [
        ("[Et?]", "linjer"),
        ("[Et?, To?]", "linjer ved hvert spørgsmål"),
        ("[{ask: 'Det vigtigste:', answer: word}]", "en kort linje"),
        ("[Et?, {ask: To?, answer: yes-no}]", "linjer ved 1.1; ja eller nej ved 1.2"),
        ("[Et?, To?, {ask: Tre?, answer: yes-no}]", "linjer ved 1.1 og 1.2; ja eller nej ved 1.3"),
        (
            "[Et?, {ask: To?, answer: yes-no}, Tre?, Fire?, Fem?, {ask: Seks?, answer: yes-no}]",
            "linjer ved 1.1 og 1.3–1.5; ja eller nej ved 1.2 og 1.6",
        ),
        ("[{ask: Et?, answer: none}, To?]", "linjer ved 1.2"),
        ("[{ask: Et?, answer: none}]", None),
        (
            "[{ask: Et?, answer: tick, choices: [a, b]}, {ask: To?, answer: tick, choices: [c, d]}]",
            "kryds (a, b) ved 1.1; kryds (c, d) ved 1.2",
        ),
    ],
)
def test_how_questions_are_answered_stands_above_them_where_nobody_takes_it_for_an_answer(
    tmp_path, questions, reported
):
    laid_out = made(tmp_path, f"- {{title: T, reflection: {questions}}}\n")
    said = boxes(guide(laid_out))
    assert said.get("t/written") == (f"I hæftet: {reported}" if reported else None)
    asked = [q.ask.plain for q in laid_out.deck.slides[0].body[0].questions]
    assert [said[f"t/asked{n}"] for n in range(1, len(asked) + 1)] == asked


def test_a_question_on_another_page_than_its_slide_says_which(tmp_path):
    long = ", ".join(f"{{ask: Nummer {n}?, lines: 12}}" for n in range(4))
    said = boxes(guide(made(tmp_path, f"- {{title: T, reflection: [{long}]}}\n")))
    assert said["t/place"].endswith("hæftet side 2–3")
    assert [said[f"t/asked{n}"] for n in range(1, 5)] == [
        "Nummer 0?", "Nummer 1?", "Nummer 2? Hæftet side 3", "Nummer 3? Hæftet side 3",
    ]  # fmt: skip


@pytest.mark.parametrize("paper", some(["A5", "Letter", "A4"]))
def test_the_pages_of_a_slide_or_section_reach_to_its_last(day, tmp_path, paper):
    """A section ends where the next begins in the handout's contents, also when its last slide takes two pages."""
    path = tmp_path / "deck.yaml"
    path.write_text(DAY.read_text("utf-8").replace("paper: A4", f"paper: {paper}"), "utf-8")
    shutil.copytree(DAY.parent / "assets", tmp_path / "assets")
    laid_out, _ = lay_out_deck(path)
    assert laid_out
    said, contents = boxes(guide(laid_out)), boxes(laid_out.document)
    pages = [contents[f"contents/{section.number}/page"] for section in day.deck.sections]
    opening = [slide.id for slide in day.deck.slides if slide.opens_section]
    for slide, first, following in zip(opening, pages, pages[1:], strict=False):
        last = int(following) - 1
        reported = first if int(first) == last else f"{first}–{last}"
        assert said[f"{slide}/place"].endswith(f"hæftet side {reported}")


def test_a_slide_that_continues_is_shown_whole(tmp_path):
    rows = "\n".join(f"    - Punkt nummer {n} med nok ord til at fylde mere end en halv linje" for n in range(60))
    laid_out = made(tmp_path, f"- title: Lang\n  bullets:\n{rows}\n")
    shown = [i.frame for page in guide(laid_out).pages for i in walk(page.items) if isinstance(i, Thumbnail)]
    assert len(shown) > 3
    assert shown == list(range(1, len(laid_out.presentation.frames)))


def test_pages_are_used(day):
    """No page ends above its middle, and nothing stands under its foot."""
    for page in guide(day).pages:
        ends = [i.box.bottom for i in walk(page.items) if isinstance(i, TextBox | TableItem) and not _furniture(i)]
        assert page.height * 0.5 < max(ends) < STYLE.body_bottom + 0.1


def section_of(page: Page) -> str:
    """Return the number on the page's tab."""
    return "".join(i.pars[0].plain for i in page.items if isinstance(i, Shape) and i.id == "tab")


def test_each_page_belongs_to_one_section_told_by_tab_and_head(day):
    """A section begins on a new page with its slide, or with the row of the programme that the slide opens."""
    sections = {slide.id: str(slide.section or "") for slide in day.deck.slides}
    pages = guide(day).pages[1:]
    for page in pages:
        own = {sections[i.id.split("/")[0]] for i in walk(page.items) if i.id.split("/")[0] in sections}
        assert own == {section_of(page)}
        head = next(i.pars[0].plain for i in page.items if i.id == "head" and isinstance(i, TextBox))
        assert head.split("\u2002")[0] == (section_of(page) or "Vejledning til kursusteamet")
    said = boxes(guide(day))
    starts = [
        next(n for n, page in enumerate(pages, 2) if section_of(page) == str(s.number)) for s in day.deck.sections
    ]
    assert starts == [int(said[f"overview/section{section.number}/page"]) for section in day.deck.sections]


def test_a_page_tells_the_time_of_what_it_opens_with(tmp_path):
    """Also where a slide goes on from the page before and the next row of the programme follows it."""
    note = " ".join(["Sig det samme igen og igen."] * 40)
    slides = "- {title: P, agenda: [{time: 9.00-9.30, item: Et}, {time: 9.30-10.00, item: To}]}\n"
    slides += "- title: Et\n  text: x\n  notes: |\n" + f"    {note}\n\n" * 4 + "- {title: To, text: x}\n"
    page = next(f for f in guide(made(tmp_path, slides)).pages if any(i.id == "clock/9.30–10.00" for i in f.items))
    assert "Et (fortsat)" in list(lines(page))
    assert [i.pars[0].plain for i in page.items if isinstance(i, TextBox) and i.id == "aside"] == ["9.00–9.30"]


@pytest.mark.parametrize("theme", ["bog", "sal"])
def test_pages_without_a_head_tell_the_time_in_the_foot(theme: str, tmp_path: Path) -> None:
    slides = "- {title: P, agenda: [{time: 9.00-9.30, item: Et, slide: et}]}\n- section: Et\n- {title: To, text: x}\n"
    page = guide(made(tmp_path, slides, f"{HEAD}theme: {theme}\n")).pages[-1]
    assert section_of(page)
    assert "9.00–9.30\u20033 / 3" in list(lines(page))


def test_slides_are_parted_to_save_a_page_only(day):
    assert "(fortsat)" not in text(guide(day))


def _furniture(item: Item) -> bool:
    return isinstance(item, TextBox) and item.artifact


def test_titles_never_part_from_what_they_head(day):
    for page in guide(day).pages[1:]:
        found = list(lines(page))
        body = found[found.index(next(x for x in found if " / " in x)) + 1 :]
        assert not any(number in body[0] for number in (".1", ".2", ".3"))  # a page begins with a heading, no question


def test_links_lead_to_the_slides_pages(day):
    with pikepdf.open(io.BytesIO(render_paper(day, PaperKind.HANDOUT, Edition.GUIDE))) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        targets = {numbers[note.Dest[0].objgen] for note in pdf.pages[0].Annots}
    said = boxes(guide(day))
    named = {int(said[f"overview/section{section.number}/page"]) for section in day.deck.sections}
    named |= {
        int(line.split(" | ")[-1]) for line in lines(guide(day).pages[0]) if line[-1:].isdigit() and " | " in line
    }
    assert targets == named
    assert len(named) > 4


WORD = st.sampled_from(["ord", "velfærdstransformation", "andenordensforandring", "og", "et langt stykke tekst her"])
TEXT = st.lists(WORD, min_size=1, max_size=60).map(" ".join)
QUESTION = st.tuples(TEXT, st.none() | TEXT)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(st.lists(TEXT, max_size=8), min_size=1, max_size=5),
    questions=st.lists(QUESTION, max_size=4),
    section=st.booleans(),
)
def test_whatever_is_noted_and_asked_is_printed_within_the_page(tmp_path_factory, notes, questions, section):
    slides = "- section: Afsnit\n" if section else ""
    for number, paragraphs in enumerate(notes):
        slides += f"- title: Slide {number}\n  text: x\n"
        if paragraphs:
            slides += "  notes: |\n" + "\n\n".join(f"    {p}" for p in paragraphs) + "\n"
    if questions:
        slides += "- title: Spørg\n  handout:\n    write:\n"
        for ask, hint in questions:
            slides += f"      - ask: {ask}\n" + (f"        hint: {hint}\n" if hint else "")
        slides += "  text: x\n"
    laid_out = made(tmp_path_factory.mktemp("guide"), slides)
    printed = " ".join(text(guide(laid_out)).split())
    for paragraphs in notes:
        for paragraph in paragraphs:
            assert paragraph in printed
    for ask, hint in questions:
        assert ask in printed
        assert not hint or hint in printed
    for page in guide(laid_out).pages:
        for item in walk(page.items):
            if isinstance(item, TextBox) and not item.artifact:
                assert item.box.bottom <= STYLE.body_bottom + 0.1
                assert item.box.y >= STYLE.title_top - 0.1


def test_what_numbers_mean_is_shown_by_one_of_the_decks_own(tmp_path, day):
    asked = made(tmp_path, "- title: A\n  text: a\n- title: B\n  reflection: [x, y]\n")
    assert "2.2 er slide 2, spørgsmål 2." in text(guide(asked))
    assert "2.2 er slide 2, spørgsmål 2." in text(guide(day))
    assert "er slide" not in text(guide(made(tmp_path, "- title: A\n  text: a\n")))


def test_crosses_on_a_figure_are_told(day):
    assert "I hæftet: et kryds på figuren; linjer ved 7.2" in text(guide(day))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_way_of_answering_has_its_words(tmp_path: Path, language: str):
    slides = "".join(
        f"- title: Svar {answer.value}\n  reflection:\n    - ask: Hvad ser du?\n      answer: {answer.value}\n"
        f"{'      choices: [før, nu]' if answer in (Answer.TICK, Answer.SCALE) else ''}\n"
        for answer in Answer
    )
    said = text(guide(made(tmp_path, slides, f"deck:\n  title: Prøve\n  language: {language}\n")))
    for words in (language_of(language).labels.answers[answer.value] for answer in Answer):
        assert words in said


# Days


def agenda(title: str, rows: str, day: str = "") -> str:
    """A programme: ``9.00-10.00 Velkomst, 10.00-10.15 Kaffe``."""
    pairs = (row.split(" ", 1) for row in rows.split(", "))
    items = ", ".join(
        f"{{time: {time}, item: {item}, pause: {'yes' if item == 'Kaffe' else 'no'}}}" for time, item in pairs
    )
    named = f"day: {day}, " if day else ""
    return f"- {{title: {title}, agenda: {{{named}items: [{items}]}}}}\n"


def content(*titles: str) -> str:
    return "".join(f"- {{title: {title}, text: x}}\n" for title in titles)


MONDAY = "9.00-10.00 Velkomst, 10.00-10.15 Kaffe, 10.15-12.00 Roller"
TUESDAY = "9.30-10.00 Planer, 10.00-10.15 Kaffe, 10.15-11.00 Farvel"


def days(laid_out: LaidOut) -> dict[str, list[str]]:
    """Return the programmes on the guide's first pages: day -> its rows and its sum."""
    found: dict[str, list[str]] = {}
    said = [line for page in guide(laid_out).pages for line in lines(page)]
    for place, line in enumerate(said):
        if line == "Tid | Varighed | Punkt | Slides | Side":
            name = said[place - 1]
            found[name] = said[place + 1 : place + 2 + next(n for n, s in enumerate(said[place + 1 :]) if "I alt" in s)]
    return found


@pytest.mark.parametrize(
    ("monday", "tuesday", "names"),
    [
        (("Mandag", MONDAY), ("Tirsdag", TUESDAY), ["Mandag", "Tirsdag"]),
        (("Program", MONDAY), ("Program", TUESDAY), ["Program 1 af 2", "Program 2 af 2"]),
        (("Program", MONDAY, "1. marts"), ("Program", TUESDAY, "2. marts"), ["1. marts", "2. marts"]),
        (("Mandag", MONDAY, "Første dag"), ("Tirsdag", TUESDAY), ["Første dag", "Tirsdag"]),
    ],
)
def test_each_day_has_its_rows_and_sum_whatever_tells_the_days_apart(tmp_path, monday, tuesday, names):
    slides = agenda(*monday) + content("Velkomst", "Roller") + agenda(*tuesday) + content("Planer", "Farvel")
    found = days(made(tmp_path, slides))
    assert list(found) == names
    assert list(found.values()) == [
        ["9.00–10.00 | 1 t. | Velkomst | 2 | 2", "10.00–10.15 | 15 min. | Kaffe |  | ",
         "10.15–12.00 | 1 t. 45 min. | Roller | 3 | 2", "I alt 3 t., heraf 15 min. pause."],
        ["9.30–10.00 | 30 min. | Planer | 5 | 3", "10.00–10.15 | 15 min. | Kaffe |  | ",
         "10.15–11.00 | 45 min. | Farvel | 6 | 3", "I alt 1 t. 30 min., heraf 15 min. pause."],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("slides", "rows"),
    [
        # shown again, whole or in part, under any title
        (agenda("A", MONDAY) + agenda("B", MONDAY), {"": 3}),
        (agenda("A", MONDAY) + agenda("B", "10.15-12.00 Roller"), {"": 3}),
        (agenda("A", MONDAY, "Mandag") + agenda("B", MONDAY, "mandag"), {"Mandag": 3}),
        # goes on under the same title, or with the same day
        (agenda("A", MONDAY) + agenda("a", "12.00-13.00 Frokost"), {"": 4}),
        (agenda("A", MONDAY, "Mandag") + agenda("B", "12.00-13.00 Frokost", "Mandag"), {"Mandag": 4}),
        # under another title
        (agenda("A", MONDAY) + agenda("B", "12.00-13.00 Frokost"), {"A": 3, "B": 1}),
        # the same rows on two days
        (agenda("A", MONDAY, "Mandag") + agenda("B", MONDAY, "Tirsdag"), {"Mandag": 3, "Tirsdag": 3}),
        # one day with a name
        (agenda("A", MONDAY, "Mandag"), {"Mandag": 3}),
        # several on one slide
        ("- title: A\n  columns:\n    - agenda: {day: Mandag, items: [{time: 9.00-10.00, item: a}]}\n"
         "    - agenda: {day: Tirsdag, items: [{time: 9.00-10.00, item: a}]}\n", {"Mandag": 1, "Tirsdag": 1}),
        ("- title: A\n  body:\n    - agenda: [{time: 9.00-10.00, item: a}]\n"
         "    - agenda: [{time: 9.00-9.30, item: b}]\n", {"A": 1, "A (2)": 1}),
    ],
)  # fmt: skip
def test_programmes_are_of_one_day_or_of_several(tmp_path, slides, rows):
    found: dict[str, int] = {}
    for session in sessions(made(tmp_path, slides).deck):
        found[session.day] = found.get(session.day, 0) + 1
    assert found == rows


def test_a_days_rows_begin_with_its_own_slides_and_end_where_the_next_day_begins(tmp_path):
    rows = "9.00-10.00 Kaffe, 10.00-11.00 Gruppe"
    slides = agenda("Program", rows, "Mandag") + content("Kaffe", "Gruppe", "Mere")
    slides += agenda("Program", rows, "Tirsdag") + content("Kaffe", "Gruppe")
    assert [(s.day, s.slides) for s in sessions(made(tmp_path, slides).deck)] == [
        ("Mandag", ("kaffe",)), ("Mandag", ("gruppe", "mere")), ("Tirsdag", ("kaffe-2",)), ("Tirsdag", ("gruppe-2",)),
    ]  # fmt: skip


def test_programmes_that_stand_together_are_told_by_all_slides_after_them(tmp_path):
    slides = agenda("Mandag", MONDAY) + agenda("Tirsdag", TUESDAY) + content("Velkomst", "Roller", "Planer", "Farvel")
    assert [s.slides for s in sessions(made(tmp_path, slides).deck)] == [
        ("velkomst",), (), ("roller",), ("planer",), (), ("farvel",),
    ]  # fmt: skip


def test_the_pages_of_a_day_say_its_name(tmp_path):
    slides = agenda("P", MONDAY, "Mandag") + content("Velkomst", "Roller") + agenda("P", TUESDAY, "Tirsdag")
    document = guide(made(tmp_path, slides + content("Planer", "Farvel")))
    marks = [("  " * mark.level) + mark.title for mark in document.bookmarks]
    assert marks == [
        "Vejledning til kursusteamet", "P 1\u00a0af\u00a02",
        "Mandag", "  9.00–10.00 Velkomst", "    Velkomst", "  10.00–10.15 Kaffe", "  10.15–12.00 Roller", "    Roller",
        "P 2\u00a0af\u00a02",
        "Tirsdag", "  9.30–10.00 Planer", "    Planer", "  10.00–10.15 Kaffe", "  10.15–11.00 Farvel", "    Farvel",
    ]  # fmt: skip
    assert {"clock/Mandag": "Mandag", "clock/Tirsdag": "Tirsdag"}.items() <= boxes(document).items()


@pytest.mark.parametrize(("title", "said"), [("Program", 1), ("Program for mandag", 0)])
def test_slide_and_handout_name_the_day_unless_the_title_does(tmp_path, title, said):
    laid_out = made(tmp_path, agenda(title, MONDAY, "Mandag") + content("Velkomst"))
    handout = [line for page in laid_out.documents[Edition.PARTICIPANT].pages for line in lines(page)]
    (table,) = (item for item in laid_out.presentation.frames[1].items if isinstance(item, TableItem))
    assert handout.count("Mandag") == said
    assert table.rows[0].cells[1].pars[0].plain == ("Mandag" if said else "Punkt")


@pytest.mark.parametrize("margin", ["no", "yes"])
def test_breaks_on_paper_are_in_soft_type_with_times_that_are_not_bold(tmp_path, margin):
    slides = agenda("Program", MONDAY).rstrip()[:-1] + f", handout: {{margin: {margin}}}}}\n"
    pages = made(tmp_path, slides).documents[Edition.PARTICIPANT].pages
    rows = [row for page in pages for item in walk(page.items) if isinstance(item, TableItem) for row in item.rows]
    looks = [
        (run.text, str(run.color) == str(SOFT), run.style is Style.BOLD)
        for row in rows for cell in row.cells for par in cell.pars for run in par.runs
    ]  # fmt: skip
    assert looks == [
        ("9.00–10.00", False, True), ("Velkomst", False, False),
        ("10.00–10.15", True, False), ("Kaffe", True, False),
        ("10.15–12.00", False, True), ("Roller", False, False),
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["bog", "sal"])
def test_slides_in_the_guide_stand_clear_of_what_shows_the_section(theme: str, tmp_path: Path) -> None:
    """In `sal` that is a strip and the name under it, in `bog` a ribbon."""
    laid_out = made(tmp_path, "- section: Et afsnit\n- title: A\n  text: b\n", f"{HEAD}theme: {theme}\n")
    page = next(page for page in guide(laid_out).pages if any(item.id == "tab" for item in page.items))
    first = min(item.box.y for item in page.items if isinstance(item, Thumbnail))
    marks = [item.box.bottom for item in page.items if item.id in ("tab", "head") and isinstance(item, Shape | TextBox)]
    assert max(marks) + mm(4) < first
