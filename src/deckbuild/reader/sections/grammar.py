"""Lists the functions that read what the model's annotations can't express."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from deckbuild.model.deck import Block, DeckInfo, Handout, ListItem, Question, SourceRef
from deckbuild.model.written import Notation
from deckbuild.reader.checks.references import known_source, with_definition
from deckbuild.reader.context import FAILED, Convert, Failed, Grammar, Node, Reading
from deckbuild.reader.sections.board_answers import fill_board
from deckbuild.reader.sections.content import read_with_blocks
from deckbuild.reader.sections.dates import check_dates, days_of_the_calendar
from deckbuild.reader.values import special_forms
from deckbuild.reader.values.missing_keys import missing_alt
from deckbuild.reader.values.own_numbers import report_numbers_after_bullets, report_own_numbers


@cache
def grammar() -> Grammar:
    """Return the grammar that every reading uses; it is made once."""
    return Grammar(
        fields={form: reader_of(form) for form in Notation},
        types={ListItem: special_forms.list_item, Question: special_forms.question},
        with_blocks=read_with_blocks,
        finish=finish,
    )


FORMS: dict[Notation, tuple[str, str]] = {
    Notation.ANY_LANGUAGE: ("values.special_forms", "any_language"),
    Notation.CHART_POINTS: ("sections.charts.fields", "pairs"),
    Notation.CHART_SERIES: ("sections.charts.fields", "all_series"),
    Notation.CHART_VALUES: ("sections.charts.fields", "named_numbers"),
    Notation.CLOCK_TIMES: ("sections.agenda_times", "from_to"),
    Notation.DATA_FILE: ("sections.charts.files", "data_file"),
    Notation.FILE_STEM: ("values.special_forms", "file_stem"),
    Notation.FOCUS: ("sections.focus", "focus"),
    Notation.FONT_FILES: ("sections.template", "read_fonts"),
    Notation.LANGUAGE: ("values.special_forms", "language"),
    Notation.LAYOUT_ROLES: ("sections.template", "read_roles"),
    Notation.LOGO_FILE: ("sections.picture_files", "picture_file"),
    Notation.NOTE_LINES: ("values.special_forms", "margin"),
    Notation.NUMBERS: ("sections.charts.fields", "numbers"),
    Notation.PICTURE_FILE: ("sections.picture_files", "picture_file"),
    Notation.SLIDE_ID: ("sections.agenda_times", "first_slide"),
    Notation.STABLE_NAME: ("values.special_forms", "stable_name"),
    Notation.SUB_LIST: ("values.special_forms", "sub_list"),
    Notation.TABLE_HEADS: ("values.special_forms", "table_heads"),
    Notation.TEMPLATE_FILE: ("sections.template", "read_path"),
    Notation.THEME_BASE: ("sections.theme", "read_base"),
    Notation.THEME_COLORS: ("sections.colors", "read_colors"),
    Notation.TYPE_SIZES_BODY: ("sections.type_sizes", "body_sizes"),
    Notation.TYPE_SIZES_TABLE: ("sections.type_sizes", "table_sizes"),
    Notation.TYPE_SIZE_TITLE: ("sections.type_sizes", "title_size"),
}
"""Notation -> the reader's module and function for it. It is imported when first needed: a deck uses few notations."""


def reader_of(form: Notation) -> Convert:
    """Return the function that reads a notation. It imports the module at its first call."""
    module, name = FORMS[form]

    def read(node: Node, reading: Reading, key: str) -> Any:
        return getattr(import_module(f"deckbuild.reader.{module}"), name)(node, reading, key)

    return read


def finish(made: Any, node: Node, reading: Reading) -> Any:
    """Look up what an object refers to, and check that its fields fit together.

    Returns the object, another in its place, or FAILED when a fault was reported.
    """
    match made:
        case SourceRef():
            made = known_source(made, node, reading)
        case Handout():
            made = special_forms.with_words(made, node, reading)
        case DeckInfo():
            made = days_of_the_calendar(made, node, reading)
        case Block():
            made = _complete(made, node, reading)
    if made is FAILED:
        return FAILED
    for texts in made.numbered:
        report_own_numbers(texts, reading)
    if isinstance(made, Block) and made.bulleted:
        report_numbers_after_bullets(made.bulleted, made.KIND, made.WITH_NUMBERS, node, reading)
    checked = made.checked(reading.diagnostics)
    return FAILED if checked is None else checked


def _complete(block: Block, node: Node, reading: Reading) -> Block | Failed:
    """Return a block with what it takes from elsewhere: a definition, collected answers, or the cells of a file."""
    if (
        block.DESCRIBED_BY
        and not reading.around.described
        and not any(getattr(block, name) for name in block.DESCRIBED_BY)
    ):
        missing_alt(node, reading, picture=len(block.DESCRIBED_BY) > 1)
        return FAILED
    if (programme := block.programme) and programme.day:
        check_dates(programme.day, block.at("day"), node, reading)
    if block.unresolved:
        return with_definition(block, node, reading)
    if answers := block.shown_answers:
        return fill_board(block, answers, node, reading)
    if wanted := block.wanted_table:
        from deckbuild.reader.sections.charts.files import read_table

        cells = read_table(wanted, reading)
        return FAILED if cells is FAILED else block.with_table(cells)
    return block
