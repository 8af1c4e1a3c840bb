"""Lists, dates and titles in a template look as it says, by inheritance where a slide uses its placeholder."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pptx
import pytest

from deckbuild.frame.items import TextBox
from deckbuild.frame.text import BulletKind
from deckbuild.model.slide_layouts import LayoutKind, Role
from made_templates import A, Deck, P
from test_template_kinds import Change, layout_of, made, titles, xml
from test_templates import Built, check

LIST = """\
deck: {title: Prøve}
slides:
  - title: Punkter
    bullets: [Et, {text: To, sub: [Under]}]
"""


def bullets(look: str, level: int = 1) -> Change:
    """Let the slide master's body say this of bullets at a level."""

    def change(deck: Deck) -> None:
        style = deck.slide_master._element.find(f".//{{{P}}}bodyStyle/{{{A}}}lvl{level}pPr")
        for old in [e for e in style if "}bu" in e.tag]:
            style.remove(old)
        at = next(i for i, e in enumerate(style) if "defRPr" in e.tag)
        for number, element in enumerate(xml(f"<a:t>{look}</a:t>")):
            style.insert(at + number, element)

    return change


RED, BLUE = (f'<a:buClr><a:srgbClr val="{each}"/></a:buClr>' for each in ("CC0000", "0000CC"))
WINGDINGS = '<a:buFont typeface="Wingdings"/><a:buChar char="§"/>'
BULLETS = [  # what the master says; sign, colour and share of the size in the PDF; whether slides state a sign
    ("a colour", RED + '<a:buChar char="•"/>', ("•", "CC0000", 1.0), False),
    ("a size", RED + '<a:buSzPct val="60000"/><a:buChar char="•"/>', ("•", "CC0000", 0.6), False),
    ("a size in per cent", '<a:buSzPct val="80%"/><a:buChar char="•"/>', ("•", "000000", 0.8), False),
    ("a symbol font", BLUE + WINGDINGS, ("▪", "0000CC", 1.0), False),
    ("the text's colour", '<a:buClrTx/><a:buChar char="–"/>', ("–", "000000", 1.0), False),
    ("a letter that can't be seen", RED + '<a:buChar char="&#x200B;"/>', ("–", "000000", 1.0), True),
    ("none", "<a:buNone/>", ("–", "000000", 1.0), True),
]  # fmt: skip


def body(built: Built) -> TextBox:
    return next(
        item for frame in built.laid_out.presentation.frames for item in frame.items
        if isinstance(item, TextBox) and item.role is Role.BODY
    )  # fmt: skip


def slides(built: Built) -> list[str]:
    with zipfile.ZipFile(built.pptx) as archive:
        names = sorted(name for name in archive.namelist() if re.match(r"ppt/slides/slide\d", name))
        return [archive.read(name).decode() for name in names]


@pytest.mark.parametrize(("look", "expected", "stated"), [pytest.param(*r, id=w) for w, *r in BULLETS])
def test_bullets_are_the_templates(tmp_path: Path, look: str, expected: tuple[str, str, float], stated: bool) -> None:
    built = made(tmp_path, bullets(look), deck=LIST)
    check(built)
    par = body(built).pars[0]
    assert par.bullet
    assert par.bullet.kind is BulletKind.CHARACTER
    run = par.bullet.run
    share = run.size / par.runs[0].size
    assert (run.text, built.laid_out.theme.hex(run.color), share) == (*expected[:2], pytest.approx(expected[2]))
    shape = next(s for s in re.findall(r"<p:sp>.*?</p:sp>", slides(built)[1]) if "<a:t>Et</a:t>" in s)
    assert ("<a:buChar" in shape) == stated
    assert ("<a:buClr" in shape) == stated


def test_a_list_in_a_text_box_has_the_same_bullets(tmp_path: Path) -> None:
    """Beside a quote the list stands in a box of its own, which inherits none."""
    deck = LIST.replace("    bullets:", "    body:\n      - quote: Kort\n      - bullets:")
    built = made(tmp_path, bullets(RED + WINGDINGS), deck=deck)
    shape = next(s for s in re.findall(r"<p:sp>.*?</p:sp>", slides(built)[1]) if "<a:t>Et</a:t>" in s)
    if "<p:ph " not in shape:
        assert RED in shape
        assert WINGDINGS in shape


@pytest.mark.parametrize(
    ("date", "shown"),
    [("3. oktober", True), ("", False), ("onsdag den 30. september 2026 fra morgen til aften, og torsdag", False)],
)
def test_the_templates_date_has_the_courses(tmp_path: Path, date: str, shown: bool) -> None:
    built = made(
        tmp_path, deck=LIST.replace("{title: Prøve}", f"{{title: Prøve, date: '{date}'}}" if date else "{title: Prøve}")
    )
    check(built)
    assert ('type="dt"' in slides(built)[1]) == shown
    assert (bool(date) and date in slides(built)[1]) == shown


def test_a_cover_without_a_title_has_one_in_the_outline(tmp_path: Path) -> None:
    built = made(tmp_path, deck=LIST, more="  roles: {title: Blank}\n")
    check(built)
    first = next(iter(pptx.Presentation(str(built.pptx)).slides))
    assert first.shapes.title is not None
    assert first.shapes.title.text_frame.text == "Prøve"


@pytest.mark.parametrize(("size", "most"), [(4400, 44), (9400, 64.8)])
def test_titles_leave_room_for_content(tmp_path: Path, size: int, most: float) -> None:
    def large(deck: Deck) -> None:
        deck.slide_master._element.find(f".//{{{P}}}titleStyle/{{{A}}}lvl1pPr/{{{A}}}defRPr").set("sz", str(size))

    built = made(tmp_path, large, deck=LIST)
    check(built)
    assert layout_of(built, LayoutKind.TEXT).placeholders[Role.TITLE].size == pytest.approx(most)
    assert titles(built.laid_out.presentation.frames)[1].pars[0].runs[0].size == pytest.approx(most)
