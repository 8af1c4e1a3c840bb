"""Where lines break, to the point: runs and a width in; each line's words, their places and widths out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from deckbuild.fonts.faces import Style, face
from deckbuild.frame.text import LineEnd
from deckbuild.layout.text.line_breaking import BrokenLine, break_lines, run_style
from deckbuild.model.text import BREAK, Run

SIZE = 20
SOFT = "\u00ad"
HAIRBREADTH = 0.3
"""In points; far less than the narrowest letter."""


def wide(text: str, style: Style = Style.REGULAR) -> float:
    """How wide a text is on one line, in points."""
    font = face(style)
    return font.shape(text).advance / font.units_per_em * SIZE


def broken(runs: str | tuple[Run, ...], width: float, *, bold: bool = False, **options: Any) -> list[BrokenLine]:
    runs = (Run(runs),) if isinstance(runs, str) else runs
    styles = tuple(run_style(run, bold=bold, italic=False) for run in runs)
    return break_lines(runs, styles, SIZE, width, bold=bold, italic=False, **options)


def lines(runs: str | tuple[Run, ...], width: float, **options: Any) -> list[str]:
    return ["".join(stretch.text for stretch in line.fragments) for line in broken(runs, width, **options)]


class At:
    """Divides words at these letters."""

    def __init__(self, *best: int, others: tuple[int, ...] = ()) -> None:
        self.best, self.others = best, others

    def __call__(self, word: str, *, anywhere: bool = False) -> tuple[int, ...]:
        """Return the best places, or all."""
        points = sorted((*self.best, *self.others)) if anywhere else self.best
        return tuple(at for at in points if at < len(word))


PLAIN, PARTED = "mmm mmm", (Run("mmm "), Run("mmm", italic=True))
"""The same words as one run and as two."""


@pytest.mark.parametrize(
    ("runs", "whole"),
    [
        (PLAIN, wide(PLAIN)),
        (PARTED, wide("mmm ") + wide("mmm", Style.ITALIC)),
        ("mm-mmm", wide("mm-") + wide("mmm")),
        (f"mm{SOFT}mmm", wide("mmmmm")),
        ("mm–mmm", wide("mm–") + wide("mmm")),
    ],
    ids=["one run", "two runs", "a hyphen", "a soft hyphen", "a dash"],
)
def test_a_line_is_full_when_the_next_word_would_leave_the_width(runs: str | tuple[Run, ...], whole: float):
    assert len(lines(runs, whole)) == 1
    assert len(lines(runs, whole + HAIRBREADTH)) == 1
    assert len(lines(runs, whole - HAIRBREADTH)) == 2


@pytest.mark.parametrize(
    ("runs", "made"),
    [
        ("ord  og   ord", ["ord og ord"]),
        (" ord ", ["ord"]),
        ("ord\tog", ["ord og"]),
        ("", [""]),
        (" ", [""]),
        ((Run("før "), Run("og", bold=True), Run(" efter")), ["før og efter"]),
        ((Run("før"), Run("og", bold=True), Run("efter")), ["førogefter"]),
        ((Run("før"), Run(" og")), ["før og"]),
        ((Run("før og "), Run("efter")), ["før og efter"]),
        (f"en{BREAK}to", ["en", "to"]),
        (f"en{BREAK}{BREAK}to", ["en", "", "to"]),
        (f"en {BREAK} to", ["en", "to"]),
        ((Run("en"), Run(BREAK), Run("to")), ["en", "to"]),
        (f"en-to{BREAK}tre-fire fem", ["en-to", "tre-fire fem"]),
    ],
)
def test_nothing_is_lost_where_all_fits(runs: str | tuple[Run, ...], made: list[str]):
    assert lines(runs, 400) == made


@pytest.mark.parametrize(
    ("runs", "style", "made"),
    [
        ((Run("mmm"),), "bold", Style.BOLD),
        ((Run("mmm", bold=True),), "", Style.BOLD),
        ((Run("mmm", italic=True),), "", Style.ITALIC),
        ((Run("mmm", bold=True, italic=True),), "", Style.BOLD_ITALIC),
        ((Run("mmm", soft=True),), "bold", Style.REGULAR),
        ((Run("mm-mmm"),), "bold", Style.BOLD),
        ((Run("mmm "), Run("mmm")), "bold", Style.BOLD),
    ],
)
def test_a_line_is_as_wide_as_its_face_draws_it(runs: tuple[Run, ...], style: str, made: Style):
    (line,) = broken(runs, 400, bold=style == "bold")
    text = "".join(run.text for run in runs)
    assert line.width == pytest.approx(wide(text, made), abs=0.01)


def test_emphasis_in_italics_stands_upright():
    assert run_style(Run("a"), bold=False, italic=True) is Style.ITALIC
    assert run_style(Run("a", italic=True), bold=False, italic=True) is Style.REGULAR


@pytest.mark.parametrize(
    ("runs", "width", "stretches"),
    [
        ("mmm mm mmm", wide("mmm mm"), [["mmm mm"], ["mmm"]]),
        (PARTED, 400, [["mmm ", "mmm"]]),
        (PARTED, wide("mmm "), [["mmm"], ["mmm"]]),
        ((Run("a "), Run("b", bold=True), Run(" c d")), 400, [["a ", "b", " c d"]]),
        ((Run("mm"), Run("mm", bold=True), Run(" m")), wide("mmmmmm"), [["mm", "mm", " m"]]),
        ((Run("mm mm"), Run("mm", bold=True), Run(" m")), wide("mmmmm"), [["mm"], ["mm", "mm"], ["m"]]),
    ],
)
def test_the_stretches_of_a_line_stand_side_by_side_from_its_left_edge(
    runs: str | tuple[Run, ...], width: float, stretches: list[list[str]]
):
    found = broken(runs, width)
    assert [[stretch.text for stretch in line.fragments] for line in found] == stretches
    for line in found:
        assert line.fragments[0].x == 0
        for left, right in pairwise(line.fragments):
            assert right.x == pytest.approx(left.x + left.width)
        assert line.width == pytest.approx(line.fragments[-1].x + line.fragments[-1].width)
        assert line.width == pytest.approx(sum(stretch.width for stretch in line.fragments))


def test_each_stretch_belongs_to_its_run():
    runs = (Run("a "), Run("b", bold=True), Run(" c"))
    (line,) = broken(runs, 400)
    assert [(stretch.run, stretch.text) for stretch in line.fragments] == [(0, "a "), (1, "b"), (2, " c")]
    assert [[stretch.run for stretch in line.fragments] for line in broken("mm mm", wide("mm"))] == [[0], [0]]


@pytest.mark.parametrize(
    ("runs", "width", "longer"),
    [
        ("mmm mm m", wide("mmm mm"), [wide("mmm mm m"), None]),
        ("mmm mm m", wide("mmm"), [wide("mmm mm"), wide("mm m"), None]),
        (PARTED, wide("mmm "), [wide("mmm ") + wide("mmm", Style.ITALIC), None]),
        (f"mmm{BREAK}mm", 400, [None, None]),
        ("mm-mmm", wide("mm-m"), [wide("mm-") + wide("mmm"), None]),
        (f"mm{SOFT}mmm", wide("mm-m"), [wide("mm-") + wide("mmm"), None]),
    ],
)
def test_each_line_tells_how_wide_it_were_with_the_next_word(
    runs: str | tuple[Run, ...], width: float, longer: list[float | None]
):
    """Which tells how much wider another program may measure it before a line takes one word more."""
    found = [line.width_with_next for line in broken(runs, width)]
    assert found == pytest.approx([float("inf") if each is None else each for each in longer], abs=0.01)


@pytest.mark.parametrize(
    ("text", "width", "made"),
    [
        ("mmm mm-mm", wide("mmm mm-") + 1, ["mmm mm-", "mm"]),
        ("mmm mm–mm", wide("mmm mm–") + 1, ["mmm mm–", "mm"]),
        ("mmm mm/mm", wide("mmm mm/") + 1, ["mmm", "mm/mm"]),
        ("mmm -mm", wide("mmm -") + 1, ["mmm", "-mm"]),
        ("mmm mm-", wide("mmm mm") + 1, ["mmm", "mm-"]),
        (f"mmm mm{SOFT}mm", wide("mmm mm-") + HAIRBREADTH, ["mmm mm" + SOFT, "mm"]),
        (f"mmm mm{SOFT}mm", wide("mmm mm-") - HAIRBREADTH, ["mmm", "mmmm"]),
        (f"mm{SOFT}mm{SOFT}mm", wide("mmmm-") + HAIRBREADTH, ["mmmm" + SOFT, "mm"]),
        (f"mm{SOFT}mm m", wide("mmmm m"), ["mmmm m"]),
    ],
)
def test_inside_words_lines_end_after_hyphens_dashes_and_soft_hyphens(text: str, width: float, made: list[str]):
    assert lines(text, width) == made


@pytest.mark.parametrize(
    ("text", "hyphenate", "width", "ends"),
    [
        ("mmm mm", None, wide("mmm"), [LineEnd.SPACE, LineEnd.SPACE]),
        ("mm-mm mm", None, wide("mm-"), [LineEnd.OWN_SIGN, LineEnd.SPACE, LineEnd.SPACE]),
        (f"mm{SOFT}mmm", None, wide("mm-m"), [LineEnd.OWN_SIGN, LineEnd.SPACE]),
        ("mmmmmm m", At(3), wide("mmm-"), [LineEnd.HYPHEN, LineEnd.SPACE]),
        (f"mm{BREAK}mm-mm", None, wide("mm-"), [LineEnd.SPACE, LineEnd.OWN_SIGN, LineEnd.SPACE]),
        ("mmmm", None, wide("mm"), [LineEnd.CUT, LineEnd.SPACE]),
    ],
)
def test_a_line_tells_where_it_ends(text: str, hyphenate: At | None, width: float, ends: list[LineEnd]):
    found = broken(text, width + 1, hyphenate=hyphenate)
    assert [line.end for line in found][: len(ends)] == ends
    for line in found:
        last = line.fragments[-1].text
        assert last.endswith((SOFT, "-")) == (line.end in (LineEnd.OWN_SIGN, LineEnd.HYPHEN))
        shown = "".join(stretch.text for stretch in line.fragments).replace(SOFT, "-")
        assert line.width == pytest.approx(wide(shown), abs=0.01)


LONG = "mmmmmmmm"


@pytest.mark.parametrize(
    ("more", "made"),
    [(-0.001, [f"{LONG} mm{SOFT}", "mmmm"]), (0.001, [LONG, "mmmmmm"])],
    ids=["just more is empty", "just less is empty"],
)
@pytest.mark.parametrize("runs", [f"{LONG} mmmmmm", (Run(f"{LONG} "), Run("mmmmmm"))], ids=["one run", "two runs"])
def test_a_compound_is_divided_where_more_than_a_share_of_its_line_would_stay_empty(
    runs: str | tuple[Run, ...], more: float, made: list[str]
):
    """What stays empty counts from where the word would begin: after the space."""
    width = wide(f"{LONG} mmmm")
    empty = 1 - wide(f"{LONG} ") / width
    assert lines(runs, width, hyphenate=At(2), hyphenation_zone=empty + more) == made


@pytest.mark.parametrize(
    ("points", "width", "made"),
    [
        (At(2, 4), wide(f"{LONG} mmmm-") + HAIRBREADTH, [f"{LONG} mmmm{SOFT}", "mm"]),
        (At(2, 4), wide(f"{LONG} mmmm-") - HAIRBREADTH, [f"{LONG} mm{SOFT}", "mmmm"]),
        (At(2, 4), wide(f"{LONG} mm-") - HAIRBREADTH, [LONG, "mmmmmm"]),
        (At(2, 3, 4, 5), wide(f"{LONG} mmmmm-") + HAIRBREADTH, [f"{LONG} mmmmm{SOFT}", "m"]),
        (At(), wide(f"{LONG} mmmm-"), [LONG, "mmmmmm"]),
        (At(others=(2, 4)), wide(f"{LONG} mmmm-"), [LONG, "mmmmmm"]),
    ],
)
def test_a_compound_is_divided_at_the_last_joint_that_has_room(points: At, width: float, made: list[str]):
    assert lines(f"{LONG} mmmmmm", width, hyphenate=points, hyphenation_zone=0.0) == made
    assert lines((Run(f"{LONG} "), Run("mmmmmm")), width, hyphenate=points, hyphenation_zone=0.0) == made


@pytest.mark.parametrize("word", [f"mmm{SOFT}mmm", "mmm-mmm"], ids=["the author's own place", "a hyphen of its own"])
def test_a_word_that_can_end_a_line_already_is_divided_there_first(word: str):
    width = wide(f"{LONG} mmm-") + HAIRBREADTH
    assert lines(f"{LONG} {word}", width, hyphenate=At(1), hyphenation_zone=0.0)[0] == f"{LONG} {word[:4]}"


@pytest.mark.parametrize(
    ("word", "point", "width", "made"),
    [
        (f"mmm{SOFT}mmm", 2, wide(f"{LONG} mm-"), [LONG, "mmmmmm"]),
        (f"mmm{SOFT}mmmm", 1, wide(f"{LONG} mmmm-"), [f"{LONG} mmm{SOFT}", "mmmm"]),
    ],
    ids=["before the author's place", "after it"],
)
def test_a_word_with_a_place_of_the_authors_is_divided_nowhere_else(
    word: str, point: int, width: float, made: list[str]
):
    assert lines(f"{LONG} {word}", width + HAIRBREADTH, hyphenate=At(point), hyphenation_zone=0.0) == made


def test_the_start_of_a_word_and_its_hyphen_may_fill_a_line_exactly():
    assert lines("mmmmmm", wide("mmm") + wide("-"), hyphenate=At(3)) == [f"mmm{SOFT}", "mmm"]


def test_a_word_of_two_runs_is_not_divided_while_it_fits_a_line():
    runs = (Run(f"{LONG} mmm"), Run("mmm", bold=True))
    assert lines(runs, wide(f"{LONG} mm-"), hyphenate=At(2), hyphenation_zone=0.0) == [LONG, "mmmmmm"]


@pytest.mark.parametrize(
    ("runs", "made"),
    [
        ((Run(f"{LONG} mmmmmm"),), [f"{LONG} mm{SOFT}", "mmmm"]),
        ((Run(f"{LONG} mmmmmm", link="#b"),), [LONG, "mmmmmm"]),
        ((Run(f"{LONG} "), Run("mmmmmm", link="#b")), [LONG, "mmmmmm"]),
    ],
    ids=["no link", "all of it a link", "a link after other text"],
)
def test_a_word_in_a_link_is_not_divided(runs: tuple[Run, ...], made: list[str]):
    width = wide(f"{LONG} mm-") + HAIRBREADTH
    assert lines(runs, width, hyphenate=At(2), hyphenation_zone=0.0) == made


def test_a_soft_hyphen_counts_where_the_word_before_it_changes_its_style():
    runs = (Run("mm"), Run(f"mm{SOFT}", bold=True), Run("mmm"))
    (first, second) = broken(runs, wide("mm") + wide("mm-", Style.BOLD) + HAIRBREADTH)
    assert [stretch.text for stretch in first.fragments] == ["mm", f"mm{SOFT}"]
    assert (first.end, [stretch.text for stretch in second.fragments]) == (LineEnd.OWN_SIGN, ["mmm"])


@pytest.mark.parametrize("text", ["", " "])
def test_a_line_without_text_has_no_stretches(text: str):
    assert broken(text, 400)[0].fragments == ()


def test_after_a_divided_word_the_line_goes_on():
    width = wide(f"{LONG} mm-") + HAIRBREADTH
    assert lines(f"{LONG} mmmmmm mm mmmm", width, hyphenate=At(2), hyphenation_zone=0.0) == [
        f"{LONG} mm{SOFT}",
        "mmmm mm mmmm",
    ]


@pytest.mark.parametrize(
    ("runs", "hyphenate", "width", "made"),
    [
        # letters, where no place to divide is known
        ("mmmmm", None, wide("mm"), ["mm", "mm", "m"]),
        ("mmmm", None, wide("mm") + HAIRBREADTH, ["mm", "mm"]),
        ("mmm", None, wide("mm") - HAIRBREADTH, ["m", "m", "m"]),
        ("mm", None, wide("m") / 2, ["m", "m"]),
        ("m mmmmm m", None, wide("mmm"), ["m", "mmm", "mm", "m"]),
        ((Run("mm"), Run("mmm", bold=True)), None, wide("mmm", Style.BOLD), ["mmm", "mm"]),
        ("mmmmm", At(), wide("mm"), ["mm", "mm", "m"]),
        # in halves where two lines are enough
        ("mmmmmmmm", At(2, 4, 6), wide("mmmmmm-"), ["mmmm" + SOFT, "mmmm"]),
        ("mmmmmmmm", At(2, 3, 6), wide("mmmmmm-"), ["mmm" + SOFT, "mmmmm"]),
        # else as much as fits
        ("m" * 12, At(2, 4, 6, 8, 10), wide("mmmm-"), ["mmmm" + SOFT, "mmmm" + SOFT, "mmmm"]),
        ("m" * 12, At(2, 4, 6, 8, 10), wide("mmmm-") - HAIRBREADTH, ["mm" + SOFT] * 4 + ["mmmm"]),
        # other places only where the best don't help
        ("mmmmmm", At(5, others=(3,)), wide("mmm-"), ["mmm" + SOFT, "mmm"]),
        ("mmmmmm", At(2, others=(3,)), wide("mmmm-") + HAIRBREADTH, ["mm" + SOFT, "mmmm"]),
    ],
)
def test_a_word_wider_than_a_line_is_divided(
    runs: str | tuple[Run, ...], hyphenate: At | None, width: float, made: list[str]
):
    assert lines(runs, width + 0.01, hyphenate=hyphenate) == made
