"""How slides are composed: rows of fields, columns, section slides, and the layouts that authors choose."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckbuild.frame.document import Frame
from deckbuild.frame.items import ChartItem, Connector, LayoutKind, PictureItem, Role, Shape, TextBox
from deckbuild.model.themes import SHIPPED
from deckbuild.pipeline.lay_out import lay_out_deck
from decks import lay_out_yaml


def frames_of(slides: str) -> list[Frame]:
    """Return the slides without the title slide; they have no faults."""
    presentation, found = lay_out_yaml(slides)
    assert [each.text() for each in found] == []
    return list(presentation.frames[1:])


def fields(frame: Frame) -> list[tuple[float, float, float, float]]:
    """Return left, top, width and height of the boxes to write in."""
    boxes = [item.box for item in frame.items if isinstance(item, Shape) and "/field" in item.id]
    return [(round(box.x), round(box.y), round(box.w), round(box.h)) for box in boxes]


@pytest.mark.parametrize(
    ("names", "boxes"),
    [
        ("Før, Efter", [(56, 136, 416, 344), (488, 136, 416, 344)]),
        ("Før, Under, Efter, Senere", [(x, 136, 200, 344) for x in (56, 272, 488, 704)]),
        (
            "i dag kl. 9, i dag kl. 12, om et år, hvis du selv bestemte",
            [(56, 136, 416, 144), (488, 136, 416, 144), (56, 336, 416, 144), (488, 336, 416, 144)],
        ),
        (
            "Når alle er gået hjem fra mødet, Før, Efter",
            [(56, 168, 272, 312), (344, 168, 272, 312), (632, 168, 272, 312)],
        ),
    ],
)
def test_four_fields_stand_two_and_two_when_their_names_need_different_numbers_of_lines(names, boxes):
    (frame,) = frames_of(f"- {{title: Tegn, fields: [{names}]}}")
    assert fields(frame) == boxes


def test_fields_in_two_rows_are_equally_high_whatever_their_names_need():
    (frame,) = frames_of("- {title: Tegn, fields: [A, B, C, D, Når alle er gået hjem til sig selv igen, F]}")
    made = fields(frame)
    assert len({high for *_, high in made}) == 1
    assert {y for _, y, *_ in made} == {136, 352}


@pytest.mark.parametrize(
    ("slide", "places"),
    [
        ("columns: [{bullets: [a]}, {bullets: [b]}]", [(56, 408), (496, 408)]),
        ("bullets: {columns: 2, items: [a, b]}", [(56, 408), (496, 408)]),
        ("columns: [{text: a}, {text: b}, {text: c}]", [(56, 261), (349, 261), (643, 261)]),
    ],
)
def test_columns_are_equally_wide(slide, places):
    (frame,) = frames_of(f"- {{title: A, {slide}}}")
    boxes = [i.box for i in frame.items if isinstance(i, TextBox) and i.role in (Role.BODY, Role.BODY2, Role.BODY3)]
    assert [(round(box.x), round(box.w)) for box in boxes] == places


def band(frame: Frame) -> tuple[int, int]:
    """Return top and height of the band of a section slide."""
    box = next(item.box for item in frame.items if isinstance(item, Shape))
    return round(box.y), round(box.h)


def names(frame: Frame) -> list[tuple[str, int]]:
    """Return the names on a section slide with their type sizes, from the top."""
    boxes = sorted((i for i in frame.items if isinstance(i, TextBox) and "/number" not in i.id), key=lambda i: i.box.y)
    return [(box.pars[0].plain, round(box.pars[0].runs[0].size)) for box in boxes]


@pytest.mark.parametrize(
    ("total", "section", "place", "own", "others"),
    [
        (1, 1, (0, 540), 56, None),
        (2, 2, (270, 270), 56, 28),
        (3, 2, (180, 180), 56, 28),
        (5, 3, (216, 108), 40, 20),
        (9, 1, (0, 88), 40, 20),
        (9, 9, (452, 88), 40, 20),
        (16, 6, (153, 88), 40, 16),
        (24, 12, (226, 88), 40, 16),
    ],
)  # fmt: skip
def test_the_band_of_a_section_is_high_enough_and_the_other_sections_share_the_rest(total, section, place, own, others):
    frame = frames_of("\n".join(f"- section: Del {n}" for n in range(1, total + 1)))[section - 1]
    assert band(frame) == place
    assert dict(names(frame))[f"Del {section}"] == own
    assert {size for name, size in names(frame) if name != f"Del {section}"} == ({others} if others else set())
    text = [i.box for i in frame.items if isinstance(i, TextBox)]
    assert all(box.y >= 0 and box.bottom <= 540 for box in text)


@pytest.mark.parametrize(
    ("total", "section", "shown"),
    [(17, 1, (1, 17)), (24, 12, (4, 20)), (24, 2, (1, 17)), (24, 24, (8, 24)), (18, 10, (2, 18))],
)
def test_of_many_sections_the_nearest_are_shown(total, section, shown):
    frame = frames_of("\n".join(f"- section: Del {n}" for n in range(1, total + 1)))[section - 1]
    assert [name for name, _ in names(frame)] == [f"Del {n}" for n in range(shown[0], shown[1] + 1)]
    assert not [item for item in frame.items if isinstance(item, Connector)]


# Layouts: which suit what, and where things then stand

PICTURE = "picture: {file: foto.jpg, alt: Et rum}"
FILLED = "picture: {file: foto.jpg, alt: Et rum, fit: fill, caption: Rummet, credit: Foto}"
CHART = "chart: {values: {a: 1, b: 2}, alt: x}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a photo of 3:2."""
    made: Path = tmp_path_factory.mktemp("fotos")
    Image.new("RGB", (1800, 1200), "teal").save(made / "foto.jpg")
    return made


def laid(folder: Path, slide: str, theme: str = "lys", title: str = "A") -> Frame:
    """Return the only slide of a deck in a theme."""
    deck = folder / "deck.yaml"
    deck.write_text(f"deck:\n  title: Prøve\ntheme: {theme}\nslides:\n  - title: {title}\n    {slide}\n", "utf-8")
    made, found = lay_out_deck(deck)
    assert made, [each.text() for each in found]
    assert [each.text() for each in found] == []
    return made.presentation.frames[1]


@pytest.mark.parametrize(
    ("slide", "layout"),
    [
        ("bullets: [a, b]", LayoutKind.SHORT),
        ("layout: text\n    bullets: [a, b]", LayoutKind.TEXT),
        ("layout: columns\n    bullets: [a, b]", LayoutKind.COLUMNS),
        ("layout: to spalter\n    bullets: [a, b]", LayoutKind.COLUMNS),
        ("layout: Two Columns\n    numbered: [a, b]", LayoutKind.PROSE_COLUMNS),
        ("layout: questions\n    reflection: [Hvad nu?]", LayoutKind.QUESTIONS),
        (PICTURE, LayoutKind.FIGURE),
        (f"layout: picture\n    {PICTURE}", LayoutKind.PICTURE),
        (FILLED, LayoutKind.PICTURE),
        (f"layout: figure\n    {FILLED}", LayoutKind.FIGURE),
        (f"body: [bullets: [a], {PICTURE}]", LayoutKind.BESIDE),
        (f"body: [{PICTURE}, text: a]", LayoutKind.BESIDE),
        (f"body: [bullets: [a], {FILLED}]", LayoutKind.PICTURE_TEXT),
        (f"layout: picture-text\n    body: [bullets: [a], {PICTURE}]", LayoutKind.PICTURE_TEXT),
        (f"layout: beside\n    body: [bullets: [a], {FILLED}]", LayoutKind.BESIDE),
        (f"layout: text\n    body: [bullets: [a], {PICTURE}]", LayoutKind.TEXT),
        (f"layout: columns\n    body: [bullets: [a], {PICTURE}]", LayoutKind.COLUMNS),
        (f"body: [reflection: [a?], {PICTURE}]", LayoutKind.QUESTIONS),
        (CHART, LayoutKind.CHART),
        (f"body: [bullets: [a], {CHART}]", LayoutKind.TEXT),
        (f"layout: beside\n    body: [bullets: [a], {CHART}]", LayoutKind.BESIDE),
        ("layout: columns\n    body: [bullets: [a], table: {columns: [a], rows: [[b]]}]", LayoutKind.COLUMNS),
    ],
)
def test_content_has_its_usual_layout_or_the_one_that_its_author_chooses(folder, slide, layout):
    assert laid(folder, slide).layout is layout


@pytest.mark.parametrize("theme", ["lys", "mørk", "bog", "sal"])
@pytest.mark.parametrize(
    ("slide", "kind"),
    [
        (FILLED, LayoutKind.PICTURE),
        (f"body: [bullets: [a, b], {FILLED}]", LayoutKind.PICTURE_TEXT),
        (CHART, LayoutKind.CHART),
    ],
)
def test_pictures_and_charts_fill_their_placeholder(folder, theme, slide, kind):
    frame = laid(folder, slide, theme)
    master = SHIPPED[theme].slide_master
    item = next(item for item in frame.items if isinstance(item, PictureItem | ChartItem))
    assert item.box == master.layouts[kind].boxes[Role.CHART if kind is LayoutKind.CHART else Role.PICTURE]
    if kind is not LayoutKind.CHART:
        said = [i.pars[0].plain for i in frame.items if isinstance(i, TextBox) and i.role is Role.SOURCE]
        assert [text.replace("\xa0", " ") for text in said] == ["Rummet · Foto"]


@pytest.mark.parametrize(("title", "lines"), [("Kort", 1), ("En lang titel " * 5, 2)])
def test_a_title_on_a_picture_has_a_plate_as_wide_as_its_text(folder, title, lines):
    frame = laid(folder, FILLED, title=title)
    plate = next(i.box for i in frame.items if isinstance(i, Shape) and i.id.endswith("title/plate"))
    text = next(i for i in frame.items if isinstance(i, TextBox) and i.role is Role.TITLE)
    assert isinstance(frame.items[0], PictureItem)  # behind all else
    assert len(text.pars[0].lines) == lines
    assert (plate.x, plate.bottom) == (24, 488)
    assert plate.w == text.box.w + 64 <= 880
    assert plate.h == text.box.h + 48
