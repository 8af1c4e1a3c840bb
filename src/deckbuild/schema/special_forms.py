"""The schemas of what the reader reads by functions of its own (``reader.hooks``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from deckbuild.blocks.agenda import AgendaItem
from deckbuild.blocks.chart import Chart, ChartFile, ChartSeries
from deckbuild.blocks.ladder import LadderStep
from deckbuild.blocks.picture import Picture
from deckbuild.blocks.quote import Quote
from deckbuild.blocks.table import Table
from deckbuild.diagnostics import Phrase, Words
from deckbuild.locales import LANGUAGES, every_language
from deckbuild.model.answer import Answer
from deckbuild.model.deck import DeckInfo, Handout, ListItem, Node, Question
from deckbuild.model.theme_settings import ThemeSettings, Wish
from deckbuild.reader.language.bounds import MARGIN
from deckbuild.reader.sections.agenda_times import DASHES
from deckbuild.reader.sections.colors import NAMES
from deckbuild.reader.sections.template import NAMES as ROLES
from deckbuild.reader.sections.template import PLACES
from deckbuild.reader.sections.theme import BASES
from deckbuild.reader.sections.type_sizes import BODY, BODY_STEPS, TABLE, TABLE_STEPS, TITLE
from deckbuild.reader.values.special_forms import ID, TAG
from deckbuild.schema.building_blocks import (
    AROUND,
    COLON,
    LINE,
    Schema,
    caseless,
    closed,
    either,
    figure,
    listed,
    named,
    number,
    pattern,
    reference,
    untold,
    words,
    yes_no_or_number,
)

STABLE_NAME = pattern(rf"^\s*{ID.pattern}\s*$", "Write small letters a-z, digits and hyphens.", "afsaet")
PLACE = f"({caseless(['left', 'right', 'top', 'bottom', 'center'])})"
LANGUAGE = pattern(
    words(LANGUAGES), Phrase("Write {codes}.", {"codes": Words(LANGUAGES, "or")}), *LANGUAGES, types=["string"]
)


def _clock(last: int) -> str:
    """Return a regular expression for a time of the day, of which the hour is at most 20 and ``last``."""
    before = "|".join(rf"{caseless([word])}\.?\s*" for each in every_language() for word in each.phrases.clock)
    return rf"({before})?([01]?[0-9]|2[0-{last}])[.:][0-5][0-9]"


def _file(example: str) -> Schema:
    return pattern(
        r"^\s*(?!https?://)\S", "Write the name of a file beside the deck, such as assets/foto.png.", example
    )


FONT = _file("assets/skrift.ttf")
COLOR = pattern(
    f"^{AROUND}#?[0-9A-Fa-f]{{6}}{AROUND}$",
    "Write six digits (0-9, A-F), such as 09508A.",
    "09508A",
    types=["string", "number"],
)
BASE = pattern(words(BASES), "Write lys or mørk, or the name of a file.", "lys", "mørk", types=["string"])

WISH = either(LINE, closed({"layout": LINE, **dict.fromkeys(PLACES, number())}, []))
"""A layout of a template, or one with its placeholders."""

FIELD_FORMS: dict[tuple[type[Node], str], Schema] = {
    (AgendaItem, "slide"): LINE,
    (AgendaItem, "time"): pattern(
        rf"^\s*{_clock(3)}\s*[{DASHES}]{{1,2}}\s*{_clock(4)}\s*$",
        "Write from when to when, such as 9.00-9.20.",
        "9.00-9.20",
        types=["string"],
    ),
    (Chart, "points"): listed(listed(figure(), (2, 2))),
    (Chart, "series"): either(
        named(listed(figure())), listed(closed({"name": LINE, "values": listed(figure())}, ["name", "values"]))
    ),
    (Chart, "values"): named(figure()),
    (ChartFile, "file"): _file("assets/tal.csv"),
    (ChartSeries, "values"): listed(figure()),
    (DeckInfo, "language"): LANGUAGE,
    (DeckInfo, "logo"): _file("assets/logo.svg"),
    (DeckInfo, "output"): LINE,
    (Handout, "margin"): yes_no_or_number(*MARGIN),
    (ListItem, "sub"): listed(reference(ListItem.__name__)),
    (ThemeSettings, "base"): BASE,
    (ThemeSettings, "body"): {**listed(number(*BODY), BODY_STEPS), "examples": [[26, 24, 22, 20]]},
    (ThemeSettings, "colors"): closed(dict.fromkeys(NAMES, COLOR), []),
    (ThemeSettings, "font_files"): either(FONT, listed(FONT)),
    (ThemeSettings, "roles"): closed(dict.fromkeys(ROLES, reference(Wish.__name__)), []),
    (ThemeSettings, "table"): {**listed(number(*TABLE), TABLE_STEPS), "examples": [[18, 16, 14]]},
    (ThemeSettings, "template"): _file("assets/kommune.potx"),
    (ThemeSettings, "title"): number(*TITLE),
    (Picture, "file"): _file("assets/foto.png"),
    (Picture, "focus"): pattern(
        rf"^\s*({PLACE}([\s-]+{PLACE})?|[0-9]{{1,3}}\s*%[\s,]+[0-9]{{1,3}}\s*%)\s*$",
        "Write left, right, top or bottom, two of them, or how far from left and top: 30% 20%.",
        "left",
        "top right",
        "30% 20%",
        types=["string"],
    ),
    (Question, "id"): STABLE_NAME,
    (Quote, "lang"): pattern(rf"^\s*{TAG.pattern}\s*$", "Write a language's short name, such as en.", "en", "de", "sv"),
}


def _list_item(mapping: Schema) -> Schema:
    """A text, its keys, or the text as a key with the list under it."""
    below = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": [*mapping["properties"]]}},
        "additionalProperties": {**mapping["properties"]["sub"], "errorMessage": COLON},
    }
    return either(LINE, mapping, below)


def _question(mapping: Schema) -> Schema:
    """A text or its keys; what is chosen from must be there."""
    chosen: Schema = {"type": "string", "pattern": words([Answer.TICK.value, Answer.SCALE.value])}
    answer = either(chosen, {"type": "array", "contains": chosen})
    rule = {"if": {"properties": {"answer": answer}, "required": ["answer"]}, "then": {"required": ["choices"]}}
    return either(LINE, {**mapping, **rule})


def _one_side(mapping: Schema) -> Schema:
    return {**mapping, "oneOf": [{"required": ["left"]}, {"required": ["right"]}]}


def _named_or_whole(mapping: Schema) -> Schema:
    whole: dict[str, Any] = {"anyOf": [{"required": ["name"]}, {"required": ["columns", "rows"]}]}
    return either(untold(mapping["properties"]["name"]), {**mapping, **whole})


def _numbers_once(mapping: Schema) -> Schema:
    """A chart has its numbers from one place."""
    ways = [{"required": [way]} for way in ("values", "series", "points", "data")]
    return {**mapping, "oneOf": ways, "dependencies": {"series": ["categories"]}}


TYPE_FORMS: dict[type[Node], Callable[[Schema], Schema]] = {
    Chart: _numbers_once,
    LadderStep: _one_side,
    ListItem: _list_item,
    Question: _question,
    Table: _named_or_whole,
}
"""How a class may be written, given the schema of its keys."""
