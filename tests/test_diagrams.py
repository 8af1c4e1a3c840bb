"""Diagrams: what a deck's YAML draws on the slide and on paper, and that nothing in a drawing ever collides."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Diagnostics
from deckbuild.frame.document import Frame
from deckbuild.frame.items import Anchor, Connector, Group, LayoutKind, Shape, ShapeKind, TextBox, Tick, WriteBox
from deckbuild.handout.handout import make_handout
from deckbuild.layout.diagrams import (
    Canvas,
    DrawnDiagram,
    Part,
    cycle_items,
    pyramid_items,
    quadrant_items,
    steps_items,
    timeline_items,
)
from deckbuild.layout.diagrams.space import crosses, inside, overlap
from deckbuild.layout.drawing_looks import PAPER_LOOK, SLIDE_LOOK
from deckbuild.layout.text.hyphenation import hyphenator
from deckbuild.layout.text.paragraph import TextSettings
from deckbuild.model.text import Run, Text
from deckbuild.model.theme import PAPER, Theme, accent, wash
from deckbuild.reader import read
from deckbuild.units import Rect, mm
from decks import HEAD, lay_out_yaml, read_deck, walk
from sampling import examples

STEPS = "steps: {alt: x, items: [Lyt, Prøv, Lær]}"
CYCLE = "cycle: {alt: x, center: Læring, items: [Planlæg, Gør, Studér, Handl]}"
TIMELINE = "timeline: {alt: x, items: [{when: Marts, what: Lyt}, {when: Maj, what: Prøv}, {when: Juni, what: Lær}]}"
PYRAMID = "pyramid: {alt: x, items: [Vision, Mål, Midler]}"
QUADRANT = (
    "quadrant: {alt: x, x: [Let, Svært], y: [Lidt, Meget], items: [Nu, {head: Snart, text: til maj}, Måske, Nej]}"
)
ALL = (STEPS, CYCLE, TIMELINE, PYRAMID, QUADRANT)


def drawn(content: str, head: str = "- section: S\n") -> tuple[Frame, Group]:
    """The slide of some content, and the group it is drawn as."""
    presentation, diagnostics = lay_out_yaml(f"{head}- {{title: A, {content}}}")
    assert [d.text() for d in diagnostics] == []
    frame = presentation.frames[-1]
    (group,) = (item for item in frame.items if isinstance(item, Group))
    return frame, group


def shapes(group: Group) -> list[Shape]:
    return [item for item in group.items if isinstance(item, Shape)]


def arrows(group: Group) -> list[Connector]:
    return [item for item in group.items if isinstance(item, Connector) and item.arrow and item.start]


@pytest.mark.parametrize(
    ("content", "kinds", "says"),
    [
        (STEPS, ["rect"] * 3, ["Lyt", "Prøv", "Lær"]),
        ("steps: {alt: x, items: [{text: Lyt, note: længe}, Prøv, Lær]}", ["rect"] * 3, ["Lyt længe", "Prøv", "Lær"]),
        (CYCLE, ["round"] * 4, ["Planlæg", "Gør", "Studér", "Handl"]),
        (TIMELINE, ["ellipse"] * 3, ["", "", ""]),
        (PYRAMID, ["triangle", "trapezoid", "trapezoid"], ["Vision", "Mål", "Midler"]),
        ("pyramid: {alt: x, items: [Velfærdstransformation, Mål, Midler]}", ["trapezoid"] * 3,
         ["Velfærdstransformation", "Mål", "Midler"]),
        (QUADRANT, ["rect"] * 4, ["Nu", "Snart til maj", "Måske", "Nej"]),
    ],
)  # fmt: skip
def test_what_is_drawn(content, kinds, says):
    frame, group = drawn(content)
    assert (frame.layout, group.alt) == (LayoutKind.FIGURE, "x")
    assert [shape.kind.value for shape in shapes(group)] == kinds
    assert [" ".join(par.plain for par in shape.pars) for shape in shapes(group)] == says
    assert {(s.fill, s.stroke, s.width) for s in shapes(group)} == {(wash(1), accent(1), 1.5)}
    bold = {run.size for s in shapes(group) for par in s.pars[:1] for run in par.runs if run.style.bold}
    assert bold <= {22}


@pytest.mark.parametrize(
    ("content", "ends"),
    [
        (STEPS, [("step1", 3, "step2", 1), ("step2", 3, "step3", 1)]),
        ("steps: {alt: x, items: [Velfærdstransformation, Samarbejdsdrevet innovation, Andenordensforandring, "
         "Selvstændiggørelse, Udbredelse]}",
         [("step1", 3, "step2", 1), ("step2", 3, "step3", 1), ("step3", 2, "step4", 0), ("step4", 1, "step5", 3)]),
        (CYCLE, [("node1", 3, "node2", 1), ("node2", 1, "node3", 3), ("node3", 1, "node4", 3),
                 ("node4", 3, "node1", 1)]),
        (QUADRANT, []),
        (PYRAMID, []),
    ],
)  # fmt: skip
def test_arrows_are_glued(content, ends):
    _, group = drawn(content)
    name = group.id
    found = [(a.start, a.start_site, a.end, a.end_site) for a in arrows(group)]
    assert found == [(f"{name}/{start}", s, f"{name}/{end}", e) for start, s, end, e in ends]
    boxes = {shape.id: shape.box for shape in shapes(group)}
    for arrow in arrows(group):
        for (x, y), target, site in (
            ((arrow.x1, arrow.y1), arrow.start, arrow.start_site),
            ((arrow.x2, arrow.y2), arrow.end, arrow.end_site),
        ):
            box = boxes[target]
            dx, dy = ((0, -1), (-1, 0), (0, 1), (1, 0))[site]
            place = box.x + box.w * (1 + dx) / 2, box.y + box.h * (1 + dy) / 2
            assert abs(x - place[0]) + abs(y - place[1]) <= 4 / 0.45 * 1.42  # 4 pt of white, straight out from the side


def test_steps_take_a_second_row_before_their_words_are_divided():
    _, group = drawn("steps: {alt: x, items: [Undersøgelse, Formulering, Prøvehandlinger, Evaluering, Udbredelse]}")
    assert [shape.box.y for shape in shapes(group)[:3]] == [shapes(group)[0].box.y] * 3
    assert shapes(group)[3].box.x == shapes(group)[2].box.x
    assert all(len(par.lines) == 1 for shape in shapes(group) for par in shape.pars)


def test_labels_of_a_timeline_stand_above_and_below_by_turns():
    _, group = drawn(TIMELINE)
    axis = next(i for i in group.items if isinstance(i, Connector) and i.arrow)
    labels = [item for item in group.items if isinstance(item, TextBox)]
    assert [label.box.bottom < axis.y1 for label in labels] == [True, False, True]
    stems = [item for item in group.items if isinstance(item, Connector) and item.start]
    assert [stem.start.rpartition("/")[2] for stem in stems] == ["mark1", "mark2", "mark3"]


def test_a_quadrant_is_read_as_a_page_is():
    _, group = drawn(QUADRANT)
    a, b, c, d = (shape.box for shape in shapes(group))
    assert a.x == c.x < b.x == d.x
    assert a.y == b.y < c.y == d.y
    names = {i.id.rpartition("/")[2]: i for i in group.items if isinstance(i, TextBox)}
    assert [names[end].pars[0].plain for end in ("x1", "x2", "y1", "y2")] == ["Let", "Svært", "Lidt", "Meget"]
    assert names["x1"].box.right < a.x < b.right < names["x2"].box.x
    assert names["y2"].box.bottom < a.y < c.bottom < names["y1"].box.y


def handout(content: str, wants: str) -> list[object]:
    """All items of the handout of a slide."""
    deck = read_deck(f"- {{title: A, {content}, handout: {{{wants}}}}}")
    document, _ = make_handout(deck, {"a": 1}, {"a": 1}, Theme(), Diagnostics())
    return [item for page in document.pages for item in walk(page.items)]


@pytest.mark.parametrize(("content", "count"), [(STEPS, 3), (CYCLE, 4), (TIMELINE, 3), (PYRAMID, 3), (QUADRANT, 4)])
def test_on_paper_it_is_white_with_places_to_mark_and_to_write(content, count):
    items = handout(content, "mark: Sæt et kryds, each: [Hvorfor?]")
    group = next(item for item in items if isinstance(item, Group) and item.alt == "x")
    assert {shape.fill for shape in shapes(group)} == {PAPER}
    assert len([item for item in items if isinstance(item, Tick)]) == count
    assert len([item for item in items if isinstance(item, WriteBox)]) >= count
    assert not [item for item in handout(content, "show: text") if isinstance(item, Tick)]


@pytest.mark.parametrize("content", ALL)
def test_it_may_be_a_figure(content):
    head = f"{HEAD}figures:\n  f:\n    caption: Figur 1\n    alt: en tegning\n    {content.replace('alt: x, ', '')}\n"
    presentation, diagnostics = lay_out_yaml("- {title: A, figure: f}", head)
    assert [d.text() for d in diagnostics] == []
    (group,) = (item for item in presentation.frames[-1].items if isinstance(item, Group))
    assert group.alt == "en tegning"


def reported(content: str, tmp_path: Path) -> list[tuple[str, str]]:
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n  - title: A\n    {content}\n", "utf-8")
    return [(d.code, d.text()) for d in read(path).diagnostics]


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        ("steps: [a, b, c]", "missing-alt", "needs a description"),
        ("cycle: {items: [a, b, c]}", "missing-alt", "no description"),
        ("timeline: [{when: a, what: b}, {when: c, what: d}]", "missing-alt", "needs a description"),
        ("pyramid: [a, b, c]", "missing-alt", "needs a description"),
        ("steps: {alt: x, items: [a, b]}", "wrong-count", "needs at least 3 items, but has 2"),
        ("steps: {alt: x, items: [a, b, c, d, e, f, g, h]}", "wrong-count", "has 8 items, but there is room for 7"),
        ("cycle: {alt: x, items: [a, b]}", "wrong-count", "needs at least 3"),
        ("timeline: {alt: x, items: [{when: a, what: b}]}", "wrong-count", "needs at least 2"),
        ("pyramid: {alt: x, items: [a, b, c, d, e, f, g]}", "wrong-count", "there is room for 6"),
        ("quadrant: {alt: x, x: [a, b], y: [c, d], items: [e, f, g]}", "wrong-count", "must have exactly 4"),
        ("quadrant: {alt: x, x: [a], y: [c, d], items: [e, f, g, h]}", "wrong-count", "must have exactly 2"),
        ("timeline: {alt: x, items: [a, b]}", "wrong-kind", "a text where keys with values belong"),
    ],
)
def test_what_is_wrong_is_told(content, code, says, tmp_path):
    found = reported(content, tmp_path)
    assert found
    assert {c for c, _ in found} == {code}
    assert says in found[0][1]


def test_a_list_is_told_where_its_description_goes(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(f"{HEAD}slides:\n  - title: A\n    steps: [a, b, c]\n", "utf-8")
    (fault,) = read(path).diagnostics
    assert "Put the list under `items:`" in " ".join(fault.help or ())
    assert "`alt: Three steps from idea to everyday use`" in " ".join(fault.help or ())


# Whatever the labels are, nothing collides --------------------------------------------------------------------------

WORD = st.sampled_from(
    ["Andenordensforandring", "velfærdstransformation", "og", "i", "støj", "netværk", "BI", "selvstændiggørelse",
     "Lyt", "prøvehandlinger", "reguleringsformer", "9.00–9.20", "a/b", "samarbejdsdrevet", "ø", "x" * 40, "mål",
     "Kommunalbestyrelsens", "Lønmodtagernes", "2024"]
)  # fmt: skip
LABEL = st.lists(WORD, min_size=1, max_size=6).map(lambda words: Text((Run(" ".join(words)),)))
SHORT = st.lists(WORD, min_size=1, max_size=2).map(lambda words: Text((Run(" ".join(words)),)))
NOTE = st.one_of(st.none(), LABEL)
KINDS = st.one_of(
    st.tuples(st.just("steps"), st.lists(st.builds(Part, SHORT, NOTE), min_size=3, max_size=7)),
    st.tuples(st.just("cycle"), st.tuples(st.lists(SHORT, min_size=3, max_size=8), st.one_of(st.none(), SHORT))),
    st.tuples(st.just("timeline"), st.lists(st.builds(Part, SHORT, LABEL), min_size=2, max_size=8)),
    st.tuples(st.just("pyramid"), st.lists(LABEL, min_size=3, max_size=6)),
    st.tuples(
        st.just("quadrant"),
        st.tuples(st.tuples(SHORT, SHORT), st.tuples(SHORT, SHORT),
                  st.lists(st.builds(Part, SHORT, NOTE), min_size=4, max_size=4)),
    ),
)  # fmt: skip


def draw(kind: tuple[str, object], canvas: Canvas) -> DrawnDiagram:
    match kind:
        case "cycle", (texts, center):
            return cycle_items(canvas, tuple(texts), center)
        case "quadrant", (x, y, fields):
            return quadrant_items(canvas, x, y, tuple(fields))
        case name, items:
            made = {"steps": steps_items, "timeline": timeline_items, "pyramid": pyramid_items}[name]
            return made(canvas, tuple(items))
    raise AssertionError(kind)


def canvas_on(box: Rect, *, paper: bool, mark: bool = False) -> Canvas:
    return Canvas(
        name="d", box=box, look=PAPER_LOOK if paper else SLIDE_LOOK,
        settings=TextSettings(hyphenate=hyphenator("da-DK"), fill=1.0 if paper else 0.98),
        accent=accent(1), wash=wash(1), alt="x", tick=mm(2.9) if mark else 0.0,
    )  # fmt: skip


def lines(item: TextBox | Shape) -> list[Rect]:
    """Where the lines of an item's text stand."""
    found = []
    for par in item.pars:
        for number, line in enumerate(par.lines):
            if line.pieces:
                y = item.box.y + par.top + number * par.leading
                found.append(Rect(item.box.x + line.pieces[0].x, y, line.width, par.leading))
    return found


def within(line: Rect, shape: Shape) -> bool:
    """Whether a line of text stands inside its shape, as wide as that is at the line's top."""
    box = shape.box
    slant = {ShapeKind.TRIANGLE: box.w / 2, ShapeKind.TRAPEZOID: shape.slant}.get(shape.kind, 0.0)
    cut = slant * (1 - (line.y - box.y) / box.h)
    return inside(line, Rect(box.x + cut, box.y, box.w - 2 * cut, box.h))


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(KINDS, st.sampled_from([376.0, 300.0, 180.0]), st.booleans(), st.booleans())
def test_nothing_collides_and_nothing_leaves_its_place(kind, high, paper, mark):
    box = Rect(10, 20, 465, high * 0.8) if paper else Rect(56, 104, 848, high)
    mark = mark and paper
    drawing = draw(kind, canvas_on(box, paper=paper, mark=mark))
    if not drawing.fits:
        return
    items = drawing.group.items
    assert drawing.height <= box.h + 0.01
    assert inside(drawing.group.box, box)
    written = [item for item in items if isinstance(item, TextBox | Shape) and item.pars]
    blocks = [(item, lines(item)) for item in written]
    assert all(inside(line, box) for _, own in blocks for line in own)
    assert all(within(line, item) for item, own in blocks if isinstance(item, Shape) for line in own)
    for (_, one), (_, other) in combinations(blocks, 2):
        assert not any(overlap(a, b) for a in one for b in other)
    connectors = [item for item in items if isinstance(item, Connector)]
    for line in connectors:
        ends = (line.x1, line.y1), (line.x2, line.y2)
        assert not any(crosses(ends, text) for _, own in blocks for text in own)
    solid = [item.box for item in items if isinstance(item, Shape) and item.kind in (ShapeKind.RECT, ShapeKind.ROUND)]
    assert not any(overlap(a, b) for a, b in combinations(solid, 2))
    circles = [Rect(t.x - t.r, t.y - t.r, 2 * t.r, 2 * t.r) for t in drawing.ticks]
    assert not any(overlap(a, b) for a, b in combinations(circles, 2))
    assert not any(overlap(circle, line) for circle in circles for _, own in blocks for line in own)
    assert all(inside(circle, box) for circle in circles)


@examples(12, 60)
def test_one_size_for_all_labels_and_no_word_is_torn(examples):
    @settings(max_examples=examples, deadline=None)
    @given(KINDS)
    def holds(kind):
        drawing = draw(kind, canvas_on(Rect(56, 104, 848, 376), paper=False))
        pars = [par for item in drawing.group.items if isinstance(item, Shape) for par in item.pars]
        sizes = {run.size for par in pars for run in par.runs if run.style.bold}
        assert len(sizes) <= 1
        everything = [
            run.size for i in drawing.group.items if isinstance(i, Shape | TextBox) for p in i.pars for run in p.runs
        ]
        assert min(everything) >= 16
        if not drawing.fits:
            return
        for item in drawing.group.items:
            for par in item.pars if isinstance(item, Shape | TextBox) else ():
                shown = ["".join(p.run.text for p in line.pieces).replace("\u00a0", " ") for line in par.lines]
                for line, after in pairwise(shown):
                    whole = f"{line} {after}".rstrip("\u00ad")
                    assert whole in par.plain or line.endswith(("\u00ad", "-", "–", "/"))

    holds()


@pytest.mark.parametrize("look", [SLIDE_LOOK, PAPER_LOOK])
@pytest.mark.parametrize("count", range(3, 9))
def test_short_labels_always_fit(count, look):
    box = Rect(0, 0, 848 * (0.55 if look.white else 1), 376 * (0.55 if look.white else 1))
    texts = tuple(Text((Run(word),)) for word in ["Lyt", "Forstå", "Udvikl", "Afprøv", "Mål", "Lær", "Udbred", "Fejr"])
    canvas = replace(canvas_on(box, paper=look.white), look=look)
    drawings = [cycle_items(canvas, texts[:count], texts[0]), timeline_items(canvas, tuple(map(Part, texts, texts)))]
    if count <= 7:
        drawings.append(steps_items(canvas, tuple(map(Part, texts[:count]))))
    if count <= 6:
        drawings.append(pyramid_items(canvas, texts[:count]))
    assert [drawing.fits for drawing in drawings] == [True] * len(drawings)


def test_what_cannot_be_drawn_is_said_with_its_line():
    text = "Velfærdstransformation i samarbejdsdrevne netværk " * 12
    _, diagnostics = lay_out_yaml(f"- title: A\n  pyramid: {{alt: x, items: [{text}, b, c]}}")
    assert [(d.code, d.span and d.span.line) for d in diagnostics] == [("does-not-fit", 5)]


def marks(content: str) -> list[float]:
    _, group = drawn(content)
    return [round(shape.box.x - group.box.x) for shape in shapes(group)]


def test_a_timeline_gives_its_last_moment_no_more_room_than_its_text_needs():
    assert marks(TIMELINE) == [0, 283, 565]
    long = TIMELINE.replace("Lær", "Vi mødes igen og ser på det hele og begynder så forfra med det næste projekt")
    assert marks(long) == [0, 261, 522]


def test_names_of_steps_stand_on_one_line_whatever_is_noted():
    _, group = drawn(
        "steps: {alt: x, items: [{text: A, note: kort}, {text: B, note: en note på mere end en enkelt linje}, C]}"
    )
    tops = {shape.pars[0].top for shape in shapes(group)}
    assert len(tops) == 1
    assert {shape.anchor for shape in shapes(group)} == {Anchor.TOP}
