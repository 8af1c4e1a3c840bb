"""Keys written otherwise: a deck in, what is said of it and what ``check --fix`` may write out."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.diagnostics import Diagnostic
from deckbuild.reader import read
from deckbuild.reader.language.suggest import nearest, same, sure


def told(text: str, folder: Path) -> list[Diagnostic]:
    path = folder / "deck.yaml"
    path.write_text(text, "utf-8")
    return list(read(path).diagnostics)


def of_slide(lines: str, folder: Path) -> Diagnostic:
    """The one thing that is said of a slide with these lines."""
    inside = "\n".join(f"    {line}" for line in lines.splitlines())
    (found,) = told(f"deck:\n  title: Prøve\nslides:\n  - title: A\n{inside}\n", folder)
    return found


def mended(found: Diagnostic) -> list[str]:
    return [edit.text for edit in found.edits]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # capitals, spaces, hyphens, invisible letters
        ("Bullets", "bullets"),
        ("BULLETS", "bullets"),
        # one slip: a letter too many, missing, another, swapped
        ("bulllets", "bullets"),
        ("bulets", "bullets"),
        ("bullats", "bullets"),
        ("bullest", "bullets"),
        ("numberd", "numbered"),
        # Danish
        ("punkter", "bullets"),
        ("Punkter", "bullets"),
    ],
)
def test_a_key_that_is_surely_meant_is_written_for_the_author(tmp_path: Path, written: str, meant: str):
    found = of_slide(f"{written}: [a, b]", tmp_path)
    assert found.code == "unknown-key"
    assert f"`{meant}`" in found.remedy()
    assert mended(found) == [meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # two slips in seven letters
        ("bullit", "bullets"),
        ("nubmerd", "numbered"),
        # the beginning of one
        ("bull", "bullets"),
    ],
)
def test_a_key_that_is_probably_meant_is_asked_after_and_not_written(tmp_path: Path, written: str, meant: str):
    found = of_slide(f"{written}: [a, b]", tmp_path)
    assert found.remedy().startswith(f"Did you mean `{meant}`?")
    assert mended(found) == []


@pytest.mark.parametrize("written", ["xyzzy", "bu", "b", "zullezz", "bananer"])
def test_a_key_that_is_like_none_gets_the_keys_that_there_are(tmp_path: Path, written: str):
    found = of_slide(f"{written}: [a, b]", tmp_path)
    assert found.text() == f"“{written}” is not a key that can stand here."
    assert found.remedy().startswith("The keys here are `")
    assert mended(found) == []


HEAD = "deck:\n  title: Prøve\n"
SLIDES = HEAD + "slides:\n"


@pytest.mark.parametrize(
    ("deck", "remedy"),
    [
        (SLIDES + "  - {title: A, text: a, owner: Ida}\n", "It belongs under `deck:`, which begins at the very left."),
        (
            SLIDES + "  - {title: A, text: a, ejer: Ida}\n",
            "It is called `owner`. It belongs under `deck:`, which begins at the very left.",
        ),
        (SLIDES + "  - {title: A, text: a, lines: 3}\n", "It belongs under `handout:`, two spaces further in."),
    ],
)
def test_a_key_of_another_place_is_told_where_it_belongs(tmp_path: Path, deck: str, remedy: str):
    (found,) = told(deck, tmp_path)
    assert (found.code, found.remedy(), mended(found)) == ("unknown-key", remedy, [])


def test_a_key_of_the_deck_at_the_very_left_stands_too_far_out(tmp_path: Path):
    (found,) = told(HEAD + "owner: Ida\nslides:\n  - {title: A, text: a}\n", tmp_path)
    assert found.text() == "This line stands 2 spaces too far out."
    assert found.remedy() == "Begin it right under “title” on line 2: 2 spaces from the left."


@pytest.mark.parametrize(
    ("line", "code", "near", "fixed"),
    [
        ("bul\u200blets: [a]", "control-character", "`bullets`", "bullets: [a]"),
        ("b\u200bul\u200bl\u200bets: [a]", "control-character", "`bullets`", "bullets: [a]"),
        ("“bullets”: [a]", "unknown-key", "`bullets`", "bullets: [a]"),
        ("Bullets: [a]", "unknown-key", "`bullets`", "bullets: [a]"),
        ("agenda: [{time: 9.00-9.20, itme: a}]", "unknown-key", "`item`", "agenda: [{time: 9.00-9.20, item: a}]"),
        ("table: {Columns: [a], rows: [[b]]}", "unknown-key", "`columns`", "table: {columns: [a], rows: [[b]]}"),
        ("picture: {file:foto.png, alt: x}", "colon-without-space", "file", "picture: {file: foto.png, alt: x}"),
        (
            "definition: {term: Ord, text: det, og mere}", "comma-in-text", "text",
            'definition: {term: Ord, text: "det, og mere"}',
        ),
        (
            "definition: {term: Ord, text: det, og mere }", "comma-in-text", "text",
            'definition: {term: Ord, text: "det, og mere" }',
        ),
    ],
)  # fmt: skip
def test_what_is_surely_meant_is_mended_to_the_letter(tmp_path: Path, line: str, code: str, near: str, fixed: str):
    deck = f"{SLIDES}  - title: A\n    {line}\n"
    found = next(each for each in told(deck, tmp_path) if each.code == code)
    assert near in found.text() + found.remedy()
    lines = deck.splitlines()
    for edit in sorted(found.edits, key=lambda each: each.span.column, reverse=True):
        place = edit.span
        assert place.line == place.end_line == 5
        lines[4] = lines[4][: place.column - 1] + edit.text + lines[4][place.end_column - 1 :]
    assert lines[4].strip() == fixed


@pytest.mark.parametrize(
    ("before", "begun", "line", "out"),
    [
        ("    bullets:\n    - a\n", "    - title: B\n      text: b\n", 7, 2),
        ("    bullets:\n      - a\n", "      - title: B\n        text: b\n", 7, 4),
    ],
)
def test_a_slide_that_stands_too_far_in_is_moved_out(tmp_path: Path, before: str, begun: str, line: int, out: int):
    deck = f"{SLIDES}  - title: A\n{before}{begun}"
    (found,) = told(deck, tmp_path)
    assert (found.code, found.span and found.span.line) == ("wrong-indent", line)
    assert f"Move line {line} and the lines under it out by {out} spaces" in found.remedy()
    spans = [(edit.span.line, edit.span.column, edit.span.end_column, edit.text) for edit in found.edits]
    assert spans == [(line, 1, 1 + out, ""), (line + 1, 1, 1 + out, "")]
    (followed,) = told(deck + "  - title: C\n    text: c\n", tmp_path)
    assert len(followed.edits) == 2


def test_one_line_that_stands_too_far_in_is_told_alone_and_left_where_a_list_goes_on(tmp_path: Path):
    deck = f"{SLIDES}  - title: A\n    bullets:\n      - a\n      - title: B\n      - c\n"
    found = next(each for each in told(deck, tmp_path) if each.code == "wrong-indent")
    assert found.remedy() == "Move it out by 4 spaces, to the column of the other slides' hyphens."
    assert found.edits == ()


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        ("agenda:\n    - item: a\n      time: 9.00-9.10\n      time: 9.10-9.20\n", ["time"]),
        ("text: a\n    text: b\n", ["text"]),
    ],
)
def test_a_key_that_stands_twice_is_told_once(tmp_path: Path, lines: str, keys: list[str]):
    found = [each for each in told(f"{SLIDES}  - title: A\n    {lines}", tmp_path) if each.code == "duplicate-key"]
    assert [each.text().split(":`")[0].strip("`") for each in found] == keys
    assert all("stands here for the second time" in each.text() for each in found)


def test_an_item_that_lost_its_hyphen_is_told_once_though_it_repeats_several_keys(tmp_path: Path):
    agenda = "agenda:\n    - time: 9.00-9.10\n      item: a\n      time: 9.10-9.20\n      item: b\n"
    (found,) = told(f"{SLIDES}  - title: A\n    {agenda}", tmp_path)
    assert found.text() == "A hyphen is missing before `time:`: a new item of the list begins here."
    assert found.remedy() == "Write `- time: 9.10-9.20`, with its hyphen right under the hyphen on line 6."


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        # the same but for capitals, spaces and hyphens; Danish; the beginning of just one
        ("skala", ["scale"], "scale"),
        ("lines", ["lines", "line"], "lines"),
        ("Large Print", ["large-print", "airy"], "large-print"),
        ("largeprint", ["large-print", "airy"], "large-print"),
        ("svar", ["svaret", "kilde"], "svaret"),
        ("svar", ["svaret", "svarene"], ""),
        ("sva", ["svaret"], ""),
        # numbers and single letters tell names apart
        ("model-1", ["model-2"], ""),
        ("model a", ["model b"], ""),
        ("tabel 1", ["tabel 12"], ""),
        ("modl-2", ["model-2", "model-1"], "model-2"),
        ("modl 2 1", ["model 2 1"], "model 2 1"),
        # up to so many slips for so many letters
        ("abc", ["abd"], ""),
        ("abcd", ["abce"], "abce"),
        ("abcdef", ["abczzf"], ""),
        ("abcdefg", ["abczzfg"], "abczzfg"),
        ("abcdefghij", ["abczzzghij"], ""),
        ("abcdefghijk", ["abczzzghijk"], "abczzzghijk"),
        ("abcdefghijk", ["bacdfeghikj"], "bacdfeghikj"),
        ("abcde", ["abcdef"], "abcdef"),
        ("bcdef", ["abcdef"], "abcdef"),
        ("abdc", ["abcd"], "abcd"),
        # the nearest of several
        ("bullits", ["bulleys", "bullets"], "bullets"),
        ("xullets", ["bulleys", "bullets"], "bullets"),
    ],
)
def test_the_known_word_that_was_probably_meant(word: str, known: list[str], meant: str):
    assert nearest(word, known) == meant


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("bulets", ["bullets"], "bullets"),
        ("bulets", ["bullets", "bulats"], ""),
        ("bulits", ["bullets"], ""),
        ("BULLETS", ["bullets", "bulets"], "bullets"),
        ("punkter", ["items", "bullets"], "bullets"),
        ("punkter", ["items", "points"], "items"),
        ("punktrr", ["bullets", "items"], "bullets"),
        ("bull", ["bullets"], ""),
    ],
)
def test_the_known_word_that_is_written_for_the_author(word: str, known: list[str], meant: str):
    assert sure(word, known) == meant


def test_a_word_without_its_hyphen_is_the_same_unless_two_words_are():
    assert same("largeprint", ["large-print", "airy"]) == "large-print"
    assert same("largeprint", ["large-print", "lar-geprint"]) == ""


@pytest.mark.parametrize(
    ("deck", "line"),
    [
        (f"{SLIDES}  - title: A\n    text: |\n      første\n    Anden linje: mere\n", 5),
        (f"{SLIDES}  - title: A\n    text: |\n      første\n    anden linje: mere\n", 5),
        (f"{SLIDES}  - title: A\n    text: |\n      første\n    Andet: mere\n", 5),
        # a line without text between them
        (f"{SLIDES}  - title: A\n    text: |\n      første\n\n    Anden linje: mere\n", 5),
        # the first line of the file
        ("deck: |\n  første\nAnden linje: mere\n", 1),
    ],
)
def test_text_that_goes_on_at_the_left_is_told_with_the_line_it_belongs_under(tmp_path: Path, deck: str, line: int):
    (found,) = (each for each in told(deck, tmp_path) if each.code == "text-not-indented")
    assert found.text() == f"This text belongs under line {line}, but is not indented under it."
    assert found.remedy() == "Indent the text two spaces further than the line that ends with `|`."


def test_a_strange_key_in_the_first_line_of_a_file_goes_on_from_nothing(tmp_path: Path):
    found = told("Anden linje: mere\n" + SLIDES + "  - {title: A, text: a}\n", tmp_path)
    assert [(each.code, each.remedy()[:17]) for each in found] == [("unknown-key", "The keys here are")]


@pytest.mark.parametrize("text", ['"det", og mere', "[det], og mere", "det,\n      og mere"])
def test_a_text_split_at_a_comma_is_left_to_the_author_where_it_is_quoted_or_goes_over_lines(tmp_path: Path, text: str):
    deck = f"{SLIDES}  - title: A\n    definition: {{term: Ord, text: {text}}}\n"
    (found,) = (each for each in told(deck, tmp_path) if each.code == "comma-in-text")
    assert found.remedy() == "Put quotation marks around the whole text."
    assert found.edits == ()


def test_a_list_as_a_key_is_told_to_be_a_text_in_quotation_marks(tmp_path: Path):
    found = of_slide("text: a\n[b, c]: d", tmp_path)
    assert (found.code, found.text()) == ("bad-key", "A list or braces stand here as a key.")
    assert found.remedy().endswith('around the whole text: `"[b, c]: d"`.')


def test_a_drawing_without_a_description_is_told_where_to_put_its_list(tmp_path: Path):
    found = of_slide("steps: [a, b, c]", tmp_path)
    assert found.code == "missing-alt"
    assert found.remedy().startswith("Put the list under `items:`, and beside it say in a sentence or two")


@pytest.mark.parametrize(
    ("lines", "remedy"),
    [
        ("definition: {term: Ord}", "Add `text: …` inside the braces, with a comma before it."),
        (
            "definition:\n  term: Ord",
            "Add a line `text: …` with the same indentation as the keys beside it.",
        ),
    ],
)
def test_a_key_that_lacks_is_told_where_to_write_it(tmp_path: Path, lines: str, remedy: str):
    found = of_slide(lines, tmp_path)
    assert (found.code, found.text(), found.remedy()) == ("missing-key", "`text:` is missing here.", remedy)


def test_where_no_key_is_right_none_is_called_missing(tmp_path: Path):
    found = told(SLIDES + "  - title: A\n    picture: {fil:foto.png}\n", tmp_path)
    assert [each.code for each in found] == ["unknown-key"]


@pytest.mark.parametrize(
    ("picture", "code", "remedy"),
    [
        (
            "picture:\n      file: foto.png",
            "wrong-indent",
            "Begin it right under “file” on line 6: 6 spaces from the left.",
        ),
        # no other key stands under it
        (
            "picture: foto.png",
            "unknown-key",
            "It belongs under `picture:`, `hub:`, `ladder:`, `steps:` or `cycle:`.",
        ),
    ],
)
def test_a_key_beside_the_one_it_belongs_under_is_told_so(tmp_path: Path, picture: str, code: str, remedy: str):
    found = told(f"{SLIDES}  - title: A\n    {picture}\n    alt: x\n", tmp_path)
    assert [each.remedy() for each in found if each.code == code] == [remedy]
