"""What stays on one line: short forms, figures and units, initials."""

import pytest

from deckbuild.fonts.faces import Style
from deckbuild.frame.text import Tag
from deckbuild.handout.style.paragraphs import fair_par
from deckbuild.handout.style.settings import paper_settings
from deckbuild.layout.text.no_break import with_no_break_spaces
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, text_width
from deckbuild.model.text import Run, Text, plain
from deckbuild.model.theme import Step

STEP = Step(20, 28)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        # short forms and the word after them
        ("da", "social kapital (fx_tillid)"),
        ("da", "F.eks._sådan, jf._loven, ca._halvdelen og bl.a._os"),
        ("da", "dvs._nu, pr._brev, inkl._moms og iht._loven"),
        ("en", "trust (e.g._yours), i.e._now, cf._Smith, approx._half"),
        # a figure and what names it
        ("da", "kl._9, s._29, nr._3, kap._2, §_5"),
        ("da", "Se side_7 og figur_20"),
        ("da", "§§_3–5, stk._2, art._6, pkt._7, kr._200 og maks._20"),
        ("en", "p._29, pp._3 and no._4, see page_7"),
        # a figure and its unit
        ("da", "5_minutter, 98_kommuner, 12,5_%, 3_mio._kr. og 20_år"),
        ("da", "Det koster 2_000_€ og 10_£"),
        ("en", "5_minutes, 98_municipalities and 20_years"),
        ("en", "It costs 2_000_€ or 10_$"),
        # a number in letters, told by its accent
        ("da", "Én_mikrofon er ikke en mikrofon"),
        # short forms and the word before them
        ("da", "Borgere, ansatte_m.fl. og foreninger_osv."),
        ("en", "Lists, tables_etc."),
        # initials
        ("da", "N._Å._Andersen og J._Pors"),
        # nothing of the kind
        ("da", "Vi mødes på et kursus. Vi er 9 og de er 30 her"),
        ("da", "Sats. Nu? Fxx her, s. og nr. uden tal"),
        ("en", "The answer is no. Nine of us left"),
        ("fi", "klo 9 ja s. 29"),
    ],
)
def test_what_belongs_together_is_bound_by_a_space_that_does_not_break(lang: str, expected: str):
    (bound,) = with_no_break_spaces((Run(expected.replace("_", " ")),), f"{lang}-XX")
    assert bound.text.replace("\u00a0", "_") == expected


@pytest.mark.parametrize("settings", [TextSettings(), paper_settings("da-DK", always=False)], ids=["slides", "paper"])
@pytest.mark.parametrize("wide", range(90, 420, 30))
def test_a_figure_stays_with_what_it_numbers_also_where_that_costs_a_line(wide, settings):
    text = "Efter § 12 og §§ 3–5, stk. 2, nr. 4, art. 6, kap. 3 og pkt. 7 kl. 9.15 til kr. 200 for ca. 20 deltagere"
    par = set_par(plain(text), ParStyle(STEP), wide, settings)
    shown = ["".join(piece.run.text for piece in line.pieces).split() for line in par.lines]
    assert not {line[-1] for line in shown[:-1]} & {
        "§",
        "§§",
        "stk.",
        "nr.",
        "art.",
        "kap.",
        "pkt.",
        "kl.",
        "kr.",
        "ca.",
    }


def test_emphasis_may_begin_between_the_two():
    runs = (Run("til merværdi (jf. "), Run("BI-politikken", italic=True), Run(")"))
    assert [run.text for run in with_no_break_spaces(runs, "da-DK")] == [
        "til merværdi (jf.\u00a0",
        "BI-politikken",
        ")",
    ]


def lines(text: Text, width: float) -> list[str]:
    par = set_par(text, ParStyle(STEP), width, TextSettings(fill=1.0))
    return ["".join(piece.run.text for piece in line.pieces).replace("\u00a0", " ") for line in par.lines]


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("social kapital (fx tillid) og lang", "social kapital (fx", ["social kapital", "(fx tillid) og lang"]),
        # not where it costs a line
        ("den store fx hele tilliden", "den store fx", ["den store fx", "hele tilliden"]),
        # nor where the two are wider than a line
        ("ca. halvtredsindstyve", "halvtredsindstyve", ["ca.", "halvtredsindstyve"]),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_on_one_line_where_that_costs_none(text: str, room: str, expected: list[str]):
    assert lines(plain(text), text_width(room, Style.REGULAR, STEP.size) + 2) == expected


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        # one word alone, however long, where the line above stays wider than half
        ("tester for at kvalificere viden og løsninger", "tester for at kvalificere viden og", "og løsninger"),
        ("Hvad siger dine mandater?", "Hvad siger dine", "mandater?"),
        ("Ny transformationen her", "Ny transformationen", "her"),
        ("en velfærdstransformation i dag", "en velfærdstransformation i", "i dag"),
        # nor is a word with a hyphen of its own divided for it
        ("altid middel til merværdi (jf. BI-politikken)", "altid middel til merværdi (jf.", "(jf. BI-politikken)"),
    ],
)
def test_no_word_stands_alone_on_the_last_line_where_that_costs_none(text: str, room: str, expected: str):
    assert lines(plain(text), text_width(room, Style.REGULAR, STEP.size) + 2)[-1] == expected


@pytest.mark.parametrize(
    ("heading", "room", "expected"),
    [
        # where a reader pauses
        ("Udvikling gennem støj – NS elsker støj!", 0.65, ["Udvikling gennem støj –", "NS elsker støj!"]),
        ("Ny form for velfærd: velfærdstransformation", 0.6, ["Ny form for velfærd:", "velfærdstransformation"]),
        # no word alone
        ("Offentlig innovation gennem samarbejde", 0.8, ["Offentlig innovation", "gennem samarbejde"]),
        ("Har du de fire kompetencer i dit netværk?", 0.9, ["Har du de fire kompetencer i", "dit netværk?"]),
        # and no last line under a third of the longest
        ("Motivation er vejen til en innovativ del af os", 0.9, ["Motivation er vejen til en", "innovativ del af os"]),
        # else as full as it gets, and never with a line more
        ("Innovation i den offentlige sektor", 0.7, ["Innovation i den", "offentlige sektor"]),
        ("Velfærdsinstitutionernes selvstændiggørelse", 0.6, ["Velfærdsinstitutionernes", "selvstændiggørelse"]),
        ("Kort og godt", 1.1, ["Kort og godt"]),
    ],
)  # fmt: skip
def test_headings_on_paper_break_where_they_read_best(heading: str, room: float, expected: list[str]):
    """``room`` is a share of the heading's own width."""
    wide = text_width(heading, Style.BOLD, STEP.size) * room
    par = fair_par(plain(heading), ParStyle(STEP, bold=True, tag=Tag.HEAD), wide, paper_settings("da-DK", always=False))
    shown = ["".join(piece.run.text for piece in line.pieces).replace("\u00a0", " ") for line in par.lines]
    assert shown == expected


def test_text_says_the_same_as_before_and_one_line_needs_no_bonds():
    wide, narrow = (set_par(plain("Vi mødes kl. 9 i salen"), ParStyle(STEP), w, TextSettings()) for w in (400, 150))
    assert wide.plain == narrow.plain == "Vi mødes kl. 9 i salen"
    assert "\u00a0" not in wide.runs[0].text
    assert "kl.\u00a09" in narrow.runs[0].text
