"""What people type, paste and lose, a small deck each: what ``check`` says, what slides show, what ``--fix`` makes.

Other members of each kind stand in the tests of the part that decides it; ``broken/`` has the messages in full.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.cli.main import main
from deckbuild.diagnostics import Diagnostics
from deckbuild.pipeline.check import check_deck
from deckbuild.pipeline.lay_out import lay_out_deck
from deckbuild.reader.fix import mend
from decks import shown

HEAD = "deck:\n  title: Prøve\n  language: da\nhandout:\n  editions: [participant, guide, large-print]\nslides:\n"
FURNITURE = 3
"""How many paragraphs stand at the foot of a slide: the deck's title, the page of the handout, the number."""

# The slides of a deck; the codes of what is told, in order of lines; what stands on the slides, one paragraph a line.
ACCEPTED = {
    "addresses and file names in narrow columns": (
        """\
  - title: A
    columns:
      - bullets: [velfaerdstransformation@kommunen.example]
      - bullets: [Deltagermateriale_Velfaerdstransformation_v3.docx]
      - bullets: ['\\\\server\\faelles\\_kursus\\Velfaerdstransformation.docx']
""",
        [],
        "A\nvelfaerdstransformation@kommunen.example\nDeltagermateriale_Velfaerdstransformation_v3.docx\n"
        "\\\\server\\faelles\\_kursus\\Velfaerdstransformation.docx",
    ),
    "signs that can't be seen": (
        '  - title: A\n    bullets: ["velfærd\\u200Bstyring", "Retning \\u200Eher\\u200F", "sam\\u2060men"]\n',
        [],
        "A\nvelfærdstyring\nRetning her\nsammen",
    ),
    "marks of Markdown and of web pages": (
        """\
  - title: A
    text: |
      Brug `kode` og ~~slet~~

      > citat

      ---
  - title: B
    bullets:
      - "[ ] opgave"
      - 10^3^ og CO~2~
      - $x^2$, note[^1]
      - a&nbsp;b og <kbd>Ctrl</kbd>
""",
        ["foreign-mark"] * 9 + ["html"] * 2,
        "A\nBrug `kode` og ~~slet~~\n> citat\n---\n"
        "B\n[ ] opgave\n10^3^ og CO~2~\n$x^2$, note[^1]\na b og <kbd>Ctrl</kbd>",
    ),
    "stars and backslashes that are no marks": (
        """\
  - title: A
    bullets:
      - ls data_*_final_*.csv
      - Ring 70*20*30
      - 'Drev \\\\kommune\\faelles\\_kursus\\*.docx'
      - cd - is back
      - C:\\Kursus\\_ida_\\*.*
      - Se *.* og H:/*/*.docx
""",
        [],
        "A\nls data_*_final_*.csv\nRing 70*20*30\nDrev \\\\kommune\\faelles\\_kursus\\*.docx\ncd - is back\n"
        "C:\\Kursus\\_ida_\\*.*\nSe *.* og H:/*/*.docx",
    ),
    "items that go on on the next line": (
        """\
  - title: A
    bullets:
      - Vi læser kapitlet om samskabelse og netværk, som er skrevet af Eva
        Sørensen og Jacob Torfing
      - hold øje med, hvem der
        siger noget
      - Alle svarer. Ingen skal forklare sig, og ingen får at vide, at
        svaret er forkert. Det er jo en øvelse.
""",
        [],
        "A\nVi læser kapitlet om samskabelse og netværk, som er skrevet af Eva Sørensen og Jacob Torfing\n"
        "hold øje med, hvem der siger noget\n"
        "Alle svarer. Ingen skal forklare sig, og ingen får at vide, at svaret er forkert. Det er jo en øvelse.",
    ),
    "the lines of an address": (
        "  - title: A\n    text: |\n      Kulturhuset\n      Torvet 1\n      9999 Byen\n",
        ["lines-run-on"],
        "A\nKulturhuset Torvet 1 9999 Byen",
    ),
    "a second paragraph of an item": (
        "  - title: A\n    text: |\n      1. Første trin\n\n         Her er en forklaring\n\n      2. Andet trin\n",
        [],
        "A\nFørste trin\nHer er en forklaring\nAndet trin",
    ),
    "a line break in a cell and an item": (
        """\
  - title: A
    table: {columns: [B, C], rows: [["Send indkaldelse\\nBestil kaffe", d]]}
  - title: E
    bullets: ["Send indkaldelse\\nBestil kaffe"]
""",
        [],
        "A\nB\nC\nSend indkaldelse Bestil kaffe\nd\nE\nSend indkaldelse Bestil kaffe",
    ),
    "nothing in a cell": (
        "  - title: A\n    table:\n      columns: [B, C]\n      rows:\n        - [null, ~]\n        - [d, e]\n",
        [],
        "A\nB\nC\n\n\nd\ne",
    ),
    "typographic signs in cells": (
        "  - title: A\n    table: {columns: [B, C, D], rows: [['Det \"hele\"', 13.45-14.05, 5-6 cm]]}\n",
        [],
        "A\nB\nC\nD\nDet »hele«\n13.45–14.05\n5–6 cm",
    ),
    "two spaces after a full stop": (
        "  - title: A\n    bullets: ['Det er godt.  Vi taler om det, og kommunikationsstrategi i dag']\n",
        [],
        "A\nDet er godt. Vi taler om det, og kommunikationsstrategi i dag",
    ),
    "times that are not exact, and a day that goes on after midnight": (
        """\
  - title: A
    agenda:
      - {time: ca. 18.00-22.00, item: b}
      - {time: kl. 22.00 - cirka 0.30, item: c}
      - {time: 0.30-01.00, item: d}
""",
        [],
        "A\nTid\nPunkt\nca. 18.00–22.00\nb\n22.00 – cirka 0.30\nc\n0.30–01.00\nd\n18\n20\n22\n24",
    ),
    "dots and a blank field in the guide": (
        """\
  - title: A
    bullets: [b]
    handout: {write: [{ask: o, answer: dots}, {ask: p, answer: blank}]}
""",
        [],
        "A\nb",
    ),
    "an empty corner": (
        '  - title: A\n    table: {columns: ["", Man, Tir], rows: [[b, c, d]]}\n',
        [],
        "A\n\nMan\nTir\nb\nc\nd",
    ),
}  # fmt: skip


def checked(slides: str, folder: Path) -> Diagnostics:
    (folder / "deck.yaml").write_bytes((HEAD + slides).encode())
    return check_deck(folder / "deck.yaml")


def codes(findings: Diagnostics) -> list[str]:
    return sorted(each.code for each in findings)


@pytest.mark.parametrize("name", ACCEPTED)
def test_it_is_shown_as_it_is_meant(name: str, tmp_path: Path) -> None:
    slides, told, text = ACCEPTED[name]
    assert codes(checked(slides, tmp_path)) == told
    laid_out, _ = lay_out_deck(tmp_path / "deck.yaml")
    assert laid_out is not None
    found = [shown(frame).split("\n")[:-FURNITURE] for frame in laid_out.presentation.frames[1:]]
    assert [line for slide in found for line in slide] == text.split("\n")


# The slides of a deck, the codes of what is told, what `check --fix` makes of the slides; "" where it makes nothing.
REFUSED = {
    "a slide is called as it was before": (
        """\
  - title: A
    agenda: [{time: 9.30-10.00, item: Ledelse, slide: ledelse-i-praksis}]
  - title: Ledelse i hverdagen
    bullets: [b]
""",
        ["unknown-name"],
        """\
  - title: A
    agenda: [{time: 9.30-10.00, item: Ledelse, slide: ledelse-i-hverdagen}]
  - title: Ledelse i hverdagen
    bullets: [b]
""",
    ),
    "a line `- title:` is missing": (
        "  - title: A\n    bullets:\n      - b\n    numbered:\n      - c\n",
        ["two-contents"],
        "",
    ),
    "a slide was moved, and its number went with it": (
        """\
  # 1
  - title: A
    bullets: [b]
  # 3
  - title: B
    bullets: [b]
  # 2
  - title: C
    bullets: [b]
""",
        ["stale-number"],
        """\
  # 1
  - title: A
    bullets: [b]
  # 2
  - title: B
    bullets: [b]
  # 3
  - title: C
    bullets: [b]
""",
    ),
    "a text begins with a sign": (
        "  - title: A\n    bullets:\n      - > 50 % af borgerne\n      - b\n",
        ["reserved-sign"],
        '  - title: A\n    bullets:\n      - "> 50 % af borgerne"\n      - b\n',
    ),
    "a text begins with an apostrophe": (
        "  - title: A\n    bullets:\n      - '68-oprøret ændrede alt\n      - b\n",
        ["unclosed-quote"],
        "  - title: A\n    bullets:\n      - \"'68-oprøret ændrede alt\"\n      - b\n",
    ),
    **{
        f"a list from a word processor, with {mark!a}": (
            f"  - title: A\n    bullets:\n    {mark}b\n    {mark}c\n  - title: D\n    bullets: [e]\n",
            ["list-not-indented"],
            "  - title: A\n    bullets:\n      - b\n      - c\n  - title: D\n    bullets: [e]\n",
        )
        for mark in ("\uf0b7\t", "o\t", "\u00a7\t", "\u25aa ", "\u27a2 ")
    },
    **{
        f"a list that counts by itself, as in {', '.join(marks)!a}": (
            f"  - title: A\n    bullets:\n      {marks[0]}Først\n      {marks[1]}Så\n      {marks[2]}Til sidst\n",
            ["wrong-bullet"],
            "  - title: A\n    numbered:\n      - Først\n      - Så\n      - Til sidst\n",
        )
        for marks in [
            ("1.\t", "2.\t", "3.\t"), ("1) ", "2) ", "3) "), ("a)\t", "b)\t", "c)\t"), ("A. ", "B. ", "C. "),
            ("i. ", "ii. ", "iii. "), ("1.1 ", "1.2 ", "1.3 "), ("1 – ", "2 – ", "3 – "), ("1.", "2.", "3."),
            ("\u2460\u00a0", "\u2461\u00a0", "\u2462\u00a0"),
        ]
    },
    "dates under bullets, whose numbers belong to them": (
        "  - title: A\n    bullets:\n      1. maj er vi her\n      2. juni er vi der\n",
        ["wrong-bullet"],
        "",
    ),
    "words before a colon, without hyphens": (
        "  - title: A\n    bullets:\n      Q1: Hvad er det?\n      Q2: Hvor er det?\n",
        ["wrong-kind"],
        "",
    ),
    "numbers of Word's after hyphens": (
        "  - title: A\n    bullets:\n      - 1.\tFørst\n      - 2.\tSå\n",
        ["own-number"],
        "  - title: A\n    numbered:\n      - Først\n      - Så\n",
    ),
    "letters of Word's after hyphens": (
        "  - title: A\n    bullets:\n      - a)\tFørst\n      - b)\tSå\n",
        ["own-number"],
        "",
    ),
    **{
        f"{sign!a} at the beginning of lines": (
            f"  - title: A\n    bullets:\n{sign}      - b\n      {sign}- c\n      -{sign} d\n",
            ["control-character"] * 3,
            "  - title: A\n    bullets:\n      - b\n      - c\n      - d\n",
        )
        for sign in ("\u200b", "\u200e", "\u00ad", "\u2060", "\ufe0f", "\u202a")
    },
    "a tab where a text goes on": (
        "  - title: A\n    text: |\n      Første linje her\n\tog en til\n",
        ["tab"],
        "  - title: A\n    text: |\n      Første linje her\n      og en til\n",
    ),
    "a sign from PowerPoint in a key": (
        "  - ti\x0btle: A\n    bullets: [b]\n",
        ["unknown-key"],
        "  - title: A\n    bullets: [b]\n",
    ),
    "a sign # after a text": (
        "  - title: A\n    bullets:\n      - Sal # 4\n",
        ["text-cut-short"],
        '  - title: A\n    bullets:\n      - "Sal # 4"\n',
    ),
    "braces as a key": ("  - title: A\n    {{emne}}: tekst\n", ["bad-key", "no-content"], ""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_told_and_mended_where_that_is_sure(name: str, tmp_path: Path) -> None:
    slides, told, mended = REFUSED[name]
    assert codes(checked(slides, tmp_path)) == told
    assert mend(tmp_path / "deck.yaml").after.decode() == HEAD + (mended or slides)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Saml op på 2.1 og 2.2.", True),
        ("Se spørgsmål 3.1, som er deres eget.", True),
        ("Vend tilbage til slide 2.", True),
        ("Tag slides 2–5 roligt.", True),
        ("Saml op på 1.1 og slide 1.", False),  # it has kept its number
        ("Kl. 2.15 er der 3.20 kr. og 12.2 % tilbage.", False),
        ("Version 2.1.4 fra 3.1.2026", False),
    ],
)
def test_with_slides_moved_it_is_told_which_lines_name_them_and_their_questions(
    text: str, named: bool, tmp_path: Path
) -> None:
    slides = (
        f"  # 1\n  - title: A\n    bullets: [b]\n    notes: |\n      {text}\n"
        "  # 3\n  - title: B\n    reflection: [Hvad?]\n  # 2\n  - title: C\n    reflection: [Hvad?]\n"
    )
    found = checked(slides, tmp_path)
    assert codes(found) == ["stale-number"]
    assert ("line 11." in next(iter(found)).remedy()) is named


@pytest.mark.parametrize("read_as", ["cp1252", "latin-1"])
def test_letters_that_were_encoded_twice_are_mended_with_the_signs_among_them_that_cant_be_seen(
    read_as: str, tmp_path: Path
) -> None:
    """`Å` is then `Ã` and a control character, which some programs write as it is."""
    path, slides = tmp_path / "deck.yaml", "  - title: Åse og Øyvind på Ærø\n    text: Et “godt” sted – 5 €\n"
    free = range(0x80, 0xA0) if read_as == "latin-1" else (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    letters = (HEAD + slides).encode()
    twice = "".join(chr(byte) if byte in free else bytes([byte]).decode(read_as) for byte in letters)
    path.write_text(twice, "utf-8")
    assert codes(check_deck(path)) == ["garbled-letters"]
    assert mend(path).after.decode() == HEAD + slides


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("N?r vi er f?rdige", ["lost-letters"]),
        ("Hvem?Hvad?Hvor? Og hvorfor?Hvordan", []),
        ("kommunen.example?side og www.example.org?kort", []),
        ("N?r var det", []),
    ],
)
def test_letters_lost_to_question_marks_are_told_where_no_sentence_ends(text: str, told: list[str], tmp_path: Path):
    deck = tmp_path / "deck.yaml"
    deck.write_text(f"deck: {{title: A}}\nslides:\n  - title: B\n    bullets: [{text}]\n", "utf-8")
    assert [each.code for each in check_deck(deck)] == told


def test_what_is_hardly_a_deck_is_told(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("figures\n ladder\n        t:\n    right\n    steps\n  n", "utf-8")
    assert check_deck(path).has_errors


def test_numbers_above_slides_are_looked_at_only_where_yaml_reads_the_file_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_text("deck:\n  title: A\n  # 1\n  - title: A\n    bullets: [a]\n  # 3\n  - title: B\n    bullets: [a]\n"
                    "  # 4\n  - title: C\n    bullets: [a]\n", "utf-8")  # fmt: skip
    assert codes(check_deck(path)) == ["missing-key"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bulid",), "Did you mean “build”?"),
        (("handout", "--edition", "hæfte"), ""),
    ],
)
def test_a_slip_on_the_command_line(
    arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked("  - title: A\n    bullets: [b]\n", tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["--lang", "en", *arguments])
    assert said in done.output
    assert (done.exit_code == 0) is not bool(said)


@pytest.mark.parametrize(
    ("slides", "said"),
    [
        (
            "  - title: A\n    columns:\n      - Fordele:\n        - b\n      - head: c\n        bullets: [d]\n",
            "`head: Fordele`",
        ),
        ("## Velkommen\n  - Kaffe\n", "`- title: Velkommen`"),
        ("  - title: A\n    agenda:\n      - time: d. 3-12-2026 09:00-09:30\n        item: b\n", "`time: 9.00-9.30`"),
        ("  - title: A\n    bullets: [b]\nslides:\n  - title: C\n    bullets: [d]\n", "Delete this line"),
    ],
)
def test_the_remedy_names_what_was_meant(slides: str, said: str, tmp_path: Path) -> None:
    assert said in next(iter(checked(slides, tmp_path))).remedy()


WORDS = "words:\n  - PL = personaleleder\n  NL = netværksleder\n  BI: borgerinddragelse\n"
TABLE = "  - title: A\n    table:\n      columns: [B, C]\n      rows:\n"
TIME = "  - title: A\n    agenda:\n      - {time: "
CHART = "  - title: A\n    chart:\n      type: bar\n      unit: stk.\n      alt: Antal\n      values:\n"
# A slide with a slip, and the lines that are mended in it, as they are then.
MENDED = {
    "rows between bars": (
        TABLE + "        | d | e |\n        |---|---|\n        | f | g |\n",
        ["- [d, e]", "", "- [f, g]"],
    ),
    "items out of a mail": ("  - title: A\n    bullets:\n      - b\n      > - c\n      > - d\n", ["- c", "- d"]),
    "a round bracket closes a square one": ("  - title: A\n    bullets: [b, c)\n", ["bullets: [b, c]"]),
    "tabs of a spreadsheet": (CHART + "        2023\t41\n        2024\t35\n", ["2023: 41", "2024: 35"]),
    "lines saved by a spreadsheet": ('  - title: A\n    bullets:\n"      - ""b: c"""\n      - d\n', ['- "b: c"']),
    "a comment in lines": ("# Tider\ner forslag\n# i noter\n  - title: A\n    bullets: [b]\n", ["# er forslag"]),
    "times by half a day": (TIME + "1-2:30 pm, item: b}\n", ["- {time: 13.00-14.30, item: b}"]),
    "times by half a day each": (TIME + "11 AM to 1 p.m., item: b}\n", ["- {time: 11.00-13.00, item: b}"]),
    "a word after both times": (TIME + "9.00-9.20 ca., item: b}\n", ["- {time: ca. 9.00-9.20, item: b}"]),
    "a word after the last time alone": (TIME + "9-ca. 9.20, item: b}\n", ["- {time: 9.00 - ca. 9.20, item: b}"]),
    "a colon after times": (
        "  - title: A\n    agenda:\n      - time: 9.00–9.20:\n        item: b\n", ["- time: 9.00–9.20"],
    ),
    "a text beside the key of a list": ("  - title: A\n    bullets: b, og så c\n", ['bullets: ["b, og så c"]']),
    "the same, without a space": ("  - title: A\n    numbered:Først\n", ["numbered: [Først]"]),
    "short lines in an item": (
        "  - title: A\n    bullets:\n      - >-\n        Torvet 1\n        9999 Byen\n", ["Torvet 1\\"],
    ),
    "a semicolon after the key of an item": (
        "  - title: A\n    cards:\n      - head: b\n        text; c\n      - head: d\n        text: e\n", ["text: c"],
    ),
    "answers with strokes between them": (
        "  - title: A\n    reflection:\n      - ask: b?\n        answer: tick\n        choices: 1. år / 2. år\n",
        ["choices: [1. år, 2. år]"],
    ),
    "a number of lines for the handout": (
        "  - title: A\n    bullets: [b]\n    handout: 5 linjer\n", ["handout: {lines: 5}"],
    ),
    "what a chart calls a file of numbers": (
        "  - title: A\n    chart:\n      kind: bar\n      unit: stk.\n      alt: Antal\n      values: {b: 1, c: 2}\n",
        ["type: bar"],
    ),
    "who said it, by the word for who wrote it": (
        "  - title: A\n    quote:\n      text: b\n      forfatter: c\n", ["by: c"],
    ),
    "the first hyphen of a row": (
        TABLE + "      - b\n        - c\n      - - d\n        - e\n", ["- - b"],
    ),
    "a number above a slide without its sign": (
        "  - title: A\n    bullets: [b]\n  2\n  - title: C\n    bullets: [d]\n", ["# 2"],
    ),
    "an equals sign between words": (WORDS, ["PL: personaleleder", "NL: netværksleder"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_it_is_mended_as_it_was_meant(name: str, tmp_path: Path) -> None:
    slides, lines = MENDED[name]
    deck = HEAD.replace("slides:", slides + "slides:") + "  - title: A\n    bullets: [b]\n"
    deck = HEAD + slides if slides != WORDS else deck
    (tmp_path / "deck.yaml").write_text(deck, "utf-8")
    done = mend(tmp_path / "deck.yaml")
    assert len({each.span and each.span.line for each in done.faults}) == 1
    before, after = done.before.decode().splitlines(), done.after.decode().splitlines()
    assert [new.strip() for old, new in zip(before, after, strict=True) if old != new] == lines


@pytest.mark.parametrize("cited", ["5", "Bason (2007)", "bason"])
def test_a_source_is_known_by_its_number_and_by_its_author(cited: str, tmp_path: Path) -> None:
    sources = "sources:\n  spil: {number: 5, authors: Bason, title: B}\n  ro: {number: 6, authors: Tortzen, title: C}\n"
    path = tmp_path / "deck.yaml"
    path.write_text(f"{sources}{HEAD}  - title: A\n    bullets: [b]\n    source: {cited}\n", "utf-8")
    (found,) = check_deck(path)
    assert "`spil`?" in found.remedy()


def test_a_file_is_known_by_the_name_of_its_copy(tmp_path: Path) -> None:
    for name in ("billede.png", "andet.png"):
        (tmp_path / name).write_bytes(b"")
    told = checked("  - title: A\n    picture: {file: billede (1).png, alt: b}\n", tmp_path)
    assert "billede.png" in next(iter(told)).remedy()
    assert "andet.png" not in next(iter(told)).remedy()
