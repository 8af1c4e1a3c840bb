"""The schemas of values that the reader reads with functions of their own, by ``Notation`` and by class."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.diagnostics import Phrase, Words
from deckbuild.locales import LANGUAGES, every_language
from deckbuild.model.block import Answer
from deckbuild.model.clock import DASHES
from deckbuild.model.deck import ListItem, Node, Question
from deckbuild.model.theme_settings import Wish
from deckbuild.model.themes import SHIPPED
from deckbuild.model.written import Notation
from deckbuild.reader.language.bounds import MARGIN
from deckbuild.reader.sections.colors import NAMES
from deckbuild.reader.sections.template import NAMES as ROLES
from deckbuild.reader.sections.template import PLACES
from deckbuild.reader.sections.theme import BASES
from deckbuild.reader.sections.type_sizes import BODY, BODY_STEPS, TABLE, TABLE_STEPS, TITLE
from deckbuild.reader.values.special_forms import ID, TAG
from deckbuild.schema.building_blocks import (
    AROUND,
    CELL,
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
    words,
    yes_no_or_number,
)

STABLE_NAME = pattern(rf"^\s*{ID.pattern}\s*$", "Write small letters a-z, digits and hyphens.", "afsaet")
PLACE = f"({caseless(['left', 'right', 'top', 'bottom', 'center'])})"
LANGUAGE = pattern(
    words(LANGUAGES), Phrase("Write {codes}.", {"codes": Words(LANGUAGES, "or")}), *LANGUAGES, types=["string"]
)


def _clock(last: int) -> str:
    """Return a regular expression for a time of the day whose hour is at most 20 + ``last``."""
    words = [word for each in every_language() for word in (*each.phrases.clock, *each.phrases.roughly)]
    before = "|".join(caseless([word[0]]) + word[1:] for word in words)
    return rf"(({before})\.?\s*)*([01]?[0-9]|2[0-{last}])[.:][0-5][0-9]"


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
BASE = pattern(words(BASES), "Write the name of a theme or a file.", *SHIPPED, types=["string"])

WISH = either(LINE, closed({"layout": LINE, **dict.fromkeys(PLACES, number())}, []))
"""A slide layout of a template: its name, or its name with the numbers of its placeholders."""

FIELD_FORMS: dict[Notation, Schema] = {
    Notation.SLIDE_ID: LINE,
    Notation.CLOCK_TIMES: pattern(
        rf"^\s*{_clock(3)}\s*[{DASHES}]{{1,2}}\s*{_clock(4)}\s*$",
        "Write from when to when, such as 9.00-9.20.",
        "9.00-9.20",
        types=["string"],
    ),
    Notation.CHART_POINTS: listed(listed(figure(), (2, 2))),
    Notation.CHART_SERIES: either(
        named(listed(figure())), listed(closed({"name": LINE, "values": listed(figure())}, ["name", "values"]))
    ),
    Notation.CHART_VALUES: named(figure()),
    Notation.DATA_FILE: _file("assets/tal.csv"),
    Notation.NUMBERS: listed(figure()),
    Notation.LANGUAGE: LANGUAGE,
    Notation.LOGO_FILE: _file("assets/logo.svg"),
    Notation.FILE_STEM: LINE,
    Notation.NOTE_LINES: yes_no_or_number(*MARGIN),
    Notation.SUB_LIST: listed(reference(ListItem.__name__)),
    Notation.TABLE_HEADS: listed(CELL),
    Notation.THEME_BASE: BASE,
    Notation.TYPE_SIZES_BODY: {**listed(number(*BODY), BODY_STEPS), "examples": [[26, 24, 22, 20]]},
    Notation.THEME_COLORS: closed(dict.fromkeys(NAMES, COLOR), []),
    Notation.FONT_FILES: either(FONT, listed(FONT)),
    Notation.LAYOUT_ROLES: {**named(reference(Wish.__name__)), "propertyNames": {"enum": [*ROLES]}},
    Notation.TYPE_SIZES_TABLE: {**listed(number(*TABLE), TABLE_STEPS), "examples": [[18, 16, 14]]},
    Notation.TEMPLATE_FILE: _file("assets/kommune.potx"),
    Notation.TYPE_SIZE_TITLE: number(*TITLE),
    Notation.PICTURE_FILE: _file("assets/foto.png"),
    Notation.FOCUS: pattern(
        rf"^\s*({PLACE}([\s-]+{PLACE})?|[0-9]{{1,3}}\s*%[\s,]+[0-9]{{1,3}}\s*%)\s*$",
        "Write left, right, top or bottom, two of them, or how far from left and top: 30% 20%.",
        "left",
        "top right",
        "30% 20%",
        types=["string"],
    ),
    Notation.STABLE_NAME: STABLE_NAME,
    Notation.ANY_LANGUAGE: pattern(
        rf"^\s*{TAG.pattern}\s*$", "Write a language's short name, such as en.", "en", "de", "sv"
    ),
}


def _list_item(mapping: Schema) -> Schema:
    """Return the schema of a list item: a text, a mapping, or the text as a key with its list as the value."""
    below = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"not": {"enum": [*mapping["properties"]]}},
        "additionalProperties": {**mapping["properties"]["sub"], "errorMessage": COLON},
    }
    return either(LINE, mapping, below)


def _question(mapping: Schema) -> Schema:
    """Return the schema of a question: a text, or a mapping, which needs ``choices`` if participants choose."""
    chosen: Schema = {"type": "string", "pattern": words([Answer.TICK.value, Answer.SCALE.value])}
    answer = either(chosen, {"type": "array", "contains": chosen})
    rule = {"if": {"properties": {"answer": answer}, "required": ["answer"]}, "then": {"required": ["choices"]}}
    return either(LINE, {**mapping, **rule})


TYPE_FORMS: dict[type[Node], Callable[[Schema], Schema]] = {
    ListItem: _list_item,
    Question: _question,
}
"""Class -> function that turns the schema of its mapping into the schema of all ways to write it."""
