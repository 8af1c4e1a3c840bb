"""The closing slide: thanks, what comes next, an address and its QR code."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Role, Shape, ShapeKind, TextBox
from deckbuild.layout.qr import shown, squares, target
from deckbuild.layout.slides.deck import lay_out
from deckbuild.model.theme import Theme
from deckbuild.model.themes import LIGHT, SHIPPED
from deckbuild.pipeline.check import check_deck
from decks import HEAD, pptx_parts, read_deck

SLIDES = """
- section: Et
- section: To
- title: Tak for i dag
  closing:
    text: Kom godt hjem.
    rows:
      - {head: Næste gang, text: 12. maj}
      - {head: Spørgsmål, text: Skriv til os}
    link: kommunen.example/modtaget
"""


def frame(slides: str = SLIDES, theme: Theme = LIGHT) -> Frame:
    """Lay out the slide."""
    found = Diagnostics()
    presentation = lay_out(read_deck(slides), theme, found)
    assert [d.text() for d in found] == []
    return presentation.frames[-1]


def box(made: Frame, role: Role) -> TextBox:
    """Return the text with a role."""
    return next(item for item in made.items if isinstance(item, TextBox) and item.role is role)


def test_its_words_stand_in_placeholders():
    made = frame()
    title, thanks, rows = (box(made, role) for role in (Role.TITLE, Role.BODY, Role.BODY2))
    assert (title.pars[0].runs[0].size, title.box.y) == (56, 72)
    assert (thanks.pars[0].plain, thanks.box.y) == ("Kom godt hjem.", 148)
    assert [(par.bullet and par.bullet.run.text, par.plain) for par in rows.pars] == [
        ("Næste gang", "12. maj"), ("Spørgsmål", "Skriv til os"),
    ]  # fmt: skip
    assert rows.box.y == 265


def test_all_sections_are_there_at_the_close():
    tabs = [item for item in frame().items if isinstance(item, Shape) and "/tab" in item.id]
    assert [tab.box.h for tab in tabs] == [270, 270]


def test_the_code_is_one_shape_that_says_its_address():
    (code,) = (item for item in frame().items if isinstance(item, Shape) and item.kind is ShapeKind.CELLS)
    assert (code.box.x, code.box.y, code.box.w, code.box.h) == (712, 248, 192, 192)
    assert code.alt == "https://kommunen.example/modtaget"
    slide = pptx_parts(SLIDES)["ppt/slides/slide4.xml"].decode()
    assert slide.count("<a:moveTo>") == len(code.cells)
    assert 'descr="https://kommunen.example/modtaget"' in slide


def test_the_dark_squares_are_those_of_the_standard():
    """The three finder patterns of version 1 (ISO/IEC 18004, 6.3.3): a ring of 7 squares around one of 3."""
    count, dark = squares("A")
    assert count == 21
    cells = {(row, column + n) for row, column, length in dark for n in range(length)}
    finder = {(r, c) for r in range(7) for c in range(7) if {r, c} & {0, 6} or (2 <= r <= 4 and 2 <= c <= 4)}
    for down, right in ((0, 0), (0, 14), (14, 0)):
        assert {(r - down, c - right) for r, c in cells if 0 <= r - down < 7 and 0 <= c - right < 7} == finder


@pytest.mark.parametrize(
    ("written", "read", "opened"),
    [
        ("kommunen.example/a", "kommunen.example/a", "https://kommunen.example/a"),
        ("https://kommunen.example/", "kommunen.example", "https://kommunen.example/"),
        ("mailto:kursus@kommunen.example", "kursus@kommunen.example", "mailto:kursus@kommunen.example"),
    ],
)
def test_an_address_is_read_without_and_opened_with_its_scheme(written: str, read: str, opened: str):
    assert (shown(written), target(written)) == (read, opened)


def test_an_address_that_a_phone_cannot_read_is_told(tmp_path: Path):
    assert read_findings(SLIDES.replace("modtaget", "m" * 300), tmp_path) == ["bad-link"]


@pytest.mark.parametrize(
    ("theme", "title", "thanks_y", "label", "pitch", "code"),
    [
        ("lys", 56, 148, (True, False), 64, (712, 248, 192)),
        ("bog", 64, 192, (False, True), 64, (704, 278, 192)),
        ("sal", 104, 196, (True, False), 68, (728, 304, 168)),
    ],
)
def test_each_theme_closes_in_its_own_way(
    theme: str, title: int, thanks_y: int, label: tuple[bool, bool], pitch: int, code: tuple[int, int, int]
):
    made = frame(theme=SHIPPED[theme])
    rows, code_shape = box(made, Role.BODY2).pars, next(item for item in made.items if item.id.endswith("/code"))
    assert isinstance(code_shape, Shape)
    assert box(made, Role.TITLE).pars[0].runs[0].size == title
    assert box(made, Role.BODY).box.y == thanks_y
    assert [(par.bullet.run.style.bold, par.bullet.run.style.italic) for par in rows if par.bullet] == [label, label]
    assert rows[1].top - rows[0].top == pitch
    assert (code_shape.box.x, code_shape.box.y, code_shape.box.w) == code
    ribbons = [item.box.h for item in made.items if isinstance(item, Shape) and item.kind is ShapeKind.RIBBON]
    assert ribbons == ([48, 48] if theme == "bog" else [])


@pytest.mark.parametrize(
    ("link", "there"),
    [
        ("kommunen.example", True),
        ("https://kommunen.example:8080/kurser?dag=1#sted", True),
        ("kommunen.example/æøå", True),
        ("mailto:kursus@kommunen.example", True),
        ("ring til mig", False),
        ("kommunen.example/æøå side", False),
        ("kommunen", False),
        ("kursus@kommunen.example", False),
    ],
)
def test_an_address_that_leads_nowhere_is_told(link: str, there: bool, tmp_path: Path):
    found = read_findings(SLIDES.replace("kommunen.example/modtaget", f'"{link}"'), tmp_path)
    assert found == ([] if there else ["bad-link"])


@pytest.mark.parametrize(("closing", "code"), [("{}", "missing-key"), ("Tak for i dag", None), ("{text: Tak}", None)])
def test_a_closing_holds_something(closing: str, code: str | None, tmp_path: Path):
    assert read_findings(f"- title: A\n  closing: {closing}", tmp_path) == ([code] if code else [])


def test_a_long_address_has_room_on_the_plate_of_its_code():
    frame(SLIDES.replace("kommunen.example/modtaget", "www.kommunen.example/kurser/modtaget"), SHIPPED["sal"])


def read_findings(slides: str, folder: Path) -> list[str]:
    """Return the codes of what is found in a deck of some slides."""
    path = folder / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n{slides}", "utf-8")
    return [each.code for each in check_deck(path)]
