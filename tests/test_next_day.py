"""The deck for the next course day in particular: what counts on, what stays, what is taken out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.drafting import Content, OtherWritingError, follow, following_stem
from deckbuild.drafting.day_numbers import counted, counted_word
from deckbuild.model.deck import Deck
from deckbuild.reader import read
from random_decks import as_yaml, random_slides


def deck_of(text: str, name: str = "deck.yaml") -> Deck:
    result = read(Path(name), text.encode())
    assert result.deck is not None, [d.text() for d in result.diagnostics]
    return result.deck


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ledelse, dag 2", "Ledelse, dag 3"),
        ("3. kursusdag", "4. kursusdag"),
        ("3. dag af 5", "4. dag af 5"),
        ("Kursusdag nr. 9", "Kursusdag nr. 10"),
        ("The 2nd day", "The 3rd day"),
        ("The 11th day", "The 12th day"),
        ("Day 1 of 5", "Day 2 of 5"),
        ("ledelse-dag-3", "ledelse-dag-4"),
        ("Modul 1, 2. gang", "Modul 1, 3. gang"),
        ("Modul 1, dag 2", "Modul 1, dag 3"),
        ("Modul 1", "Modul 2"),
        ("Kursusdag 12. marts 2027", None),
        ("Kursusdag 12 marts", None),
        ("Kursusdag 12/3", None),
        ("Kursusdag 12.3.2027", None),
        ("kursusdag-12-marts-2027", None),
        ("Dag 1-2", None),
        ("Kursusdag 2027", None),
        ("Det, vi gør i dag 3 gange", None),
    ],
)
def test_the_number_of_a_day_counts_on_and_a_date_does_not(text, expected):
    assert counted(text, counted_word([text])) == (expected or text)


@pytest.mark.parametrize(
    ("head", "reported"),
    [
        ("title: Kursus, subtitle: 12. marts 2027", {"counted": False, "old_date": "12. marts 2027"}),
        ("title: Dag 6 af 7", {"counted": True, "beyond": ""}),
        ("title: Dag 7 af 7", {"beyond": "Dag 8 af 7"}),
        ("title: Kursus, date: 3. maj", {"undated": "3. maj"}),
    ],
)
def test_what_is_left_to_see_to_is_told(head, reported):
    made = follow(deck_of(f"deck: {{{head}}}\nslides:\n  - {{title: A, reflection: [b]}}\n")).heading
    assert {name: getattr(made, name) for name in reported} == reported


def test_the_days_that_programmes_still_say_are_told():
    rows = "[{time: 9.00-10.00, item: a}]"
    slides = "".join(
        f"  - title: P\n    agenda: {{day: {day}, items: {rows}}}\n" for day in ("3. maj", "4. maj", "3. maj")
    )
    assert follow(deck_of(f"deck: {{title: X}}\nslides:\n{slides}")).days == ("3. maj", "4. maj")


@pytest.mark.parametrize(
    ("head", "arguments", "taken", "expected"),
    [
        ("title: X, output: x-9-april-2027, date: 9. april 2027", {"date": "1. maj 2027"}, (), "x-1-maj-2027"),
        ("title: X, output: x-fredag-den-9-april", {"date": "1. maj"}, (), "x-1-maj"),
        ("title: X, output: x-9-april", {"date": "9. april"}, (), "x-9-april-2"),
        ("title: X", {}, (), "x-2"),
        ("title: X", {}, ("x-2",), "x-3"),
        ("title: X", {"name": "deck-5"}, (), "x-5"),
        ("title: X", {"name": "X 2027"}, (), "x-2"),
        ("title: X, output: x-2", {}, ("x",), "x-3"),
        ("title: X, output: hold-7", {}, (), "hold-7-2"),
        ("title: Dag 1", {}, ("dag-2",), "dag-2-2"),
        ("title: X", {"date": "x" * 200}, (), "x-2"),
    ],
)
def test_papers_have_a_name_of_their_own(head, arguments, taken, expected):
    text = f"deck: {{{head}}}\nslides:\n  - {{title: A, reflection: [b]}}\n"
    assert deck_of(follow(deck_of(text), taken=taken, **arguments).text).name == expected


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("deck", "deck-2"), ("deck-2", "deck-3"), ("deck-12", "deck-13"), ("dag-3", "dag-4"), ("dag-09", "dag-10"),
        ("2027", "2027-2"), ("2027-2", "2027-3"), ("Kursus 2027", "Kursus 2027-2"), ("2027-03-12", "2027-03-12-2"),
        ("7", "8"),
    ],
)  # fmt: skip
def test_the_next_file_counts_on_from_the_last_ones_name(stem, expected):
    assert following_stem(stem) == expected


SLIDE = """\
deck: {title: A, language: da}
slides:
- title: P
  agenda: [{time: 9.00-9.20, item: b}]
"""


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("- title: B\n  bullets: [a]\n", "- title: B\n  text: Skriv her\n"),
        ("- bullets: [a]\n  title: B\n", "- text: Skriv her\n  title: B\n"),
        (
            "- title: >-\n    Lang\n    titel   # ikke en kommentar\n  # en\n  bullets:\n  - a  # væk\n    # to\n",
            "- title: >-\n    Lang\n    titel   # ikke en kommentar\n  # en\n  text: Skriv her\n    # to\n",
        ),
        ("- title: B\n  text: |\n    # tekst\n    mere\n", "- title: B\n  text: Skriv her\n"),
        (
            "- {title: 7 råd &shy;her, bullets: [a], lang: en, hidden: yes}  # om\n",
            "- title: 7 råd &shy;her\n  lang: en\n  hidden: yes\n  # om\n  text: Skriv her\n",
        ),
        (
            "- title: '[wicked]{lang=en}'\n  id: x\n  build: click\n  numbered: [a]\n  notes: c\n",
            "- title: '[wicked]{lang=en}'\n  id: x\n  build: click\n  bullets:\n    - Skriv her\n",
        ),
        (
            "- title: B\n  bullets: [a]\n  handout:\n    ticks: har vi\n    write:\n      - Hvad nu?  # stil det\n",
            "- title: B\n  text: Skriv her\n  handout:\n    write:\n      - Hvad nu?  # stil det\n",
        ),
        (
            "- title: B\n  bullets: [a]\n  handout: {margin: yes, skip: yes}\n",
            "- title: B\n  text: Skriv her\n  handout: {skip: yes}\n",
        ),
        (
            "- title: B\n  cards: [{head: a, text: b}, {head: c, text: d}]\n  handout: {each: [Hvem?]}\n",
            "- title: B\n  text: Skriv her\n",
        ),
    ],
)
def test_an_emptied_slide_keeps_how_it_is_shown_its_comments_and_questions(slide, expected):
    made = follow(deck_of(SLIDE + slide))
    assert made.text.partition("item: b}]\n")[2] == expected
    deck_of(made.text)


def test_a_carried_question_is_copied_as_it_was_written():
    asked = "[{carry-to: A, ask: '[Hvad]{lang=en} er &shy;det?'}, {ask: 7 ting, carry-to: A}]"
    made = follow(deck_of(f"{SLIDE}- title: Q\n  reflection: {asked}\n")).text
    assert "  reflection:\n    - '[Hvad]{lang=en} er &shy;det?'\n    - 7 ting\n" in made


@pytest.mark.parametrize(
    ("change", "stays"),
    [
        (("- Sover I?", "- Sover I?"), False),
        (("- Sover I?", "- Sover I?\n    - Og hvad mere?"), True),
        (("- Sover I?", "- Sover I?\n  notes: Spørg ind."), True),
        (("reflection:", "reflection:\n    # mit eget"), True),
        (("Det, deltagerne tog med", "Noget andet"), True),
    ],
)
def test_only_what_was_made_here_is_replaced(change, stays):
    carried = "- title: Q\n  reflection: [{ask: Sover I?, carry-to: A}]\n"
    second = follow(deck_of(SLIDE + carried)).text
    assert change[0] in second
    made = follow(deck_of(second.replace(*change, 1)))
    assert made.text.count("title: Siden sidst") == 1 + stays
    assert made.text.count("Det, deltagerne tog med") == 2 if stays and "Det" not in change[0] else True
    deck_of(made.text)


def test_a_slide_of_that_name_that_somebody_wrote_stays_and_keeps_its_links():
    own = "- title: Siden sidst\n  reflection: ['Se [det](#siden-sidst)']\n"
    carried = "- title: Q\n  reflection: [{ask: Sover I?, carry-to: A}]\n"
    made = follow(deck_of(SLIDE + own + carried)).text
    assert own in made
    assert [slide.id for slide in deck_of(made).slides] == ["p", "siden-sidst-2", "siden-sidst", "q"]


def test_a_slide_made_here_stays_while_links_lead_to_it():
    second = follow(deck_of(SLIDE + "- title: Q\n  reflection: [{ask: Sover I?, carry-to: A}]\n")).text
    text = second.replace("item: b}", "item: b, slide: siden-sidst}").replace(", carry-to: A", "")
    made = follow(deck_of(text))
    assert ([slide.id for slide in made.kept], made.carried) == (["siden-sidst"], 0)
    deck_of(made.text)


def test_figures_and_tables_that_no_slide_shows_any_more_are_taken_out():
    ladder = "alt: x\n    ladder: {left: l, right: r, steps: [{left: a}, {right: b}]}\n\n"
    figures = (
        f"# figurer\nfigures:\n  a:\n    # om a\n    {ladder}  b:\n    {ladder}"
        "tables:\n  t: {columns: [a, b], rows: [[c, d]]}\n\n"
    )
    slides = "- title: A\n  figure: a\n- title: T\n  table: t\n- title: B\n  body: [{figure: b}, {reflection: [c]}]\n"
    made = follow(deck_of(SLIDE.replace("slides:\n", figures + "slides:\n") + slides))
    assert made.unused == ("a", "t")
    assert "# figurer\nfigures:\n    # om a\n  b:\n" in made.text
    assert "tables" not in made.text
    assert [d.code for d in read(Path("deck.yaml"), made.text.encode()).diagnostics] == ["placeholder"]


def test_the_slide_of_the_last_day_goes_whole_though_a_comment_of_the_programme_stands_right_above_it():
    day = SLIDE.replace("A, lang", "A, date: 1. maj, lang") + "  # om programmet\n"
    day += "- title: R\n  reflection: [{ask: Hvad, carry-to: Ark}]\n"
    second = follow(deck_of(day), date="2. maj").text
    third = follow(deck_of(second), date="3. maj").text
    assert "fra 1. maj" in second
    assert third.partition("slides:")[2] == second.replace("1. maj", "2. maj").partition("slides:")[2]


def test_blank_lines_between_a_slide_and_a_definition_that_both_go_are_taken_out_once():
    day = "deck: {title: A, language: da}\nslides:\n- title: F\n  figure: a\n- title: R\n  reflection: [b]\n"
    carried = "# Det, deltagerne tog med fra 1. maj (1 spørgsmål)\n- title: Siden sidst\n  reflection:\n    - c\n"
    figures = "\n\nfigures:\n  a: {alt: x, ladder: {left: l, right: r, steps: [{left: a}, {right: b}]}}\n# slut\n"
    made = follow(deck_of(day + carried + figures))
    assert made.unused == ("a",)
    assert made.text.endswith("- title: R\n  reflection: [b]\n# slut\n")


@pytest.mark.parametrize(
    ("board", "expected"),
    [
        ("board: {answers: q/q1}", "board: {answers: q/q1, file: answers-dag-5.yaml}"),
        (
            "board:\n    answers: q/q1\n    pattern: lines",
            "board:\n    answers: q/q1\n    file: answers-dag-5.yaml\n    pattern: lines",
        ),
        ("board: {file: answers-dag-4.yaml, answers: q/q1}", "board: {file: answers-dag-5.yaml, answers: q/q1}"),
        ("board: {answers: q/q1, file: answers-dag-3.yaml}", "board: {answers: q/q1, file: answers-dag-3.yaml}"),
    ],
)
def test_a_board_that_shows_answers_waits_for_the_new_days(board, expected):
    text = SLIDE + "- title: Q\n  reflection: [Hvad?]\n- title: T\n  "
    made = follow(deck_of(f"{text}{board}\n", "dag-4.yaml"), name="dag-5")
    assert made.text.endswith(f"- title: T\n  {expected}\n")
    assert made.boards == (board != expected)


def test_a_board_whose_question_goes_is_emptied_too():
    cards = "- title: K\n  cards: [{head: a, text: b}, {head: c, text: d}]\n  handout: {each: [Hvem?]}\n"
    deck_of(follow(deck_of(SLIDE + cards + "- title: T\n  board: {answers: k/q1}\n")).text)


@pytest.mark.parametrize(
    "slides",
    ["[{title: A, text: b}]", "[{title: A, text: b},\n  {title: B, text: c}]"],
)
def test_slides_side_by_side_are_refused_with_their_place(slides):
    with pytest.raises(OtherWritingError) as refused:
        follow(deck_of(f"deck: {{title: A}}\nslides: {slides}\n"))
    assert refused.value.span.line == 2


def test_lines_that_begin_with_other_spaces_are_refused_with_their_place():
    with pytest.raises(OtherWritingError) as refused:
        follow(deck_of("deck: {title: A}\nslides:\n  - title: B\n    text: c\n\N{NO-BREAK SPACE}   notes: d\n"))
    assert refused.value.unread
    assert refused.value.span.line == 5


def test_a_blank_line_of_tabs_is_a_blank_line():
    made = follow(deck_of("deck: {title: A}\nslides:\n  - title: B\n    text: c\n\t\n  - title: D\n    text: e\n \t\n"))
    assert "- title: D" in made.text


PARTS = (
    "- title: {}\n  text: |\n    b\n    c\n",
    "- {{title: {}, text: b}}\n",
    "- title: {}\n  reflection:\n  - Hvad?  # h\n",
    "- {{title: {}, reflection: [{{ask: Hvad, carry-to: A}}]}}\n",
    "# p\n- title: {}\n  agenda:\n  - {{time: 9.00-9.20, item: b}}\n",
    "\n",
    "# 1\n",
    "  # ind\n",
)
HEADS = ("deck: {title: Dag 1, date: 1. maj}\n", "deck:\n  title: Kursus\n  date: 1. maj\n")


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9), st.sampled_from(HEADS), st.integers(0, 2))
@pytest.mark.parametrize("content", Content)
def test_the_next_day_and_its_next_read_whatever_stands_side_by_side(content, parts, head, odd):
    slides = "".join(part.format(f"T {number}") for number, part in enumerate(parts))
    chance = as_yaml(random_slides(odd, odd)) + "\n" if odd else ""
    day = f"{head}slides:\n{slides}{chance}- {{title: Slut, reflection: [Hej]}}\n"
    for _ in range(3):
        new = follow(deck_of(day), content=content).text
        assert titles(new) == titles(day)
        kept = iter(new.split("\n"))
        assert all(line in kept for line in stays(day, content)), new
        day = new


def titles(text: str) -> list[str]:
    found = [slide.title.plain for slide in deck_of(text).slides]
    return [title for title in found if title != "Siden sidst"]


def stays(text: str, content: Content) -> list[str]:
    """The lines that no day changes: of a slide made here none, of a slide that is emptied its title and comments."""
    made = re.compile(r"# Det, delt.*\n# Næste.*\n- title: Siden sidst\n  reflection:\n(    - .*\n)+")
    lines = made.sub("", text.partition("slides:\n")[2]).split("\n")
    emptied = () if content is Content.KEEP else ("- {", "  text:", "    b", "    c")
    return [line for line in lines if line and not line.startswith(("# ", *emptied))]
