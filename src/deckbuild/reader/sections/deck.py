"""The root node of a deck file -> the deck."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Span
from deckbuild.model.deck import Deck, DeckInfo, HandoutSettings, Source
from deckbuild.model.text import Text
from deckbuild.model.themes import LIGHT
from deckbuild.reader.checks.accessibility import check_access
from deckbuild.reader.checks.copies import check_copies
from deckbuild.reader.checks.placeholders import check_placeholders
from deckbuild.reader.checks.question_numbers import check_question_numbers
from deckbuild.reader.checks.references import check_days, check_links, check_sheets, check_starts, check_unused
from deckbuild.reader.checks.slide_numbers import check_slide_numbers
from deckbuild.reader.context import FAILED, Convert, Failed, MappingNode, Node, Reading, ScalarNode, SequenceNode
from deckbuild.reader.language.suggest import sure
from deckbuild.reader.language.top_keys import REQUIRED, TopKey
from deckbuild.reader.sections.board_answers import check_answered
from deckbuild.reader.sections.definitions import read_figure, read_named, read_table
from deckbuild.reader.sections.slide_layouts import with_chosen_layouts
from deckbuild.reader.sections.slides import read_slides
from deckbuild.reader.sections.theme import read_theme
from deckbuild.reader.values.convert import converter, to_mapping
from deckbuild.reader.values.unknown_keys import meant, pairs_by_name, unknown_key

EXAMPLE = "A deck file has `deck:`, and under it `title: …`; then `slides:`, and under it `- title: …`."


def read_deck(root: Node, path: Path, reading: Reading) -> Deck | Failed:
    """Return the deck from the root node of its file, or FAILED when anything has errors."""
    if not isinstance(root, MappingNode):
        _not_a_deck(root, reading)
        return FAILED
    parts, right = _parts(root, reading)
    values: dict[str, Any] = {}
    for key in READERS:
        if key in parts:
            values[key] = READERS[key](parts[key], reading, key)
            right = right and values[key] is not FAILED
    if right and not reading.diagnostics.has_errors:
        check_unused(reading)
    check_links(reading)
    check_answered(reading)
    check_starts(reading)
    check_sheets(values.get("handout"), reading)
    found, theme = values.get("slides", FAILED), values.get("theme", LIGHT)
    slides, sections = ((), ()) if FAILED in (found, theme) else found
    slides = with_chosen_layouts(slides, theme, reading)
    if not right or reading.diagnostics.has_errors:
        return FAILED
    deck = Deck(
        path=path,
        info=values["deck"],
        slides=slides,
        sections=sections,
        words=values.get("words", {}),
        sources=values.get("sources", {}),
        figures=reading.names.figures,
        handout=values.get("handout") or HandoutSettings(),
        theme=theme,
        span=reading.span(root),
        places={key: reading.span(node) for key, node in parts.items()},
    )
    check_access(deck, reading)
    check_days(deck, reading)
    check_placeholders(deck, reading)
    check_copies(slides, reading)
    check_slide_numbers(slides, reading)
    check_question_numbers(slides, reading)
    return deck


def _parts(root: MappingNode, reading: Reading) -> tuple[dict[str, Node], bool]:
    known = [key.value for key in TopKey]
    _join_slides(root, reading)
    pairs = pairs_by_name(root, reading)
    strange = [name for name in pairs if name not in known]
    for name in strange:
        unknown_key(pairs[name][0], known, reading, taken=pairs.keys())
    misspelt = {meant(name, known) for name in strange}
    called = {sure(name, [key for key in known if key not in pairs]) or name: name for name in pairs if name in strange}
    parts = {name: pairs[called.get(name, name)][1] for name in known if called.get(name, name) in pairs}
    for key in REQUIRED:
        if key not in parts and key not in misspelt:
            reading.error(
                "missing-key",
                root,
                "The file has no `{key}:`.",
                ("Add a line `{key}:` that begins at the very left, with its content under it.", EXAMPLE),
                key=key,
            )
    return parts, not strange and len(parts) == len(root.value) and parts.keys() >= {*REQUIRED}


def _join_slides(root: MappingNode, reading: Reading) -> None:
    """Put together lists of slides, if ``slides:`` stands several times, and report each line but the first."""
    lists = [(key, value) for key, value in root.value if getattr(key, "value", "") == TopKey.SLIDES]
    if len(lists) < 2 or not all(isinstance(value, SequenceNode) for _, value in lists):
        return
    (first, all_slides), *others = lists
    joined = [*all_slides.value]
    for key, value in others:
        joined += value.value
        number = key.start_mark.line + 1
        if reading.file.line(number).startswith("slides"):
            place = root.value.index((key, value))
            along = root.value[place - 1][0] in (first, *(each for each, _ in others))
            reading.error(
                "duplicate-key",
                key,
                "`{key}:` stands here for the second time; the first is on line {line}.",
                "Delete this line: the slides below it then follow the slides above."
                if along
                else "Delete this line, and move the slides below it up to the other slides.",
                key=key.value,
                line=first.start_mark.line + 1,
                edits=reading.swap(Span.of_lines(reading.file, number, number), "") if along else (),
            )
    all_slides.value[:] = joined
    root.value[:] = [pair for pair in root.value if pair not in others]


def _not_a_deck(root: Node, reading: Reading) -> None:
    message = "This is a text, but a deck file has keys such as `deck:` and `slides:`."
    hint = ""
    if not isinstance(root, ScalarNode):
        message = "The file begins with a list, but a deck file begins with keys such as `deck:` and `slides:`."
        hint = "Are these the slides? Write `slides:` on the line above them."
    reading.error("not-a-deck", root, message, (hint, EXAMPLE))


def _sources(node: Node, reading: Reading, key: str) -> dict[str, Source] | Failed:
    found = read_named(node, reading, key, converter(Source))
    numbers: dict[int, str] = {}
    for name, source in reading.names.sources.items():
        first = numbers.setdefault(source.number, name)
        if first != name:
            reading.error(
                "same-number",
                source.at("number") or node,
                "Number {number} is taken: `{first}` has it.",
                "Give each work a number of its own.",
                number=source.number,
                first=first,
            )
    return found


READERS: dict[TopKey, Convert] = {
    TopKey.SOURCES: _sources,
    TopKey.FIGURES: lambda node, reading, key: read_named(node, reading, key, read_figure),
    TopKey.TABLES: lambda node, reading, key: read_named(node, reading, key, read_table),
    TopKey.SLIDES: lambda node, reading, _: read_slides(node, reading),
    TopKey.DECK: converter(DeckInfo),
    TopKey.THEME: read_theme,
    TopKey.WORDS: partial(to_mapping, converter(Text)),
    TopKey.HANDOUT: converter(HandoutSettings),
}
"""How the value of each top key is read. Definitions come before the parts that use them by name."""
