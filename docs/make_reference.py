"""The reference page: what the schema tells editors, told to readers, with the gallery's cases as examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckbuild.blocks.registry import KINDS
from deckbuild.schema import deck_schema
from deckbuild.schema.documentation import class_doc
from deckbuild.schema.pieces import CELL, LINE, Schema, yes_no
from make_gallery import Case, cases

SCHEMA = deck_schema()
DEFINITIONS: dict[str, Schema] = SCHEMA["definitions"]
SHARED = {
    "Question": "questions",
    "ListItem": "items-of-lists",
    "SourceRef": "sources",
    "Handout": "the-slide-in-the-handout",
}
"""What several kinds hold -> the heading it is told under."""

HEAD = """\
# deck.yaml, key by key

Made by `python docs/make.py` from the program itself; change the docstrings and the decks in `docs/gallery/`
instead of this page. All pictures, in both themes, are in [the gallery](gallery/README.md).

## The smallest deck

```yaml
deck:
  title: Bedre møder
slides:
  - title: Dagens spørgsmål
    bullets:
      - Hvad virker?
      - Hvad mangler?
```

`deckbuild build` makes slides and a handout of it. A text may have `**bold**`, `*italic*` and `[a
link](https://example.org)`. Where a text has a colon or begins with a sign, put it in quotation marks, or write
`>-` and the text on the lines below, two spaces further in.

## The file
"""
SLIDE = """\
## A slide

A list item under `slides:`, with a title and **one** of [the kinds](#the-kinds), or several under `body:`. A slide
with `section:` has no title.
"""
KINDS_HEAD = """\
## The kinds

What stands on a slide, in the order of the registry. Many may be written in a short way, which the examples show.
"""
BODY = """\
### body

Several kinds on one slide, one under the other: a list with one kind in each item. In `columns` they stand side by
side.
"""
QUESTIONS = """\
## Questions

In `reflection:`, and under a slide's `handout:` in `write:` and `each:`. A question is a text, or these keys:
"""
ITEMS = """\
## Items of lists

In `bullets:` and `numbered:`. An item is a text; a text with a list under it (end it with a colon); or these keys:
"""
HANDOUT = """\
## The slide in the handout

Under a slide's own `handout:`
"""
SOURCES = """\
## Sources

Under `sources:` each work has a name of your own; a slide says `source: name`, `source: [name, other]`, or gives
the pages:
"""
FIGURES = """\
## Figures and tables

Under `figures:` and `tables:` each has a name of your own, and a slide shows it with `figure: name` or `table:
name`. A figure holds one drawing:
"""
THEME = """\
## The look

`theme: lys` or `theme: mørk`, the name of a file that holds these keys (`theme: assets/tema.yaml`), or the keys
themselves:
"""


def reference() -> str:
    """Return the whole page."""
    by_key = {case.key: case for case in cases()}
    top = SCHEMA["properties"]
    parts = [
        HEAD, _table(SCHEMA),
        "## The head\n\nUnder `deck:`\n", _table(_resolved(top["deck"])),
        SLIDE, _table(_without_kinds(DEFINITIONS["Slide"])),
        KINDS_HEAD, *(_kind(kind.KIND, class_doc(kind), kind.__name__, by_key.get(kind.KIND)) for kind in KINDS),
        BODY, _shown(by_key["body"]),
        QUESTIONS, _table(_keys(DEFINITIONS["Question"])),
        ITEMS, _table(_keys(DEFINITIONS["ListItem"])),
        HANDOUT, _table(DEFINITIONS["Handout"]), _nested(DEFINITIONS["Handout"], set(SHARED)),
        SOURCES, _table(_keys(DEFINITIONS["SourceRef"])), "A work has\n", _table(DEFINITIONS["Source"]),
        FIGURES, _table(DEFINITIONS["Figure"]), "A table has\n", _table(DEFINITIONS["TableByName"]),
        THEME, _table(_keys(top["theme"])),
        "## The handout\n\nUnder `handout:` at the very left\n", _table(_resolved(top["handout"])),
    ]  # fmt: skip
    return "\n".join(part for part in parts if part)


def _kind(key: str, said: str, name: str, case: Case | None) -> str:
    schema = _keys(DEFINITIONS[name])
    shown = _shown(case) if case else ""
    return "\n".join(
        part for part in (f"### {key}\n\n{said}\n", shown, _table(schema), _nested(schema, {*SHARED})) if part
    )


def _shown(case: Case) -> str:
    """Return a case's slide as YAML and as pictures."""
    names = [name for name in ("lys", "handout") if case.picture(name).is_file()]
    alts = {"lys": f"The slide with {case.key}", "handout": "Its page of the handout"}
    widths = {"lys": 560, "handout": 220}
    pictures = " ".join(
        f'<img src="gallery/{case.picture(name).name}" alt="{alts[name]}" width="{widths[name]}">' for name in names
    )
    return f"```yaml\n{case.yaml}\n```\n\n{pictures}\n"


def _nested(schema: Schema, known: set[str]) -> str:
    """Return tables of what stands inside a kind and nowhere else."""
    made = []
    for name in [name for name in _references(schema) if name not in known]:
        known.add(name)
        made += [f"{class_doc_of(name)}\n", _table(_keys(DEFINITIONS[name]))]
    return "\n".join(made)


def class_doc_of(name: str) -> str:
    """Return what a definition is."""
    said: str = _keys(DEFINITIONS[name]).get("description", "")
    return said


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for key, part in schema.items():
            if key != "defaultSnippets":
                yield from _references(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _references(part)


def _resolved(schema: Schema) -> Schema:
    for part in schema.get("allOf", ()):
        return _resolved(part)
    return DEFINITIONS[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _keys(schema: Schema) -> Schema:
    """Return the form of a value that is written with keys."""
    forms = [schema, *schema.get("anyOf", ())]
    return next(form for form in forms if "properties" in form)


def _without_kinds(slide: Schema) -> Schema:
    kinds = {kind.KIND for kind in KINDS} - {"section"}
    return {**slide, "properties": {key: part for key, part in slide["properties"].items() if key not in kinds}}


def _table(schema: Schema) -> str:
    """Return a table of a mapping's keys."""
    rows = ["| key | what it is | value | without it |", "|---|---|---|---|"]
    for key, part in schema["properties"].items():
        default = part.get("default", "")
        without = "required" if key in schema.get("required", ()) else _word(default) if default != "" else ""
        rows.append(f"| `{key}` | {part.get('description', '')} | {_value(part)} | {without} |")
    return "\n".join(rows) + "\n"


def _word(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _value(schema: Schema) -> str:
    """Return in words what may stand there."""
    plain = {key: value for key, value in schema.items() if key not in ("description", "default", "defaultSnippets")}
    if plain in (LINE, CELL):
        return "text"
    if plain.get("patternErrorMessage") == yes_no()["patternErrorMessage"]:
        return "yes or no"
    for part in schema.get("allOf", ()):
        return _value(part)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[keys](#{SHARED[name]})" if name in SHARED else _value(DEFINITIONS[name])
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "anyOf" in schema:
        words = [form for form in schema["anyOf"] if "enum" in form]  # beside them stands how else they may be spelt
        forms = dict.fromkeys(_value(form) for form in words or schema["anyOf"])
        return " or ".join(form for form in forms if form)
    if "items" in schema:
        return f"list{_count(schema)}"
    if "minimum" in schema:
        return f"a whole number from {schema['minimum']} to {schema['maximum']}"
    if "patternErrorMessage" in schema:
        message: str = schema["patternErrorMessage"].removeprefix("Write ").removesuffix(".")
        return message
    return "keys" if "properties" in schema or "additionalProperties" in schema else ""


def _count(schema: Schema) -> str:
    low, high = schema.get("minItems", 0), schema.get("maxItems")
    if high is None:
        return ""
    return f" of {low}" if low == high else f" of {low} to {high}"
