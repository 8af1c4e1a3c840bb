"""Text as people type and paste it: what is written, and what the papers show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.characters import cleaned, named
from deckbuild.fonts.faces import Style
from deckbuild.layout.text.hyphenation import Division, hyphenator
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, set_par
from deckbuild.model.text import Run
from deckbuild.model.theme import Step
from deckbuild.model.words import is_address, is_path
from deckbuild.reader import read

HEAD = "deck: {title: Prøve, language: da}\nslides:\n  - title: En\n    bullets:\n"


def shown(written: str, folder: Path) -> str:
    (folder / "deck.yaml").write_text(f"{HEAD}      - {written}\n", "utf-8")
    deck = read(folder / "deck.yaml").deck
    assert deck is not None
    return "".join(run.text for run in deck.slides[0].body[0].items[0].text.runs)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("ls data_*_final_*.csv", "ls data_*_final_*.csv"),
        ("Ring 70*20*30", "Ring 70*20*30"),
        ("Se www.kommune.example/_intern_/fil.pdf", "Se www.kommune.example/_intern_/fil.pdf"),
        ("'[læs **mere** her](https://kommunen.example/a_b)'", "læs mere her"),
        ("rm *.md; rm ~/tmp/*", "rm *.md; rm ~/tmp/*"),
        ('echo "$f" | grep -v "^#"', 'echo "$f" | grep -v "^#"'),
        ("'**it**-afdelingen og *kursiv*.'", "it-afdelingen og kursiv."),
        ("J.nr. 2026-1234, EAN 5798-0012", "J.nr. 2026-1234, EAN 5798-0012"),
        ("2026-2027, 22.00-06.00", "2026–2027, 22.00–06.00"),
        ("snake_case_navn og __init__.py", "snake_case_navn og __init__.py"),
        (r"'Drev \\kommune\faelles\_kursus\*.docx'", r"Drev \\kommune\faelles\_kursus\*.docx"),
        (r"'C:\*.docx'", r"C:\*.docx"),
        (r"'Læg det i C:\Fælles mappe\_arkiv\*.docx nu'", r"Læg det i C:\Fælles mappe\_arkiv\*.docx nu"),
        (r"'\\srv\fælles drev\*.docx og \*stjerner\*'", r"\\srv\fælles drev\*.docx og *stjerner*"),
        (r"'C:\Program Files (x86)\_bin, og min\_fil'", r"C:\Program Files (x86)\_bin, og min_fil"),
        (r"'drev\\_arkiv'", r"drev\_arkiv"),
        ("Åbn K:\\Fælles\\ og find\n        mappen\\\n        nu", "Åbn K:\\Fælles\\ og find mappen\nnu"),
        ("'kør `dir \\*.txt - \"a\"` og `*b*`'", 'kør `dir \\*.txt - "a"` og `*b*`'),
        (r"'\*ikke kursiv\*'", "*ikke kursiv*"),
        (r"'50\% og \(a\)'", r"50\% og (a)"),
        ("cd - is back", "cd - is back"),
        ("x = 5 - a", "x = 5 - a"),
        ("Ja - eller nej", "Ja – eller nej"),
        ('Han sagde "hej" og "(ja)"', "Han sagde »hej« og »(ja)«"),
        ("""'"Han sagde ''ja'' og "nej""'""", "»Han sagde 'ja' og ›nej‹«"),
        ('Skærm på 24" og en "stor" en', 'Skærm på 24" og en »stor« en'),
        ("i 80'erne og '90'erne, 5' 10\" høj", "i 80'erne og '90'erne, 5' 10\" høj"),
        ('en 24" skærm', 'en 24" skærm'),
        ('print("x")', 'print("x")'),
        ("To  mellemrum.   Og **her  også**  igen", "To mellemrum. Og her også igen"),
        (r'"velfærd\u200Bstyring \u200Eher\u200F"', "velfærdstyring her"),
        (r'"a\u2003b og 2\u202f000"', "a b og 2\u00a0000"),
        (r'"Send indkaldelse\nBestil kaffe"', "Send indkaldelse\nBestil kaffe"),
        ("10&nbsp;km, kom&shy;mune", "10\u00a0km, kom\u00admune"),
    ],
)
def test_what_is_typed_is_shown(written, text, tmp_path):
    assert shown(written, tmp_path) == text


RANGES = """
9–11, 12–14          kl. 9.00–9.20        kl. 8–16.30          22.00–06.00          1,5–2 timer
s. 12–14             side 9–112           §§ 3–5               5–6 cm               0–100 %
2020–2024            3000–4000 kr.        95–105               08–16                uge 45–48
"""
NO_RANGES = """
050-123 45 67        tlf. 12-34 56 78     tlf. 1234-5678       12 34-56 78          lokale 1-234
lokale 2-14          A4-2031              ISBN 978-87-02-12345-6    CVR 12-34-56-78      2026-11-30
3-2-1                version 2-3          sag nr. 24-1234      J.nr. 26-1234        010203-1234
8000-8999            50-50                3-2                  1-3=-2               3-5-årige
9.00-930             1-234                COVID-19, A4-6       DK-8000 Aarhus       EAN 5798-0012
"""


def each(table: str) -> list[str]:
    return re.split(r"\n| {2,}", table.strip())


@pytest.mark.parametrize("shown_as", each(RANGES))
def test_a_hyphen_between_the_ends_of_a_range_is_a_dash(shown_as, tmp_path):
    assert shown(f"Se {shown_as}".replace("–", "-"), tmp_path) == f"Se {shown_as}"


@pytest.mark.parametrize("written", [*each(NO_RANGES), r"9\-11"])
def test_a_hyphen_in_other_numbers_stays(written, tmp_path):
    assert shown(f"Se {written}", tmp_path) == f"Se {written}".replace("\\", "")


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("velfærd\u200bstyring", "velfærdstyring"),
        ("\ufeffÅse\u200e", "Åse"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\x0bb\u2028c", "a\nb\nc"),
        ("1\u2009000", "1\u00a0000"),
    ],
)
def test_what_means_nothing_is_taken_out(text, clean):
    assert cleaned(text) == clean


def test_a_sign_that_can_not_be_seen_is_named():
    assert [named(sign) for sign in "\u200b☃\x07"] == ["U+200B ZERO WIDTH SPACE", "☃", "U+0007"]


@pytest.mark.parametrize(
    "token",
    [
        "velfaerdstransformation@kommunen.example", "Deltagermateriale_Velfaerdstransformation_v3.docx",
        "https://kommunen.example/velfaerd?x=1", r"\\kommune\faelles", "#velfaerdsdag", "--option",
        "assets/billeder/foto", "kommunen.example", "2.000", "13.45–14.05", "/etc/hosts", "side/2",
    ],
)  # fmt: skip
def test_is_no_word(token):
    assert is_address(token)


@pytest.mark.parametrize(
    "token", ["og/eller", "it-afdeling", "f.eks.", "CO2-reduktionsstrategien", "(velfærd)", "»ord«", "3D-print", "R&D"]
)
def test_is_a_word(token):
    assert not is_address(token)


def test_backslashes_of_a_path():
    assert [is_path(token) for token in (r"\\kommune\x", r"C:\*", r"a\b", r"min\_fil", r"\*\*")] == [
        True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("link", [None, "https://kommunen.example"])
@pytest.mark.parametrize(
    "text",
    [
        "Skriv til velfaerdstransformation@kommunen.example i dag",
        "Deltagermateriale_Velfaerdstransformation_v3.docx",
        r"\\kommune\faelles\velfaerdstransformation\deltagermateriale",
        "https://kommunen.example/velfaerdstransformation/deltagermateriale?side=1",
    ],
)
def test_nothing_is_added_to_an_address(text, link):
    settings = TextSettings(hyphenate=hyphenator("da-DK", Division.DENSE), hyphenation_zone=0.1)
    for width in range(60, 300, 20):
        par = set_par((Run(text, link=link),), ParStyle(Step(18, 24)), width, settings)
        assert "".join(run.text for run in par.runs).replace("\u00a0", " ") == text
        drawn = "".join("".join(piece.run.text for piece in line.pieces) for line in par.lines)
        assert drawn.replace(" ", "").replace("\u00a0", "") == text.replace(" ", "")
        assert all(line.width <= width or len(line.pieces[0].run.text) == 1 for line in par.lines)


def test_a_link_of_words_gets_no_hyphen():
    settings = TextSettings(hyphenate=hyphenator("da-DK", Division.DENSE), hyphenation_zone=0.1)
    par = set_par((Run("kommunikationsstrategi", link="#a"),), ParStyle(Step(18, 24)), 100, settings)
    assert "\u00ad" not in par.runs[0].text


def test_an_address_breaks_after_a_sign():
    par = set_par((Run("velfaerd@kommunen.example"),), ParStyle(Step(18, 24)), 130, TextSettings())
    lines = ["".join(piece.run.text for piece in line.pieces) for line in par.lines]
    assert lines == ["velfaerd@", "kommunen.", "example"] or lines == ["velfaerd@", "kommunen.example"]


@pytest.mark.parametrize("style", list(Style))
def test_signs_without_a_glyph_have_no_width(style):
    from deckbuild.layout.text.paragraph import text_width

    assert text_width("a\u200db\ufe0f", style, 10) == pytest.approx(text_width("ab", style, 10), abs=0.8)


def test_a_date_begins_no_list(tmp_path):
    text = "      2. marts er vi lukket.\n\n      24. december også.\n\n      1. Et punkt"
    (tmp_path / "deck.yaml").write_text(
        f"deck: {{title: Prøve, language: da}}\nslides:\n  - title: En\n    text: |\n{text}\n", "utf-8"
    )
    deck = read(tmp_path / "deck.yaml").deck
    assert deck is not None
    pars = deck.slides[0].body[0].paragraphs  # type: ignore[attr-defined]
    assert [(par.kind.value, par.text.plain) for par in pars] == [
        ("body", "2. marts er vi lukket."), ("body", "24. december også."), ("number", "Et punkt"),
    ]  # fmt: skip
