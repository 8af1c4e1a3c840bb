"""docs/deck.schema.json: never stricter than the reader, and as strict as a schema can be."""

from __future__ import annotations

import json
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from polib import pofile

from deckbuild.blocks.registry import KEYS as KINDS
from deckbuild.diagnostics import Diagnostics, Severity, SourceFile
from deckbuild.model.clock import DASHES
from deckbuild.reader import read
from deckbuild.reader.context import Reading
from deckbuild.reader.sections.grammar import grammar
from deckbuild.reader.sections.slides import KEYS
from deckbuild.reader.syntax.paste_artifacts import clean
from deckbuild.reader.syntax.repair_buffer import Lines
from deckbuild.schema import deck_schema, schema_text
from deckbuild.schema.special_forms import FIELD_FORMS
from messages import editor_texts
from plain_yaml import plain
from sampling import examples, some

ROOT = Path(__file__).parent.parent
BROKEN = sorted(path for path in (ROOT / "tests/broken").glob("*.yaml") if path.stem != "theme-file")
"""All but the one whose fault is in another file."""
SCHEMA = deck_schema("en")
SHOWN = json.loads(schema_text())
CATALOGUE = pofile(str(ROOT / "src/deckbuild/locales/da.po"))
VALIDATOR = Draft7Validator(SHOWN)

STRUCTURE = {
    "bad-color", "bad-id", "bad-time", "empty-value", "file-on-the-web", "missing-key", "no-content", "no-slides",
    "out-of-range", "two-contents", "two-sides", "two-titles", "unknown-key", "wrong-count", "wrong-kind",
    "wrong-value",
}  # fmt: skip
"""The faults that a schema can tell."""


def test_danish_is_complete() -> None:
    """What editors say is marked ``schema`` in the catalogue, and nothing else is."""
    entries = [entry.msgid for entry in CATALOGUE if entry.msgstr and ("schema", "") in entry.occurrences]
    assert sorted(entries) == sorted(editor_texts())


def test_is_a_schema() -> None:
    Draft7Validator.check_schema(SHOWN)


def test_every_field_read_by_a_function_of_its_own_is_described() -> None:
    assert FIELD_FORMS.keys() == grammar().fields.keys()


def followed(schema: Any) -> Any:
    """Return a part of the schema, or the definition it refers to."""
    return SHOWN["definitions"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


@pytest.mark.parametrize("key", [*KINDS])
def test_every_kind_is_described(key: str) -> None:
    slide = SHOWN["definitions"]["Slide"]
    assert followed(slide["properties"][key])["description"]
    snippets = [each for part in (slide, *map(followed, slide["allOf"])) for each in part.get("defaultSnippets", ())]
    assert {each["label"]: each["body"] for each in snippets}[key][key]


def test_a_slide_has_the_readers_keys() -> None:
    assert {*SCHEMA["definitions"]["Slide"]["properties"]} == {*KEYS}


def test_everything_is_told() -> None:
    """An author who points at a key is told what it is."""
    mappings = {"": SHOWN, **SHOWN["definitions"]}
    keys = {(name, key): said for name, part in mappings.items() for key, said in part.get("properties", {}).items()}
    assert [place for place, schema in keys.items() if not followed(schema).get("description")] == []


@pytest.mark.parametrize("language", some(["da", "en"]))
def test_is_no_longer_than_an_editor_reads_at_once(language: str) -> None:
    """What stands in many places is written once."""
    assert len(schema_text(language).encode()) < 150_000


def codes(text: str) -> set[str]:
    """What the reader finds wrong."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        path.write_text(text, "utf-8")
        return {found.code for found in read(path).diagnostics if found.severity is Severity.ERROR}


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        ("handout: {paper: a4}", True),
        ("handout: {paper: LETTER, editions: [Guide]}", True),
        ("handout: {paper: A6}", False),
        ("theme: LYS", True),
        ("theme: true", False),
        ("theme: [lys]", False),
        ("slides: [{title: En, agenda: [{time: 23.00-24.00, item: Hjem}]}]", True),
        ("slides: [{title: En, agenda: [{time: Kl. 9.00 - kl. 9.20, item: Ud}]}]", True),
        ("slides: [{title: En, agenda: [{time: 25.00-26.00, item: Hjem}]}]", False),
        ("slides: [{title: En, agenda: [{time: 9.70-9.90, item: Hjem}]}]", False),
        ("slides: [{title: En, hidden: true, text: true}]", True),
        ("slides: [{title: En, text: a, quote: b}]", False),
        ("slides: [{section: En, text: a}]", False),
        ("slides: [{section: En, title: a}]", False),
        ("slides: [{title: En, body: [{text: a, quote: b}]}]", False),
        ("slides: [{title: En, chart: {series: {Ja: [1]}}}]", False),
    ],
)
def test_takes_what_the_reader_takes(content: str, taken: bool) -> None:
    slides = "" if content.startswith("slides") else "slides: [{title: En, text: Ja}]\n"
    text = f"deck: {{title: Prøve}}\n{content}\n{slides}"
    assert (codes(text) == set(), VALIDATOR.is_valid(plain(text))) == (taken, taken)


def test_the_day_is_right() -> None:
    assert [*VALIDATOR.iter_errors(plain((ROOT / "deck.yaml").read_text("utf-8")))] == []


@pytest.mark.parametrize("dash", [*DASHES, " – ", "--"])
def test_times_have_any_dash(dash: str) -> None:
    """Word and web pages write dashes that look alike."""
    row = f"{{time: 9.00{dash}9.20, item: Tjek ind}}"
    text = f"deck: {{title: Prøve}}\nslides:\n  - title: Program\n    agenda:\n      - {row}\n"
    assert codes(text) == set()
    assert VALIDATOR.is_valid(plain(text))


def data(path: Path) -> Any:
    """A file's data, or None where it is no YAML; an editor says so without a schema.

    Signs pasted along, such as a non-breaking space after a hyphen, are taken out first: in YAML they make a text of a
    list, which no schema can tell.
    """
    try:
        reading = Reading(SourceFile(path, path.read_text("utf-8")), Diagnostics(), grammar())
        lines = Lines(reading.file)
        clean(lines, reading)
        return plain(lines.text)
    except (UnicodeError, yaml.YAMLError):
        return None


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_decks(path: Path) -> None:
    """What the reader refuses for its structure the schema refuses too, and nothing that the reader takes."""
    found = re.findall(r"^error\[([\w-]+)\]", path.with_suffix(".txt").read_text("utf-8"), re.MULTILINE)
    deck = data(path) if not found or STRUCTURE & {*found} else None
    if deck is not None:
        assert VALIDATOR.is_valid(deck) == (not found)


JUNK = [
    "",
    " ",
    "x",
    "ja",
    "yes",
    3,
    99,
    -1,
    1.5,
    True,
    None,
    [],
    ["a"],
    ["a", "b", "c"],
    {},
    {"x": "y"},
    "09508A",
    "en",
]
SAMPLES = ["Tekst", "9.00-9.20", "en", "a-b", "yes", "lys", "09508A", "assets/foto.png"]


@st.composite
def values(draw: st.DrawFn, schema: Any, spoil: float) -> Any:
    """A value of a schema, with something wrong in it now and then."""
    if draw(st.floats(0, 1)) < spoil:
        return draw(st.sampled_from(JUNK))
    for part in schema.get("allOf", ()):
        return draw(values(part, spoil))
    if "$ref" in schema:
        return draw(values(SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]], spoil))
    if "properties" in schema:
        return draw(mappings(schema, spoil))
    if "additionalProperties" in schema:
        return {
            name: draw(values(schema["additionalProperties"], spoil)) for name in draw(st.sampled_from([[], ["a"]]))
        }
    if "items" in schema:
        low = schema.get("minItems", 0)
        count = draw(
            st.integers(max(0, low - (spoil > 0)), min(schema.get("maxItems", low + 2) + (spoil > 0), low + 2))
        )
        return [draw(values(schema["items"], spoil)) for _ in range(count)]
    if "anyOf" in schema:
        return draw(values(draw(st.sampled_from(schema["anyOf"])), spoil))
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    fits = [sample for sample in SAMPLES if re.search(schema.get("pattern", ""), sample)]
    return 3 if "minimum" in schema else draw(st.sampled_from([*fits, *schema.get("examples", ())] or [3]))


@st.composite
def mappings(draw: st.DrawFn, schema: Any, spoil: float) -> dict[str, Any]:
    forms = [form["required"] for form in (*schema.get("oneOf", ()), *schema.get("anyOf", ()))]
    other = {key for form in forms for key in form} - {*schema.get("required", ())}
    free = [key for key in schema["properties"] if key not in other]
    wanted = {*schema.get("required", ()), *(draw(st.sampled_from(forms)) if forms else ())}
    if "else" in schema and "section" not in wanted:
        wanted.add("title")
    elif "else" in schema:
        free.remove("title")
    wanted |= {*draw(st.lists(st.sampled_from(free), max_size=2))} if free else set()
    made = {key: draw(values(schema["properties"][key], spoil)) for key in schema["properties"] if key in wanted}
    if draw(st.floats(0, 1)) < spoil:
        made.pop(draw(st.sampled_from([*made, ""])), None)
    if draw(st.floats(0, 1)) < spoil:
        made[draw(st.sampled_from(["x", "titel", *schema["properties"]]))] = draw(st.sampled_from(JUNK))
    return made


class Dumper(yaml.SafeDumper):
    """Writes nothing where there is nothing: ``null`` is a text to the reader."""


Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


@examples(12, 60)
def test_agrees_with_the_reader(examples: int) -> None:
    @given(st.sampled_from([0.0, 0.03]).flatmap(lambda spoil: mappings(SCHEMA, spoil)))
    @settings(max_examples=examples, deadline=None)
    def holds(data: Any) -> None:
        text = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False)
        found = codes(text)
        refused = [error.message for error in VALIDATOR.iter_errors(plain(text))]
        if not found:
            assert refused == [], text
        if STRUCTURE & found:
            assert refused, (found, text)

    holds()
