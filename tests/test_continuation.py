"""More than a slide holds: what stands on which slide, how large and where, and what a slide that goes on is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from deckbuild.diagnostics import Diagnostics
from deckbuild.fonts.faces import Style
from deckbuild.frame.document import Frame
from deckbuild.frame.items import PictureItem, Role, Shape, TableItem, TextBox
from deckbuild.frame.text import Par, Tag
from deckbuild.layout.row_groups import row_groups
from deckbuild.layout.slides.deck import lay_out
from deckbuild.layout.text.bullets import dash
from deckbuild.layout.text.paragraph import ParStyle, TextSettings, baseline, height, set_par, text_width
from deckbuild.layout.text.splitting import split_stack
from deckbuild.model.slide_layouts import Placeholder
from deckbuild.model.text import BREAK, Run, plain
from deckbuild.model.theme import INK, SOFT, Step, Theme
from deckbuild.units import Rect
from decks import HEAD, lay_out_yaml, pptx_parts, read_deck, walk

LINE = 28
STYLE = ParStyle(Step(20, LINE))


def paragraph(letters: str, **options: Any) -> Par:
    """A paragraph of as many lines as letters; a head when they are capitals."""
    style = ParStyle(STYLE.step, tag=Tag.HEAD if letters.isupper() else Tag.PARAGRAPH, **options)
    text = BREAK.join(letters)
    return set_par(plain(text), style, 400, TextSettings(fill=1.0), dash(style, style.color))


def shares(text: str, lines: float, further: float | None = None, **options: Any) -> str:
    """Share paragraphs among pages of so many lines, the first or all; ``|`` stands between pages."""
    pars = [paragraph(letters, **options) for letters in text.split()]
    pages = split_stack(pars, lines * LINE, None if further is None else further * LINE)
    return " | ".join(" ".join(par.plain.replace(" ", "") for par in page) for page in pages)


@pytest.mark.parametrize(
    ("text", "lines", "pages"),
    [
        ("aaa bbb ccc", 9, "aaa bbb ccc"),
        ("aaa bbb ccc", 8.9, "aaa bbb | ccc"),
        ("aaa bbb ccc ddd", 9, "aaa bbb | ccc ddd"),
        ("a b c d e f g", 6, "a b c d | e f g"),
        ("a b c d e f g", 3, "a b c | d e f | g"),
        ("aaaa b c d", 6, "aaaa | b c d"),
        ("aaa bbb", 2, "aa | a | bb | b"),
    ],
)
def test_paragraphs_are_shared_evenly_among_as_few_slides_as_hold_them(text: str, lines: float, pages: str):
    assert shares(text, lines) == pages


@pytest.mark.parametrize(
    ("text", "first", "further", "pages"),
    [
        ("a b c d e f g h", 2, 5, "a b | c d e | f g h"),
        ("a b c d e f g h", 5, 2, "a b c d | e f | g h"),
        ("a b c d e f", 2, 3, "a b | c d | e f"),
        # the first has not even room for a line: then each of the others is filled
        ("a b c d e", 0.5, 3, "a | b c d | e"),
    ],
)
def test_the_first_slide_may_have_another_room_than_those_after_it(text: str, first: float, further: float, pages: str):
    assert shares(text, first, further) == pages


@pytest.mark.parametrize(
    ("text", "lines", "pages"),
    [
        ("aaa H bbb", 4, "aaa | H bbb"),
        ("aaa H J bbb", 5, "aaa | H J bbb"),
        ("aaaa H bb", 5, "aaaa | H bb"),
        ("H aaaa bbb", 5, "H aaaa | bbb"),
        ("aa H bbbbb", 5, "aa | H | bbbbb"),
        ("H", 5, "H"),
        ("aaa H", 4, "aaa H"),
    ],
)
def test_a_head_stays_with_what_it_heads(text: str, lines: float, pages: str):
    assert shares(text, lines) == pages


@pytest.mark.parametrize(
    ("text", "lines", "pages"),
    [
        ("aaaaa", 5, "aaaaa"),
        ("aaaaa", 4.9, "aaaa | a"),
        ("aaaaaaaaa", 4, "aaaa | aaaa | a"),
        ("aaa", 1, "a | a | a"),
        ("aaa", 0.5, "a | a | a"),
        ("bb aaaaa", 4, "bb | aaaa | a"),
        ("aaaaa bb", 4, "aaaa | a bb"),
    ],
)
def test_a_paragraph_taller_than_a_slide_goes_on_between_its_lines(text: str, lines: float, pages: str):
    assert shares(text, lines) == pages


def test_space_between_paragraphs_counts_but_for_the_first_of_a_slide():
    assert shares("aa bb", 4.5, before=14) == "aa bb"
    assert shares("aa bb", 4.4, before=14) == "aa | bb"
    assert shares("aa", 2, before=14) == "aa"


def test_what_goes_on_stands_at_the_top_and_has_no_bullet_again():
    (first,), (second,), (third,) = split_stack([paragraph("aaaaaaa", indent=20, hang=20)], 3 * LINE)
    assert [each.bullet is not None for each in (first, second, third)] == [True, False, False]
    assert [each.height for each in (first, second, third)] == [84, 84, 28]
    baselines = [[line.baseline for line in each.lines] for each in (first, second, third)]
    top = baseline(STYLE.step)
    assert baselines == [pytest.approx(each) for each in ([top, top + 28, top + 56], [top, top + 28, top + 56], [top])]
    assert [each.top for each in (first, second, third)] == [0, 0, 0]


def test_on_a_page_paragraphs_stand_under_one_another():
    (page,) = split_stack([paragraph(letters, before=10) for letters in ("aa", "b", "ccc")], 400)
    assert [par.top for par in page] == [0, 66, 104]
    assert height(page) == 188


@pytest.mark.parametrize(
    ("runs", "parts"),
    [
        ((Run("mmm mmm mmm mmm"),), [["mmm mmm"], ["mmm mmm"]]),
        ((Run("mmm "), Run("mmm", bold=True), Run(" mmm mmm")), [["mmm ", "mmm"], ["mmm mmm"]]),
        ((Run("mmm mmm "), Run("mmm", bold=True), Run(" mmm")), [["mmm mmm"], ["mmm", " mmm"]]),
        ((Run("mmm\nmmm mmm mmm"),), [["mmm\nmmm"], ["mmm mmm"]]),
        ((Run("mm-mmm mm-mmm"),), [["mm-mmm"], ["mm-mmm"]]),
        ((Run("mm–mmm mm–mmm"),), [["mm–mmm"], ["mm–mmm"]]),
        ((Run("mm\u00admmmm mm\u00admmmm"),), [["mm\u00admmmm"], ["mm\u00admmmm"]]),
    ],
)
def test_each_part_has_its_words_and_emphasis_with_the_spaces_between(runs: tuple[Run, ...], parts: list[list[str]]):
    """A line holds three or four letters m, a page two lines."""
    par = set_par(runs, STYLE, 75, TextSettings(fill=1.0))
    assert len(par.lines) == 4
    pages = split_stack([par], 2 * LINE)
    assert [[run.text for run in part.runs] for (part,) in pages] == parts
    assert [[run.style for run in part.runs] for (part,) in pages] == [
        list(dict.fromkeys(run.style for run in part.runs)) for (part,) in pages
    ]


def test_an_empty_line_alone_on_a_slide_has_no_text():
    par = set_par(plain(f"a{BREAK}{BREAK}b"), STYLE, 400, TextSettings(fill=1.0))
    assert [[part.plain for part in page] for page in split_stack([par], LINE)] == [["a"], [""], ["b"]]


def test_emphasis_goes_on_over_the_lines_of_a_part():
    made = set_par((Run("mmm "), Run("mmm mmm mmm", bold=True)), STYLE, 75, TextSettings(fill=1.0))
    pages = split_stack([made], 3 * LINE)
    runs = [[(run.text, run.style) for run in part.runs] for (part,) in pages]
    assert runs == [[("mmm ", Style.REGULAR), ("mmm mmm", Style.BOLD)], [("mmm", Style.BOLD)]]


# Slides


def frames(slides: str, head: str = HEAD) -> list[Frame]:
    """The slides without the title; nothing is reported."""
    presentation, diagnostics = lay_out_yaml(slides, head)
    assert [d.text() for d in diagnostics] == []
    return list(presentation.frames[1:])


def bodies(frame: Frame) -> Iterator[TextBox | TableItem | Shape]:
    """What stands between title and foot."""
    return (
        item for item in walk(frame.items) if isinstance(item, TextBox | TableItem | Shape) and 60 < item.box.y < 480
    )


def texts(frame: Frame) -> list[TextBox]:
    return [item for item in bodies(frame) if isinstance(item, TextBox)]


def listed(kind: str, entries: int, text: str = "punkt") -> str:
    return f"- title: A\n  {kind}: [{', '.join(f'{text} {number}' for number in range(1, entries + 1))}]"


ENTRY = " ".join(["ordene"] * 8)
"""Takes two lines of a question."""


@pytest.mark.parametrize(
    ("slide", "size", "entries", "high"),
    [
        (listed("bullets", 7), 24, [7], 272),
        (listed("bullets", 9), 24, [9], 352),
        (listed("bullets", 10), 20, [10], 352),
        (listed("bullets", 11), 18, [11], 344),
        (listed("bullets", 13), 18, [13], 360),
        (listed("bullets", 14), 24, [7, 7], 272),
        (listed("bullets", 15), 24, [8, 7], 312),
        (listed("bullets", 18), 24, [9, 9], 352),
        (listed("bullets", 19), 22, [10, 9], 372),
        (listed("bullets", 20), 22, [10, 10], 372),
        (listed("bullets", 21), 24, [7, 7, 7], 272),
        (listed("reflection", 4, ENTRY), 24, [4], 298),
        (listed("reflection", 6, ENTRY), 22, [6], 250),
        (listed("reflection", 9, ENTRY), 20, [9], 364),
        (listed("reflection", 10, ENTRY), 18, [10], 366),
        (listed("reflection", 11, ENTRY), 22, [6, 5], 250),
        (listed("reflection", 20, ENTRY), 20, [7, 7, 6], 280),
    ],
)
def test_running_text_becomes_smaller_and_then_goes_on(slide: str, size: float, entries: list[int], high: float):
    """Where it goes on, it is as large as so many slides hold. ``high`` is that of the first slide's text."""
    found = [texts(frame) for frame in frames(slide)]
    assert [len(box.pars) for (box,) in found] == entries
    assert {run.size for (box,) in found for par in box.pars for run in par.runs} == {size}
    for (box,) in found:
        assert box.role is Role.BODY
        assert box.box.y == 104
        assert box.box.h == pytest.approx(height(box.pars))
        assert box.box.bottom <= 484
    assert found[0][0].box.h == high


def of_width(points: float, size: float) -> str:
    """A text about so wide at a size."""
    return "mm mm " + "m" * int(points / text_width("m", Style.REGULAR, size) - 7)


def with_room(high: float) -> Theme:
    """A theme whose slides have so much room under their titles."""
    master = Theme().slide_master
    lower = {kind: replace(each, room=replace(each.room, h=high)) for kind, each in master.layouts.items()}
    return Theme(slide_master=replace(master, layouts=lower))


@pytest.mark.parametrize(("high", "size"), [(352, 20), (351.5, 18)])
def test_text_gets_smaller_where_half_a_point_lacks(high: float, size: float):
    _, frame = lay_out(read_deck(listed("bullets", 10)), with_room(high), Diagnostics()).frames
    assert {run.size for box in texts(frame) for par in box.pars for run in par.runs} == {size}


@pytest.mark.parametrize(("points", "width"), [(600, 632), (660, 704)])
def test_a_list_is_set_wider_before_it_is_set_smaller_than_20_points(points: float, width: float):
    (frame,) = frames(f"- {{title: A, bullets: [{', '.join([of_width(points, 20)] * 10)}]}}")
    (box,) = texts(frame)
    assert {run.size for par in box.pars for run in par.runs} == {20}
    assert (box.box.w, box.box.h) == (width, 352)


def test_a_list_over_the_whole_width_is_set_no_larger_than_20_points():
    """Where text stands in a narrow column, one of 22 points would fit too."""
    theme = Theme(slide_master=replace(Theme().slide_master, column=400))
    deck = read_deck(f"- {{title: A, bullets: [{', '.join([of_width(700, 22)] * 9)}]}}")
    _, frame = lay_out(deck, theme, Diagnostics()).frames
    (box,) = texts(frame)
    assert {run.size for par in box.pars for run in par.runs} == {20}
    assert (box.box.x, box.box.w) == (56, 848)


@pytest.mark.parametrize(("size", "entries", "high"), [(20, 9, 364), (18, 10, 366)])
def test_questions_use_the_whole_width_where_each_then_fits_on_one_line(size: float, entries: int, high: float):
    (frame,) = frames(listed("reflection", entries, of_width(680, size)))
    (box,) = texts(frame)
    assert {run.size for par in box.pars for run in par.runs} == {size}
    assert (box.box.x, box.box.w, box.box.h) == (56, 848, high)


@pytest.mark.parametrize(("size", "entries", "width"), [(24, 3, 300), (20, 7, 680), (18, 8, 680)])
def test_a_list_after_questions_keeps_8_points_between_its_entries(size: float, entries: int, width: float):
    asked = ", ".join([of_width(width, size)] * entries)
    (frame,) = frames(f"- {{title: A, body: [{{reflection: [{asked}]}}, {{bullets: [en, to]}}]}}")
    (box,) = texts(frame)
    *_, upper, lower = box.pars
    assert lower.runs[0].size == size
    assert lower.top - upper.top - upper.height == 8


@pytest.mark.parametrize(
    ("slide", "x", "width"),
    [
        (listed("bullets", 9), 200, 632),
        (listed("bullets", 11), 200, 704),
        (listed("bullets", 20), 200, 704),
        (listed("reflection", 4, ENTRY), 56, 776),
        (listed("reflection", 9, ENTRY), 56, 776),
        (listed("reflection", 20, ENTRY), 56, 776),
    ],
)
def test_running_text_stands_in_its_column_and_questions_hang_beside_it(slide: str, x: float, width: float):
    assert {(box.box.x, box.box.w) for frame in frames(slide) for box in texts(frame)} == {(x, width)}


@pytest.mark.parametrize(
    ("lang", "titles", "told"),
    [
        ("", ["A", "A (fortsat)", "A (fortsat 2)"], "da-DK"),
        ("lang: en", ["A", "A (continued)", "A (continued 2)"], "en-GB"),
    ],
)
def test_the_slides_of_one_slide_are_named_numbered_and_hidden_alike(lang: str, titles: list[str], told: str):
    slide = listed("bullets", 21) + f"\n  notes: Husk det\n  hidden: true\n  {lang}\n- {{title: B, text: b}}"
    *found, after = frames(slide)
    assert [frame.title for frame in found] == titles
    assert [frame.id for frame in found] == ["a", "a-2", "a-3"]
    assert [frame.slide for frame in found] == ["a"] * 3
    assert [frame.number for frame in (*found, after)] == [1, 1, 1, 2]
    assert [frame.lang for frame in found] == [told] * 3
    assert [frame.hidden for frame in (*found, after)] == [True] * 3 + [False]
    assert [" ".join(par.plain for par in frame.notes) for frame in found] == ["Husk det", "", ""]
    ids = [item.id for frame in found for item in texts(frame)]
    assert ids == ["a/1", "a/1-2", "a/1-3"]


@pytest.mark.parametrize("entries", [4, 40])
def test_questions_keep_their_numbers_however_many_slides_those_before_them_take(entries: int):
    """So notes and texts that name ``2.1`` hold in every theme. PowerPoint counts on, so then the number is text."""
    slides = listed("bullets", entries) + "\n- {title: B, reflection: [Hvad?, Hvem?], notes: Saml op på 2.1}"
    *_, last = frames(slides)
    assert {par.bullet.run.text for box in texts(last) for par in box.pars if par.bullet} == {"2.1", "2.2"}
    parts = pptx_parts(slides)
    counts = last.number == len(frames(slides))
    for kind in ("slides/slide", "notesSlides/notesSlide"):
        part = max(name for name in parts if f"/{kind}" in name or name.startswith(f"ppt/{kind}"))
        assert (b'type="slidenum"' in parts[part], b"<a:t>2</a:t>" in parts[part]) == (counts, True), part


def block(kind: str, entries: int) -> str:
    if kind == "table":
        rows = ", ".join("[c, d]" for _ in range(entries))
        return f"- table: {{columns: [a, b], rows: [{rows}]}}"
    return f"- {kind}: [{', '.join(f'{kind} {number}' for number in range(entries))}]"


def told(frame: Frame) -> str:
    """What stands on a slide, from the top: kinds with the number of their rows or paragraphs."""
    return ", ".join(
        f"table {len(item.rows) - 1}" if isinstance(item, TableItem) else f"text {len(item.pars)}"
        for item in bodies(frame)
        if isinstance(item, TableItem | TextBox)
    )


def body(blocks: str) -> str:
    """A slide of several blocks: ``table 2, bullets 3``."""
    each = (block(kind, int(entries)) for kind, entries in (one.split() for one in blocks.split(", ")))
    return "- title: A\n  body:\n" + "\n".join(f"  {one}" for one in each)


@pytest.mark.parametrize(
    ("blocks", "slides"),
    [
        ("table 2, bullets 2", ["table 2, text 2"]),
        ("table 6, bullets 4", ["table 6, text 4"]),
        ("table 6, bullets 6", ["table 6", "text 6"]),
        ("bullets 2, table 2, bullets 2", ["text 2, table 2, text 2"]),
        ("table 9, table 9, table 3", ["table 9", "table 9", "table 3"]),
        ("table 2, table 2, table 9", ["table 2, table 2", "table 9"]),
        ("reflection 3, table 9, reflection 3, reflection 2", ["text 3", "table 9", "text 5"]),
        ("bullets 4, reflection 3", ["text 7"]),
        ("bullets 20, reflection 3", ["text 8", "text 8", "text 7"]),
        ("table 30", ["table 10", "table 10", "table 10"]),
    ],
)
def test_blocks_stand_together_on_as_many_slides_as_they_need(blocks: str, slides: list[str]):
    assert [told(frame) for frame in frames(body(blocks))] == slides


def test_blocks_that_fit_only_under_the_short_title_of_the_first_slide_stand_there():
    slide = body("table 6, bullets 4, table 9").replace("title: A", f"title: '{LONG}'")
    assert [told(frame) for frame in frames(slide)] == ["table 6, text 4", "table 9"]


@pytest.mark.parametrize(
    ("blocks", "gap"),
    [
        ("table 2, bullets 2", 24),
        ("bullets 2, table 2, bullets 2", 24),
        ("table 4, bullets 4", 24),
        # at the smallest size, where it would else not fit
        ("table 6, bullets 4", 12),
    ],
)
def test_blocks_keep_a_distance_and_stay_above_the_foot(blocks: str, gap: float):
    (frame,) = frames(body(blocks))
    boxes = [item.box for item in bodies(frame) if isinstance(item, TableItem | TextBox)]
    for upper, lower in pairwise(boxes):
        assert lower.y - upper.bottom == pytest.approx(gap)
    assert boxes[-1].bottom <= 484


@pytest.mark.parametrize(
    ("blocks", "roles"),
    [
        ("bullets 2, table 2, bullets 2", [Role.BODY, Role.BELOW]),
        ("table 2, bullets 2", [Role.BELOW]),
        ("table 6, bullets 6", [Role.BODY]),
    ],
)
def test_text_that_begins_a_slide_and_text_below_fill_their_placeholders(blocks: str, roles: list[Role]):
    assert [box.role for frame in frames(body(blocks)) for box in texts(frame)] == roles


def test_text_between_tables_stands_in_its_column_and_tables_reach_from_edge_to_edge():
    (frame,) = frames(body("bullets 2, table 2, bullets 2"))
    found = [(item.box.x, item.box.right) for item in bodies(frame) if isinstance(item, TableItem | TextBox)]
    assert found == [(200, 904), (56, 904), (200, 904)]


@pytest.mark.parametrize(
    "slide",
    [
        listed("reflection", 20, ENTRY),
        body("reflection 3, table 9, reflection 3"),
        body("reflection 3, table 9, reflection 3, reflection 2"),
        body("reflection 2, table 2, reflection 2"),
        body("bullets 20, reflection 3"),
        body("reflection 9, reflection 9"),
    ],
)
def test_questions_count_on_over_blocks_and_slides(slide: str):
    numbers = [
        par.bullet.run.text
        for frame in frames(slide)
        for box in texts(frame)
        for par in box.pars
        if par.bullet and par.bullet.run.text != "–"
    ]
    assert numbers == [f"1.{number}" for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 3


def test_a_block_that_follows_another_keeps_16_points():
    (frame,) = frames(
        "- {title: A, body: [{bullets: [en, to]}, {text: Tekst}, {bullets: [tre, fire, fem]}, {text: Slut}]}"
    )
    (box,) = texts(frame)
    gaps = {par.plain: low.top - par.top - par.height for par, low in pairwise(box.pars)}
    assert gaps == {"en": 8, "to": 16, "Tekst": 16, "tre": 8, "fire": 8, "fem": 16}


@pytest.mark.parametrize(
    ("slide", "faults"),
    [
        ("- {title: " + "langt " * 30 + ", text: a}", ["title-too-long"]),
        ("- {title: " + "langt " * 15 + ", text: a}", []),
        ("- {title: A, quote: " + "langt " * 400 + "}", ["does-not-fit"]),
        ("- {title: A, text: " + "langt " * 400 + "}", []),
        ("- {title: A, bullets: [a, b], build: click}", []),
        ("- {title: A, table: {columns: [a], rows: [[b]]}, build: click}", ["no-effect"]),
    ],
)
def test_what_cannot_go_on_is_reported(slide: str, faults: list[str]):
    _, diagnostics = lay_out_yaml(slide)
    assert [d.code for d in diagnostics] == faults


def test_a_title_of_more_than_two_lines_is_told_what_to_do():
    _, (found,) = lay_out_yaml("- {title: " + "langt " * 30 + ", text: a}")
    assert found.remedy() == "Shorten the title, or move part of it into the text."


@pytest.mark.parametrize("high", [20, 19, 12])
def test_a_title_of_one_line_fits_any_place_in_a_template(high: float):
    """The title takes 20 points."""
    placeholder = Placeholder(attributes={}, name="Title", size=16, relative_leading=1.25, color="tx1")
    master = Theme().slide_master
    layouts = {
        kind: replace(
            each,
            boxes={**each.boxes, Role.TITLE: Rect(56, 40, 848, high)},
            placeholders={**each.placeholders, Role.TITLE: placeholder},
        )
        for kind, each in master.layouts.items()
    }
    diagnostics = Diagnostics()
    lay_out(read_deck("- {title: A, text: a}"), Theme(slide_master=replace(master, layouts=layouts)), diagnostics)
    assert [each.code for each in diagnostics] == []


SEVEN = "bullets: [a, b, c, d, e, f, g]"


def test_a_title_of_two_lines_moves_what_is_under_it_down():
    tops = [
        next(box.box.y for box in texts(frame) if box.role is Role.BODY)
        for frame in frames(f"- {{title: A, {SEVEN}}}\n- {{title: {'langt ' * 15}, {SEVEN}}}")
    ]
    assert tops == [104, 140]


HUB = "  - hub: {center: midt, fields: [a, b, c, d], alt: x}"


@pytest.mark.parametrize("entries", [2, 4])
def test_a_figure_takes_what_the_text_above_it_leaves(entries: int):
    (frame,) = frames(f"{body(f'bullets {entries}')}\n{HUB}")
    text = texts(frame)[0].box
    figure = [item.box for item in bodies(frame) if isinstance(item, Shape)]
    assert min(box.y for box in figure) >= text.bottom + 24
    assert max(box.bottom for box in figure) <= 484.01


def test_a_figure_that_would_get_too_low_stands_on_a_slide_of_its_own():
    found = frames(f"{body('bullets 9')}\n{HUB}")
    assert [sum(isinstance(item, Shape) for item in bodies(frame)) > 0 for frame in found] == [False, True]


def test_a_picture_alone_on_a_slide_may_be_as_low_as_its_room(tmp_path: Path):
    Image.new("RGB", (400, 100)).save(tmp_path / "a.png")
    diagnostics = Diagnostics()
    deck = read_deck("- {title: A, picture: {file: a.png, alt: x}}", folder=tmp_path)
    _, frame = lay_out(deck, with_room(60), diagnostics).frames
    assert "does-not-fit" not in [each.code for each in diagnostics]
    (picture,) = (item for item in walk(frame.items) if isinstance(item, PictureItem))
    assert (picture.box.y, picture.box.h) == (104, 60)


# What goes on is laid out for what it holds

LONG = "Hvem gør hvad, og hvornår skal det hele være klart"
"""Takes one line, and with «(fortsat)» two."""


def table(rows: int, title: str = "A", cell: str = "c") -> str:
    return f"- {{title: '{title}', table: {{columns: [a, b], rows: [{', '.join([f'[d, {cell}]'] * rows)}]}}}}"


def comparison(rows: int, title: str = "A") -> str:
    each = ", ".join(["{theme: a, from: b, to: c}"] * rows)
    return f"- {{title: '{title}', comparison: {{from: a, to: b, rows: [{each}]}}}}"


def programme(rows: int, title: str = "A", item: str = "Punkt", pauses: tuple[int, ...] = ()) -> str:
    """Rows of a quarter of an hour from eight o'clock on."""
    clock = [f"{8 + n // 4}.{n % 4 * 15:02}" for n in range(rows + 1)]
    each = ", ".join(
        f"{{time: {begin}-{end}, item: {item} {n}, pause: {'yes' if n in pauses else 'no'}}}"
        for n, (begin, end) in enumerate(pairwise(clock))
    )
    return f"- {{title: '{title}', agenda: [{each}]}}"


def tables(slides: str) -> list[TableItem]:
    return [item for frame in frames(slides) for item in bodies(frame) if isinstance(item, TableItem)]


def rows_of(slides: str) -> list[int]:
    return [len(each.rows) - 1 for each in tables(slides)]


def sizes(slides: str) -> set[float]:
    """The type sizes of the rows under the heads."""
    return {
        run.size for each in tables(slides) for row in each.rows[1:] for cell in row.cells for par in cell.pars
        for run in par.runs
    }  # fmt: skip


@pytest.mark.parametrize(
    ("slide", "rows", "size"),
    [
        (table(9), [9], 20),
        (table(13), [7, 6], 20),
        (table(18), [9, 9], 20),
        (table(19), [10, 9], 18),
        (table(22), [11, 11], 15),
        (table(24), [12, 12], 14),
        (table(25), [9, 8, 8], 20),
        (table(40), [10, 10, 10, 10], 18),
        (comparison(13), [7, 6], 20),
        (comparison(24), [12, 12], 14),
        (comparison(25), [9, 8, 8], 20),
        (programme(8), [8], 20),
        (programme(9), [9], 20),
        (programme(10), [10], 18),
        (programme(11), [6, 5], 22),
        (programme(17), [9, 8], 20),
        (programme(40), [8, 8, 8, 8, 8], 22),
    ],
)
def test_rows_are_shared_evenly_in_the_largest_type_that_needs_no_more_slides(slide: str, rows: list[int], size: int):
    assert rows_of(slide) == rows
    assert sizes(slide) == {size}


@pytest.mark.parametrize(
    ("slide", "tops"),
    [
        (table(24, LONG), [96, 132, 132]),
        (comparison(24, LONG), [96, 132, 132]),
        (table(24, LONG + " og godt"), [132, 132, 132]),
        (table(24, "Kort"), [96, 96]),
        (programme(12, LONG), [92, 128]),
        (listed("bullets", 20).replace("title: A", f"title: '{LONG}'"), [104, 140, 140]),
        (body("bullets 6, table 6").replace("title: A", f"title: '{LONG}'"), [104, 140]),
        (body("table 9, table 9").replace("title: A", f"title: '{LONG}'"), [96, 132]),
    ],
)
def test_content_begins_under_the_title_of_its_own_slide(slide: str, tops: list[float]):
    found = frames(slide)
    heads = [next(item.box for item in frame.items if isinstance(item, TextBox) and item.role is Role.TITLE)
             for frame in found]  # fmt: skip
    boxes = [[item.box for item in bodies(frame) if isinstance(item, TableItem | TextBox) and item.box.h > 20
              and not item.id.endswith("title")] for frame in found]  # fmt: skip
    assert [min(box.y for box in each) for each in boxes] == tops
    for head, each in zip(heads, boxes, strict=True):
        assert min(box.y for box in each) >= head.bottom
        assert max(box.bottom for box in each) <= 484


@pytest.mark.parametrize(("first", "further"), [(9, 9), (9, 7), (5, 2), (1, 1)])
@pytest.mark.parametrize("count", [1, 2, 8, 13, 24, 40])
def test_groups_are_as_few_and_as_even_as_the_slides_allow(count: int, first: int, further: int):
    groups = row_groups([30.0] * count, first * 30, further * 30)
    made = [end - begin for begin, end in groups]
    assert [begin for begin, _ in groups] == [sum(made[:n]) for n in range(len(made))]
    assert (sum(made), len(made)) == (count, 1 + max(0, -(-(count - first) // further)))
    assert made[0] <= first
    assert max(made[1:], default=0) <= further
    if first == further:
        assert made == sorted(made, reverse=True)
        assert made[0] - made[-1] <= 1


def test_a_row_taller_than_a_slide_makes_no_groups():
    assert row_groups([30, 100, 30], 90, 90) == []
    assert row_groups([100, 30], 90, 120) == []
    assert row_groups([30, 100], 90, 120) == [(0, 1), (1, 2)]


# Programmes


def colors(slides: str) -> list[list[tuple[str, bool]]]:
    """For each row of a programme: the colour of its texts, and whether its time is bold."""
    return [
        [(str(row.cells[1].pars[0].runs[0].color), row.cells[0].pars[0].runs[0].style is Style.BOLD)
         for row in each.rows[1:]]
        for each in tables(slides)
    ]  # fmt: skip


WORK, PAUSE = (str(INK), True), (str(SOFT), False)


@pytest.mark.parametrize("rows", [3, 8, 9, 12, 20, 40])
def test_breaks_are_told_apart_and_the_chart_is_drawn_however_long_the_programme(rows: int):
    slide = programme(rows, pauses=(1, rows - 1))
    found = [each for page in colors(slide) for each in page]
    assert found == [PAUSE if n in (1, rows - 1) else WORK for n in range(rows)]
    bars = [
        item for frame in frames(slide) for item in walk(frame.items) if isinstance(item, Shape) and "/bar" in item.id
    ]
    assert [bar.fill is None for bar in bars] == [n in (1, rows - 1) for n in range(rows)]
    # by the clock of the whole day, and at the height of their rows
    assert [bar.box.x for bar in bars] == sorted(bar.box.x for bar in bars)
    for each, frame in zip(tables(slide), frames(slide), strict=True):
        y = each.box.y + each.rows[0].height
        own = [item for item in walk(frame.items) if isinstance(item, Shape) and "/bar" in item.id]
        for row, bar in zip(each.rows[1:], own, strict=True):
            assert y < bar.box.y < bar.box.bottom < y + row.height
            y += row.height


def test_breaks_are_told_apart_where_there_is_no_room_for_a_chart():
    columns = (
        "- title: A\n  columns:\n    - agenda: [{time: 9.00-9.30, item: a}, {time: 9.30-9.45, item: b, pause: yes}]"
    )
    slide = columns + "\n    - text: x"
    assert colors(slide) == [[WORK, PAUSE]]
    assert not [item for frame in frames(slide) for item in walk(frame.items) if "/bar" in item.id]
