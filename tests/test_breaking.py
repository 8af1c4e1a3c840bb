"""Where lines break: text and width in, lines out."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.fonts.faces import Style, face
from deckbuild.layout.text.hyphenation import Division, hyphenator
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par, text_width
from deckbuild.model.text import BREAK, Run, Text, plain
from deckbuild.model.theme import Step

STEP = Step(20, 28)


def lines(text: Text, width: float, settings: TextSettings | None = None) -> list[str]:
    par = set_par(text, ParStyle(STEP), width, settings or TextSettings(fill=1.0))
    return ["".join(piece.run.text for piece in line.pieces).replace("\u00a0", " ") for line in par.lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 100, [""]),
        ("Tjek ind", 200, ["Tjek ind"]),
        ("Tjek ind og velkommen", 110, ["Tjek ind og", "velkommen"]),
        ("Er det add-in eller add-on?", 125, ["Er det add-in", "eller add-on?"]),
        ("Er det add-in eller add-on?", 105, ["Er det add-", "in eller add-", "on?"]),
        ("kl. 9.00–9.20 præcis", 90, ["kl. 9.00–", "9.20", "præcis"]),
        (f"første{BREAK}anden", 400, ["første", "anden"]),
        ("velfærds\u00adtransformation", 180, ["velfærds\u00ad", "transformation"]),
        ("velfærds\u00adtransformation", 400, ["velfærdstransformation"]),
        ("to  mellemrum", 400, ["to mellemrum"]),
        ("»Wicked problems«: stor usikkerhed", 190, ["»Wicked problems«:", "stor usikkerhed"]),
    ],
)
def test_lines_break_where_powerpoint_breaks_them(text: str, width: float, expected: list[str]):
    assert lines(plain(text), width) == expected


def test_a_word_wider_than_the_line_breaks_at_hyphenation_points_else_between_letters():
    hyphenated = TextSettings(fill=1.0, hyphenate=lambda word, **_: (8,) if word.startswith("velfærds") else ())
    assert lines(plain("velfærdstransformation"), 150, hyphenated) == ["velfærds\u00ad", "transformation"]
    assert "".join(lines(plain("velfærdstransformation"), 60)) == "velfærdstransformation"


def test_a_compound_whose_parts_are_too_wide_is_hyphenated_within_them():
    danish = TextSettings(fill=1.0, hyphenate=hyphenator("da-DK"))
    word = plain("kommunikationsstrategi")
    assert lines(word, 160, danish) == ["kommunikations\u00ad", "strategi"]
    assert lines(word, 130, danish) == ["kommunika\u00ad", "tionsstrategi"]


def divided(word: str, lang: str = "da-DK", division: Division = Division.JOINTS) -> str:
    points = hyphenator(lang, division)(word)
    return "-".join(word[start:end] for start, end in pairwise((0, *points, len(word))))


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        # a linking s
        ("uddannelses-niveau", "da-DK"),
        ("innovations-processer", "da-DK"),
        ("Velfærds-institutionernes", "da-DK"),
        ("andenordens-strategi", "da-DK"),
        # a word that often ends compounds, inflected or not
        ("fremmed-reference", "da-DK"),
        ("borger-inddragelsen", "da-DK"),
        ("gruppe-øvelser", "da-DK"),
        ("front-medarbejderne", "da-DK"),
        ("sundheds-reform", "da-DK"),
        # one word, whatever its syllables
        ("organisationen", "da-DK"),
        ("institutionen", "da-DK"),
        ("professioner", "da-DK"),
        ("uforudsigelighed", "da-DK"),
        ("Selvstændighedens", "da-DK"),
        ("oplysningerne", "da-DK"),
        ("transformationen", "da-DK"),
        ("specialisterne", "da-DK"),
        ("communication", "en-GB"),
        ("responsibilities", "en-GB"),
        # too short to divide
        ("måluklarhed", "da-DK"),
    ],
)
def test_words_are_divided_at_the_joints_of_compounds(word: str, lang: str):
    assert divided(word.replace("-", ""), lang) == word


def test_in_narrow_columns_words_are_divided_between_syllables_too():
    assert divided("organisationen", division=Division.SYLLABLES) == "orga-ni-sa-tionen"


@pytest.mark.parametrize(
    ("text", "hyphenation_zone", "expected"),
    [
        ("et meget højt uddannelsesniveau", 0.2, ["et meget højt uddannelses\u00ad", "niveau"]),
        ("et meget højt uddannelsesniveau", 1.0, ["et meget højt", "uddannelsesniveau"]),
        ("det er et rigtigt meget uddannelsesniveau", 0.2, ["det er et rigtigt meget", "uddannelsesniveau"]),
        ("den meget store organisationen", 0.2, ["den meget store", "organisationen"]),
        ("et meget højt uddan\u00adnelsesniveau", 0.2, ["et meget højt uddan\u00ad", "nelsesniveau"]),
    ],
)
def test_a_compound_is_divided_where_its_line_would_end_far_from_the_margin(
    text: str, hyphenation_zone: float, expected: list[str]
):
    assert (
        lines(
            plain(text), 245, TextSettings(fill=1.0, hyphenate=hyphenator("da-DK"), hyphenation_zone=hyphenation_zone)
        )
        == expected
    )


def test_headings_keep_their_compounds_whole():
    settings = TextSettings(fill=1.0, hyphenate=hyphenator("da-DK"), hyphenation_zone=0.2)
    par = set_par(plain("et meget højt uddannelsesniveau"), ParStyle(STEP, bold=True), 260, settings)
    assert par.runs[0].text == "et meget højt uddannelsesniveau"


def test_the_hyphen_used_is_written_into_the_runs():
    settings = TextSettings(fill=1.0, hyphenate=lambda _word, **_: (8,))
    par = set_par(plain("Ny velfærdstransformation"), ParStyle(STEP), 150, settings)
    assert par.runs[0].text == "Ny velfærds\u00adtransformation"
    assert par.plain == "Ny velfærdstransformation"


def test_emphasis_joins_a_word_without_a_break():
    text = Text((Run("Har du gjort brug af "), Run("støj", italic=True), Run("?")))
    assert lines(text, 215) == ["Har du gjort brug", "af støj?"]


def test_width_is_the_sum_of_words_and_spaces():
    wide = text_width("Tjek ind", Style.REGULAR, 20)
    parts = [face(Style.REGULAR).width(word, 20) for word in ("Tjek", " ", "ind")]
    assert wide == pytest.approx(sum(parts))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40)


@pytest.mark.slow
@given(st.lists(WORDS, max_size=30), st.floats(20, 900), st.booleans())
def test_no_line_is_wider_than_its_box_and_nothing_is_lost(words: list[str], width: float, bold: bool):
    text = " ".join(words)
    par = set_par(plain(text), ParStyle(STEP, bold=bold), width, TextSettings())
    for line in par.lines:
        content = "".join(piece.run.text for piece in line.pieces)
        assert line.width <= width * 0.98 + 0.01 or len(content) <= 1
        assert sum(piece.width for piece in line.pieces) == pytest.approx(line.width, abs=0.01)
    shown = "".join(piece.run.text for line in par.lines for piece in line.pieces)
    assert shown.replace(" ", "").replace("\u00a0", "").replace("\u00ad", "") == text.replace(" ", "").replace(
        "\u00ad", ""
    )


@pytest.mark.parametrize(("last", "alone"), [("nu", False), ("netværk", False), ("beslutninger?", True)])
def test_a_long_word_may_stand_alone_on_the_last_line(last: str, alone: bool):
    text = f"Hvordan vil du sikre, at deres bidrag indgår i de fælles {last}"
    width = text_width(text, Style.REGULAR, 10) - 1
    assert (lines(plain(text), width)[-1] == last) == alone
