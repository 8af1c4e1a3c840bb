"""A quote on a slide of its own is an event: large words, and the section's tab grown to a column."""

from __future__ import annotations

import pytest

from deckbuild.frame.document import Frame
from deckbuild.frame.items import Connector, LayoutKind, Role, Shape, TextBox
from deckbuild.frame.text import BulletKind
from decks import lay_out_yaml

SECTIONS = "- section: Et\n- section: To\n- title: Dagens citat\n  quote: {quote}\n- section: Tre\n- section: Fire"
WORDS = "Jeg kom for at få et svar. Jeg gik hjem med en forklaring, og det var bedre."


def frame(quote: str, slides: str = SECTIONS) -> Frame:
    """Lay out a slide with a quote, in the second of four sections."""
    presentation, found = lay_out_yaml(slides.replace("{quote}", quote))
    assert [d.text() for d in found] == []
    return next(made for made in presentation.frames if made.title == "Dagens citat")


def box(made: Frame, role: Role) -> TextBox:
    """Return the text with a role."""
    return next(item for item in made.items if isinstance(item, TextBox) and item.role is role)


@pytest.mark.parametrize(
    ("words", "size"),
    [("Ro smitter.", 44), (WORDS, 44), (" ".join([WORDS] * 2), 40), (" ".join([WORDS] * 4), 32)],
)
def test_it_is_set_in_the_largest_step_that_fits(words: str, size: float):
    assert box(frame(f'"{words}"'), Role.BODY).pars[0].runs[0].size == size


def test_words_and_name_stand_in_the_middle_as_one():
    made = frame(f'{{text: "{WORDS}", by: En borger}}')
    words, name = box(made, Role.BODY), box(made, Role.BODY2)
    assert (words.box.y + name.box.bottom) / 2 == 280
    assert name.box.y == words.box.bottom + 36
    assert name.box.x == 244


def test_the_words_have_the_room_above_them():
    words = box(frame(f'"{WORDS}"'), Role.BODY)
    assert words.room is not None
    assert words.room.y == 92
    assert words.room.bottom == words.box.bottom


def test_the_opening_mark_hangs_left_of_the_words():
    (par,) = box(frame("Ro smitter."), Role.BODY).pars
    assert par.bullet is not None
    assert (par.bullet.kind, par.bullet.run.text) == (BulletKind.HANGING, "»")
    assert box(frame("Ro smitter."), Role.BODY).box.x + par.indent == 200
    assert par.plain == "Ro smitter.«"


def test_a_paraphrase_has_no_marks():
    words = box(frame("{text: Ro smitter., paraphrase: yes}"), Role.BODY)
    assert words.pars[0].bullet is None
    assert (words.box.x, words.pars[0].plain) == (200, "Ro smitter.")


def test_the_title_is_a_small_line_above_in_the_colour_of_the_section():
    title = box(frame("Ro smitter."), Role.TITLE)
    (run,) = title.pars[0].runs
    assert (title.box.x, run.size, run.color, run.style.bold) == (200, 20, "accent2", True)


def test_the_column_shows_the_place_of_the_section():
    made = frame("Ro smitter.")
    (column,) = (item for item in made.items if isinstance(item, Shape) and item.id.endswith("/column"))
    assert (column.box.w, column.box.h, column.fill) == (160, 540, "accent2")
    edges = [item.y1 for item in made.items if isinstance(item, Connector) and "/edge" in item.id]
    assert edges == [135, 270]
    assert not any(item.id.endswith("/tab") for item in made.items)


def test_before_the_first_section_the_column_is_plain():
    made = frame("Ro smitter.", "- title: Dagens citat\n  quote: {quote}\n- section: Et")
    assert [item.fill for item in made.items if isinstance(item, Shape)] == ["ink"]


def test_among_other_blocks_it_stands_in_the_layout_for_text():
    made = frame("Ro smitter.", "- title: Dagens citat\n  body: [quote: {quote}, bullets: [a]]")
    assert made.layout is LayoutKind.STACKED
    assert box(made, Role.BODY).pars[0].plain == "»Ro smitter.«"
