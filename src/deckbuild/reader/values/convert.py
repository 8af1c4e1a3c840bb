"""YAML nodes -> the model's dataclasses, driven by their annotations. A field's name is its key in the file."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics import Arg, Edit, Joined, Phrase, Span
from deckbuild.locales.synonyms import NO
from deckbuild.model.block import Answer
from deckbuild.model.deck import Block, Handout, SourceRef
from deckbuild.model.deck import Node as Model
from deckbuild.model.edition import Edition
from deckbuild.model.text import Paragraph, Text
from deckbuild.model.written import AT_LEAST_ONE, Between
from deckbuild.reader.context import (
    FAILED,
    Convert,
    Failed,
    Grammar,
    MappingNode,
    Node,
    Reading,
    ScalarNode,
    SequenceNode,
    shortened,
)
from deckbuild.reader.language.bounds import in_range, right_length
from deckbuild.reader.language.examples import LONGEST, example, in_brackets, own_words
from deckbuild.reader.language.fields import WrittenField, keys_of, yaml_key
from deckbuild.reader.language.suggest import listed
from deckbuild.reader.values import scalars
from deckbuild.reader.values.markdown import read_prose
from deckbuild.reader.values.markdown_inline import missing_letters, report_direction
from deckbuild.reader.values.misread_mapping import Misread, foreign, misread_mapping
from deckbuild.reader.values.missing_keys import missing_alt, missing_key
from deckbuild.reader.values.split_items import one_item_split, semicolons, split_quotation
from deckbuild.reader.values.unknown_keys import duplicate_key, key_name, unknown_keys
from deckbuild.reader.values.wrong_kind import own_name, too_far_in, wrong_kind

ONE_OR_MANY = (Answer, Edition, SourceRef)
"""A list of these may be written without its hyphen or brackets when it has only one item."""


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """How one key of a mapping is read."""

    name: str
    convert: Convert
    required: bool


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """How a dataclass is read: made once for each class, from its annotations."""

    by_key: dict[str, KeyPlan]
    required: tuple[tuple[str, str], ...]
    """(Key, field name) of the required keys."""
    shorthand: str
    shorthand_text: bool
    rarely_keys: bool
    """Whether the shorthand's key is the only one, or its value a list: few write that key then."""
    example: Joined

    def shown(self, cls: type[Model], node: Node) -> Joined:
        """Return an example of an object in YAML, made with the author's texts in ``node`` if they fit."""
        own = own_words(cls.__name__, [key for key, _ in self.required], node)
        return own if 0 < len(own.text()) <= LONGEST else self.example


def plan_of(cls: type[Model], grammar: Grammar) -> ClassPlan:
    """Return the plan of a dataclass, which is made at the first call."""
    if cls not in grammar.plans:
        grammar.plans[cls] = _plan(cls, grammar)
    plan: ClassPlan = grammar.plans[cls]
    return plan


def _plan(cls: type[Model], grammar: Grammar) -> ClassPlan:
    fields = keys_of(cls)
    by_key = {
        key: KeyPlan(field.name, grammar.fields[field.form] if field.form else _bounded(field), field.required)
        for key, field in fields.items()
    }
    shorthand = yaml_key(cls.SHORTHAND)
    return ClassPlan(
        by_key,
        tuple((key, field.name) for key, field in by_key.items() if field.required),
        shorthand,
        shorthand in fields and fields[shorthand].hint is Text,
        [*by_key] == [shorthand] or (shorthand in fields and get_origin(fields[shorthand].hint) in (list, tuple)),
        example(cls.__name__),
    )


def _bounded(field: WrittenField) -> Convert:
    if field.bounds and field.hint in (int, int | None):
        return partial(_number, field.bounds)
    return converter(field.hint, field.bounds or AT_LEAST_ONE)


def _number(bounds: Between, node: Node, reading: Reading, key: str) -> int | Failed:
    value = scalars.to_int(node, reading, key, max(bounds.low, min(4, bounds.high)))
    return value if value is FAILED or in_range(value, bounds, node, reading, key) else FAILED


SIMPLE: dict[Any, Convert] = {
    Text: scalars.to_text,
    str: scalars.to_str,
    int: scalars.to_int,
    bool: scalars.to_bool,
    Path: scalars.to_path,
}


def converter(hint: Any, bounds: Between = AT_LEAST_ONE) -> Convert:
    """Return the function that reads values of a type; ``bounds`` are the fewest and the most items of a list.

    Raises ``TypeError`` when no value of the type can be written in deck.yaml.
    """
    if hint in SIMPLE:
        return SIMPLE[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return converter(next(arg for arg in args if arg is not type(None)), bounds)
    if origin is tuple:
        return _list_converter(args[0], bounds)
    if origin is not None and issubclass(origin, Mapping):
        return partial(to_mapping, converter(args[1]))
    if issubclass(hint, Enum):
        return partial(scalars.to_choice, hint)
    if issubclass(hint, Model):
        return partial(to_model, hint)
    raise TypeError(f"deck.yaml has no way to write {hint}")


def _list_converter(item: Any, bounds: Between) -> Convert:
    if item is Paragraph:
        return to_prose
    if get_origin(item) is tuple and get_args(item)[0] is Text:
        return partial(to_list, to_row, bounds, Phrase("[cell, cell, cell]"))
    if item in ONE_OR_MANY:
        return partial(to_one_or_many, converter(item))
    return partial(to_list, converter(item), bounds, item if issubclass(item, Model) else "")


def to_prose(node: Node, reading: Reading, key: str) -> tuple[Paragraph, ...] | Failed:
    """Read a text of Markdown as paragraphs."""
    if scalars.scalar(node, reading, key) is FAILED or not isinstance(node, ScalarNode):
        return FAILED
    if key != "notes":  # notes are not printed
        missing_letters(node.value, reading.span(node), reading.diagnostics)
        report_direction(node.value, reading.span(node), reading.diagnostics)
    prose = read_prose(node, reading)
    return prose if scalars.shows("".join(each.text.plain for each in prose), node, reading) else FAILED


def to_list(
    item: Convert, bounds: Between, what: type[Model] | Arg, node: Node, reading: Reading, key: str
) -> tuple[Any, ...] | Failed:
    """Read a list and report the faults of all its items. ``what`` is the class of an item, or an example of one."""
    if not isinstance(node, SequenceNode):
        wrong_kind(
            node,
            reading,
            key,
            "list",
            _first(plan_of(what, reading.grammar), what, node) if isinstance(what, type) else what,
            least=bounds.low,
        )
        return FAILED
    with reading.held() as faults:
        found = [item(child, reading, key) for child in node.value]
    required = (
        []
        if not isinstance(what, type) or FAILED not in found
        else [key for key, _ in plan_of(what, reading.grammar).required]
    )
    if semicolons(node, reading, key) or split_quotation(node, reading) or one_item_split(node, required, reading):
        return FAILED
    reading.diagnostics.extend(faults)
    if not right_length(node, bounds, reading, key) or FAILED in found:
        return FAILED
    return tuple(found)


def _first(plan: ClassPlan, cls: type[Model], node: Node) -> Arg:
    """Return an example of a list's first item, made from the mapping that stands in the place of the list."""
    if not isinstance(node, MappingNode) or not node.value:
        return "" if plan.shorthand else plan.example
    key, value = node.value[0]
    if isinstance(key, ScalarNode) and isinstance(value, ScalarNode) and key.value in plan.by_key:
        line = f"{key.value}: {value.value}"
        return line if len(line) <= LONGEST and "\n" not in line else plan.example
    return plan.shown(cls, MappingNode(node.tag, node.value[:1], node.start_mark, node.end_mark))


def to_row(node: Node, reading: Reading, key: str) -> tuple[Any, ...] | Failed:
    """Read a row of a table: a list with a cell for each column."""
    if isinstance(node, SequenceNode):
        return to_list(scalars.to_cell, AT_LEAST_ONE, "", node, reading, key)
    place = reading.span(node)
    below = reading.file.line(place.line + 1)
    if isinstance(node, ScalarNode) and below.startswith(" " * (place.column - 1) + "- "):
        reading.error(
            "wrong-kind",
            place,
            "The first cell of a row has two hyphens before it, and the others below it have one: here is one too few.",
            "Write `- - {cell}`.",
            cell=shortened(place.onward.strip(), LONGEST),
            edits=reading.inserted(replace(place, end_line=place.line, end_column=place.column), "- "),
        )
        return FAILED
    cells = in_brackets(node) if isinstance(node, ScalarNode) else ""
    reading.error(
        "wrong-kind",
        node,
        "This row is not a list of cells.",
        (
            "Put the cells in brackets with commas between them: `- {cells}`.",
            "A cell with a comma or colon in it stands in quotation marks.",
        ),
        cells=cells if "," in cells else Phrase("[Draft, Consultation, Dialogue]"),
        edits=reading.swap(node, cells) if cells and "," in cells else (),
    )
    return FAILED


def to_one_or_many(item: Convert, node: Node, reading: Reading, key: str) -> tuple[Any, ...] | Failed:
    """Read a list, or an only item that is written without a list."""
    if isinstance(node, SequenceNode):
        return to_list(item, AT_LEAST_ONE, "", node, reading, key)
    found = item(node, reading, key)
    return FAILED if found is FAILED else (found,)


def to_mapping(item: Convert, node: Node, reading: Reading, key: str) -> dict[str, Any] | Failed:
    """Read a mapping whose keys are names that the author chooses."""
    if not isinstance(node, MappingNode):
        wrong_kind(node, reading, key, "keys", own_name(node, key))
        return FAILED
    found: dict[str, Any] = {}
    seen: dict[str, Node] = {}
    failed = False
    for name_node, value_node in node.value:
        name = key_name(name_node, reading)
        if name in seen:
            duplicate_key(name_node, seen[name], reading)
        with reading.held() as faults:
            value = item(value_node, reading, name) if name else FAILED
        if value is not FAILED or not too_far_in(name_node, value_node, reading):
            reading.diagnostics.extend(faults)
        failed = failed or value is FAILED or name in seen
        seen[name] = name_node
        found[name] = value
    return FAILED if failed else found


def to_model(cls: type[Model], node: Node, reading: Reading, key: str) -> Any:
    """Read an object of the model, from its keys or its shorthand; returns it or FAILED."""
    if cls.HOLDS_BLOCKS:
        return reading.grammar.with_blocks(cls, node, reading, key)
    if special := reading.grammar.types.get(cls):
        return special(node, reading, key)
    return read_model(cls, node, reading, key)


def read_model(cls: type[Model], node: Node, reading: Reading, key: str, **given: Any) -> Any:
    """Read an object of the model, without the functions that some classes have of their own.

    ``given`` are values of fields that do not come from the object's keys. Returns the object or FAILED.
    """
    plan = plan_of(cls, reading.grammar)
    values: dict[str, Any] = dict(given)
    places: dict[str, Span] = {}
    if issubclass(cls, Block):
        reading.around.kind = cls.KIND
    if isinstance(node, MappingNode) and not (plan.rarely_keys and foreign(node, plan.by_key)):
        required = [key for key, _ in plan.required]
        if misread_mapping(Misread(node, reading, cls.__name__, plan.by_key, required, plan.shorthand_text)):
            return FAILED
        failed = not _fill(plan, node, reading, values, places, given, cls)
    elif plan.shorthand and not (isinstance(node, SequenceNode) and cls.ANY_OF):
        field = plan.by_key[plan.shorthand]
        values[field.name] = field.convert(node, reading, key)
        places[field.name] = reading.span(node)
        failed = values[field.name] is FAILED
        if not (failed and isinstance(node, MappingNode)):  # what else it lacks can be told once it is a list
            failed = not _complete(plan, node, reading, values, given, cls) or failed
    else:
        fix = _rewritten(cls, plan, node, reading)
        wrong_kind(node, reading, key, "keys", fix[0], listed(plan.by_key), fix[1])
        return FAILED
    if failed:
        return FAILED
    made = cls(span=reading.span(node), places=places, **values)
    return reading.grammar.finish(made, node, reading)


def _rewritten(cls: type[Model], plan: ClassPlan, node: Node, reading: Reading) -> tuple[Arg, tuple[Edit, ...]]:
    """Return an example of the object in YAML, and the edit that writes it if every text in it is the author's."""
    if cls is Handout and isinstance(node, ScalarNode) and node.value.strip().casefold() in (*NO, "skip"):
        return "{skip: yes}", reading.swap(node, "{skip: yes}")
    written = own_words(cls.__name__, [key for key, _ in plan.required], node)
    edits = reading.swap(node, written.text()) if written and isinstance(node, SequenceNode) and node.flow_style else ()
    return plan.shown(cls, node), edits


def _fill(
    plan: ClassPlan,
    node: MappingNode,
    reading: Reading,
    values: dict[str, Any],
    places: dict[str, Span],
    given: dict[str, Any],
    cls: type[Model],
) -> bool:
    """Read the pairs of a mapping into ``values`` and ``places``, by field name. Returns whether all went well."""
    misspelt = unknown_keys(node, plan.by_key, reading)
    right = not misspelt
    seen: dict[str, Node] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        if key in seen:
            duplicate_key(key_node, seen[key], reading)
            right = False
            continue
        field = plan.by_key.get(key)
        if field is None:
            continue
        seen[key] = key_node
        if field.required:
            reading.around.required = value_node
        value = field.convert(value_node, reading, key)
        values[field.name] = value
        places[field.name] = value.span if type(value) is Text and value.span else reading.span(value_node)
        right = right and value is not FAILED
    return _complete(plan, node, reading, values, {**given, **dict.fromkeys(misspelt)}, cls) and right


def _complete(
    plan: ClassPlan, node: Node, reading: Reading, values: dict[str, Any], given: dict[str, Any], cls: type[Model]
) -> bool:
    missing = [key for key, name in plan.required if name not in values and name not in given and key not in given]
    if "" in given and not values.keys() - given.keys():
        return not missing  # no key is right, and the report of each names the keys that belong here
    if issubclass(cls, Block) and _undescribed(cls, {*values, *given}, node, reading):
        return False
    for key in missing:
        missing_key(key, node, plan.by_key, reading)
    return not missing


def _undescribed(kind: type[Block], fields: set[str], node: Node, reading: Reading) -> bool:
    """Report a drawing outside ``figures:`` that has no description. Returns whether it was reported."""
    if not kind.DESCRIBED_BY or fields & {*kind.DESCRIBED_BY} or reading.around.described:
        return False
    missing_alt(node, reading, picture=len(kind.DESCRIBED_BY) > 1)
    return True
