"""What stands where in each theme: plates and strips, art, points, feet, and slides that go on."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Presentation
from deckbuild.frame.items import Group, Role, Shape, TableItem, TextBox
from deckbuild.layout.slides.deck import lay_out
from deckbuild.layout.text.paragraph import ParStyle, TextSettings
from deckbuild.layout.text.shortening import shortened
from deckbuild.model.slide_layouts import BODIES, LayoutKind
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import Step
from deckbuild.model.themes import SHIPPED
from deckbuild.reader import read
from decks import HEAD, lay_out_yaml, read_deck

COURSE_DAY = Path(__file__).parents[1] / "deck.yaml"
every_theme = pytest.mark.parametrize("theme", SHIPPED)
TWO_SECTIONS = "- section: Ét\n- title: A\n  text: x\n- section: To\n- title: B\n  text: x"


def laid_out(slides: str, theme: str, head: str = HEAD) -> Presentation:
    return lay_out(read_deck(slides, head), SHIPPED[theme], Diagnostics())


@cache
def course_day(theme: str) -> Presentation:
    deck = read(COURSE_DAY).deck
    assert deck is not None
    return lay_out(deck, SHIPPED[theme], Diagnostics())


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        ("reflection: [Hvad?]", ["2.1"]),
        ("reflection: [Hvad?, Hvornår?]", ["2.1", "2.2"]),
        (f"reflection: [{'Hvordan kan I styre efter en strategi og stille spørgsmål ved den ' * 3}?]", ["2.1"]),
        ("body:\n    - fields: [Et, To]\n    - reflection: [Hvad?, Hvornår?]", ["2.1", "2.2", "2.3", "2.4"]),
        ("body:\n    - text: x\n    - reflection: [Hvad?]", ["2.1"]),
    ],
)
def test_in_sal_each_question_stands_on_a_plate_clear_of_the_strip(content: str, numbers: list[str]) -> None:
    frame = laid_out(f"- section: Ét\n- title: A\n  {content}", "sal").frames[2]
    plates = [item for item in frame.items if isinstance(item, Shape) and "/plate" in item.id]
    asked = [par for item in frame.items if isinstance(item, TextBox) for par in item.pars if par.hang and par.bullet]
    assert [par.bullet.run.text for par in asked if par.bullet and par.hang < par.indent] == numbers
    assert len(plates) == len(numbers)
    assert all(plate.box.y >= 124 for plate in plates)


@every_theme
@pytest.mark.parametrize("art", ["register", "cascade", "rings", "ribbons", "hall"])
def test_the_title_slide_draws_the_art_that_the_deck_chose_clear_of_the_title(theme: str, art: str) -> None:
    head = f"deck:\n  title: Et møde\n  subtitle: For alle\n  art: {art}\n"
    title = laid_out(TWO_SECTIONS, theme, head).frames[0]
    (drawn,) = (item.box for item in title.items if isinstance(item, Group))
    texts = [item.box for item in title.items if isinstance(item, TextBox) and item.role is Role.TITLE]
    if art != "hall":
        assert all(drawn.bottom <= text.y or drawn.y >= text.bottom for text in texts)


@every_theme
def test_a_definitions_points_stand_in_the_layouts_placeholders(theme: str) -> None:
    slide = "- title: A\n  definition: {term: Et ord, text: er en lyd, points: [Et, To, Tre]}"
    frame = laid_out(slide, theme).frames[1]
    boxes = SHIPPED[theme].slide_master.layouts[LayoutKind.DEFINITION].boxes
    for role in (Role.BODY2, Role.BODY3, Role.BODY4):
        (point,) = (item for item in frame.items if isinstance(item, TextBox) and item.role is role)
        assert (point.box.x, point.box.w) == (boxes[role].x, boxes[role].w)


@every_theme
def test_the_course_day_names_its_sources_in_full(theme: str) -> None:
    feet = [
        par.plain
        for frame in course_day(theme).frames
        for item in frame.items
        if isinstance(item, TextBox) and item.role is Role.SOURCE
        for par in item.pars
    ]
    assert len(feet) > 15
    assert [foot for foot in feet if "…" in foot] == []


@every_theme
def test_of_the_course_day_no_row_goes_on_alone_and_no_two_slides_have_one_title(theme: str) -> None:
    frames = course_day(theme).frames
    tables = [item for frame in frames for item in frame.items if isinstance(item, TableItem)]
    assert min(len(table.rows) - table.head_rows for table in tables) > 1
    titles = [frame.title for frame in frames if frame.layout not in (LayoutKind.TITLE, LayoutKind.SECTION)]
    assert len(titles) == len({*titles})


@pytest.mark.parametrize(
    ("theme", "least", "smaller"),
    [
        ("sal", 26, {"Borgerinddragelse er kommunikation", "Har du de fire kompetencer i dit netværk?", "Litteratur"}),
        ("bog", 18, {"Barrierer og drivkræfter for innovation"}),
    ],
)
def test_of_the_course_day_text_goes_on_rather_than_get_smaller_than_the_scale(
    theme: str, least: float, smaller: set[str]
) -> None:
    """Smaller are a list in two columns, cards and works in `sal`, and in `bog` columns with conclusions under them."""
    found = {
        frame.title
        for frame in course_day(theme).frames
        for item in frame.items
        if isinstance(item, TextBox) and item.role in (*BODIES, Role.BELOW)
        if any(run.size < least for par in item.pars for run in par.runs)
    }
    assert found == smaller


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (400, "Tekst 1: Sørensen · Tekst 3: Åkerstrøm Andersen"),
        (290, "Tekst 1: Sørensen · Tekst 3: Åkerstrøm …"),
        (225, "Tekst 1: Sørensen · Tekst 3: …"),
        (140, "Tekst 1: Sørensen …"),
        (60, "Tekst …"),
        (30, "Te…"),
    ],
)
def test_a_text_of_several_parts_is_shortened_after_a_word(width: float, expected: str) -> None:
    text = Text((Run("Tekst 1: Sørensen · "), Run("Tekst 3: "), Run("Åkerstrøm Andersen", italic=True)))
    assert shortened(text, ParStyle(Step(14, 18)), width, TextSettings()).plain == expected


def test_a_foot_that_shows_the_beginning_only_is_told() -> None:
    caption = "Tal fra kommunerne, talt af dem selv og lagt sammen til sidst, for hvert af de år, der er regnet med her"
    rows = "columns: [År, Tal], rows: [[Før, 1], [Nu, 2]]"
    for text, told in ((f"{caption}, og {caption}", ["shortened-foot"]), (caption, [])):
        _, found = lay_out_yaml(f'- title: A\n  table: {{{rows}, caption: "{text}"}}')
        assert [each.code for each in found] == told


@pytest.mark.parametrize(("theme", "first"), [("lys", "2.1"), ("bog", "•\u20022.1"), ("sal", "2.1")])
def test_in_bog_a_dot_as_in_the_handout_stands_before_the_number_of_a_question(theme: str, first: str) -> None:
    frame = laid_out("- section: Ét\n- title: A\n  reflection: [Hvad?, Hvornår?]", theme).frames[2]
    pars = [par for item in frame.items if isinstance(item, TextBox) for par in item.pars]
    numbers = [par.bullet.run.text for par in pars if par.bullet]
    assert numbers[0] == first
