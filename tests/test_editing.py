"""The source editor: what no edit reaches stays to the byte, and edits that can't be made are refused."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Edit, SourceFile, Span
from deckbuild.editing import OverlapError, Place, SourceEditor, as_value
from sampling import examples

LETTERS = (
    "a",
    "æ",
    "e\N{COMBINING ACUTE ACCENT}",
    "é",
    "😀",
    "\t",
    "#",
    " ",
    "n\N{COMBINING TILDE}",
    "\N{LINE SEPARATOR}",
)
"""Each is one column of the file as it is read, though some are two letters on the disk."""
NEW = ("", "x", "ny", "Ø ", "😀")
LINE_ENDS = ("\n", "\r\n", "\r")
Stretch = tuple[int, int, str]
"""From one index to another of a text's cells, and what to write there."""


class Written(NamedTuple):
    """A file as its cells: a letter as it is written, or a line end."""

    cells: list[str]
    mark: str

    @property
    def text(self) -> str:
        """Return the file as it is on the disk."""
        return self.mark + "".join(self.cells)

    def place(self, index: int) -> Place:
        """Return the line and column of a cell."""
        before = self.cells[:index]
        ends = [at for at, cell in enumerate(before) if cell in LINE_ENDS]
        return len(ends) + 1, index - (ends[-1] + 1 if ends else 0) + 1


@st.composite
def files(draw: st.DrawFn) -> Written:
    lines = draw(st.lists(st.lists(st.sampled_from(LETTERS), max_size=5), min_size=1, max_size=6))
    ends = [draw(st.sampled_from(("\n", "\r\n"))) for _ in lines]
    cells = [cell for line, end in zip(lines, ends, strict=True) for cell in (*line, end)]
    return Written(cells if draw(st.booleans()) else cells[:-1], draw(st.sampled_from(("", "\ufeff"))))


@st.composite
def edited(draw: st.DrawFn) -> tuple[Written, list[Stretch]]:
    """A file and stretches of it that neither overlap nor touch, within lines and across them."""
    file = draw(files())
    bounds = sorted(draw(st.sets(st.integers(0, len(file.cells)), max_size=8)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return file, [(start, end, draw(st.sampled_from(NEW))) for start, end in pairs]


def made(file: Written, stretches: list[Stretch]) -> str:
    editor = SourceEditor(file.text)
    for start, end, text in stretches:
        editor.replace(file.place(start), file.place(end), text)
    return editor.text()


@examples(25, 150)
def test_what_no_edit_reaches_stays_and_the_order_of_edits_does_not_matter(examples):
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @given(edited(), st.randoms(use_true_random=False))
    def holds(case, chance):
        file, stretches = case
        cells: list[str] = [*file.cells]
        for start, end, text in reversed(stretches):
            cells[start:end] = [text]
        shuffled = chance.sample(stretches, len(stretches))
        assert made(file, stretches) == made(file, shuffled) == file.mark + "".join(cells)

    holds()


@examples(25, 150)
def test_inverse_edits_restore_the_file(examples):
    """An inverse edit writes what stood there; line ends are then the file's usual ones, so only letters are taken."""

    @settings(max_examples=examples, deadline=None, derandomize=True)
    @given(edited())
    def holds(case):
        file, stretches = case
        taken = [each for each in stretches if not {*LINE_ENDS} & {*file.cells[each[0] : each[1]]}]
        cells, inverse, shift = [*file.cells], list[Stretch](), 0
        for start, end, text in taken:
            cells[start + shift : end + shift] = text
            inverse.append((start + shift, start + shift + len(text), "".join(file.cells[start:end])))
            shift += len(text) - (end - start)
        after = Written(cells, file.mark)
        assert made(file, taken) == after.text
        assert made(after, inverse) == file.text

    holds()


@examples(25, 100)
def test_what_is_moved_there_and_back_is_the_same_file(examples):
    @settings(max_examples=examples, deadline=None, derandomize=True)
    @given(edited().filter(lambda case: len(case[1]) > 1))
    def holds(case):
        file, [(start, end, _), (before, _, _), *_] = case
        editor = SourceEditor(file.text)
        editor.move(file.place(start), file.place(end), file.place(before))
        moved = Written(
            [*file.cells[:start], *file.cells[end:before], *file.cells[start:end], *file.cells[before:]], file.mark
        )
        assert editor.text() == moved.text
        back = SourceEditor(moved.text)
        back.move(moved.place(before - end + start), moved.place(before), moved.place(start))
        assert back.text() == file.text

    holds()


@pytest.mark.parametrize("ending", LINE_ENDS)
@pytest.mark.parametrize("last", ["", "end"])
def test_whole_lines(ending, last):
    """New lines have the line end of the first line; a last line without one stays so."""

    def text(*lines: str) -> str:
        return ending.join(lines) + (ending if last else "")

    editor = SourceEditor(text("a", "b", "c", "d"))
    editor.insert_lines(1, ["før"])
    editor.replace_lines(2, 3, ["b1", "b2"])
    editor.replace_lines(3, 4, [])
    editor.insert_lines(5, ["efter", ""])
    editor.insert_lines(5, ["sidst"])
    assert editor.text() == text("før", "a", "b1", "b2", "d", "efter", "", "sidst")
    editor = SourceEditor(text("a", "b", "c"))
    editor.move((3, 1), (4, 1), (1, 1))
    assert editor.text() == text("c", "a", "b")
    editor = SourceEditor(text("a", "b", "c"))
    editor.replace_lines(3, 4, [])
    assert [editor.changes(line) for line in (1, 2, 3)] == [False, False, True]
    assert editor.text() == text("a", "b")


def test_the_edits_of_findings_are_made_in_one_go():
    file = SourceFile(Path("deck.yaml"), "a: é b\nc\n")
    editor = SourceEditor("a: e\N{COMBINING ACUTE ACCENT} b\r\nc\r\n")
    editor.make(
        [Edit(Span(file, 1, 6, 2, 1), "\n"), Edit(Span(file, 1, 4, 1, 4), '"'), Edit(Span(file, 1, 5, 1, 5), '"')]
    )
    assert editor.text() == 'a: "e\N{COMBINING ACUTE ACCENT}" \r\nc\r\n'


@pytest.mark.parametrize(
    ("start", "end", "reason"),
    [
        ((0, 1), (1, 1), "line 0 is outside the file, whose last line is 2"),
        ((1, 1), (4, 1), "line 4 is outside the file, whose last line is 2"),
        ((1, 1), (1, 5), "column 5 is outside line 1, which has 3 letters"),
        ((1, 0), (1, 1), "column 0 is outside line 1, which has 3 letters"),
        ((3, 2), (3, 2), "column 2 is outside line 3, which has 0 letters"),
        ((2, 1), (1, 1), "the edit of 2:1 to 1:1 ends before it begins"),
    ],
)
def test_an_edit_outside_the_file_is_refused(start, end, reason):
    with pytest.raises(ValueError, match=f"^{reason}$"):
        SourceEditor("abc\nd\n").replace(start, end, "x")


@pytest.mark.parametrize("other", [((1, 2), (1, 4)), ((1, 1), (2, 1)), ((1, 3), (1, 3)), ((1, 2), (1, 3))])
def test_edits_that_overlap_are_refused(other):
    editor = SourceEditor("abcdef\n")
    editor.replace((1, 2), (1, 4), "x")
    editor.replace(*other, "y")
    with pytest.raises(OverlapError, match=r"the edit of 1:. to .:. overlaps that of 1:. to .:."):
        editor.text()


def test_edits_that_touch_are_made_and_inserts_stand_in_their_order():
    editor = SourceEditor("abc\n")
    editor.replace((1, 2), (1, 3), "B")
    for text in ("1", "2"):
        editor.insert((1, 2), text)
    editor.insert((1, 3), "3")
    assert editor.text() == "a12B3c\n"


@pytest.mark.parametrize("text", ["Hvad", "9.00-9.20", "a: b", "[x]", 'sig "ja": nu', "C:\\deck, ny", 'it\'s: "x"', ""])
def test_a_value_in_brackets_is_read_back(text):
    (node,) = yaml.compose(f"[{as_value(text)}]", Loader=yaml.SafeLoader).value
    assert node.value == text
