"""The reference page: what the schema tells editors, told to readers, with the gallery's cases as examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckbuild.blocks.registry import KEYS, kinds
from deckbuild.locales import translator
from deckbuild.model.deck import SECTION
from deckbuild.schema import deck_schema
from deckbuild.schema.building_blocks import CELL, LINE, Schema, number, yes_no
from deckbuild.schema.dataclasses import UNOFFERED
from deckbuild.schema.deck_schema import translated
from deckbuild.schema.documentation import class_doc
from make_gallery import Case, cases
from reference_words import Words


class Reference:
    """The page in one language."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.schema: Schema = deck_schema(words.language)
        self.definitions: dict[str, Schema] = self.schema["definitions"]
        self.translate = translator(words.language)
        self.texts = [translated(part, self.translate) for part in (LINE, CELL)]
        self.yes_no = translated(yes_no(), self.translate)["anyOf"]
        self.number = self.translate(number()["patternErrorMessage"])

    def text(self) -> str:
        """Return the whole page."""
        by_key = {case.key: case for case in cases()}
        words, top, known = self.words, self.schema["properties"], self.definitions
        parts = [
            words.head, self._table(self.schema),
            words.deck, self._table(self._resolved(top["deck"])),
            words.slide, self._table(_without_kinds(known["Slide"])), words.layouts,
            words.kinds,
            *(self._kind(kind.KIND, class_doc(kind), kind.__name__, by_key.get(kind.KIND)) for kind in kinds()),
            words.body, self._shown(by_key["body"]),
            words.questions, self._table(_keys(known["Question"])),
            words.items, self._table(_keys(known["ListItem"])),
            words.handout, self._table(known["Handout"]), self._nested(known["Handout"]),
            words.sources, self._table(_keys(known["SourceRef"])), words.work, self._table(known["Source"]),
            words.figures, self._table(known["Figure"]), words.table, self._table(known["TableByName"]),
            words.theme, self._table(_keys(top["theme"])),
            words.settings, self._table(self._resolved(top["handout"])),
        ]  # fmt: skip
        return "\n".join(part for part in parts if part)

    def _kind(self, key: str, said: str, name: str, case: Case | None) -> str:
        schema = _keys(self.definitions[name])
        shown = self._shown(case) if case else ""
        parts = (f"### {key}\n\n{self.translate(said)}\n", shown, self._table(schema), self._nested(schema))
        return "\n".join(part for part in parts if part)

    def _shown(self, case: Case) -> str:
        """Return a case's slide as YAML and as pictures."""
        names = [name for name in ("lys", "handout") if case.picture(name).is_file()]
        alts = {"lys": self.words.slide_alt.format(key=case.key), "handout": self.words.page_alt}
        widths = {"lys": 560, "handout": 220}
        pictures = " ".join(
            f'<img src="gallery/{case.picture(name).name}" alt="{alts[name]}" width="{widths[name]}">' for name in names
        )
        return f"```yaml\n{case.yaml}\n```\n\n{pictures}\n"

    def _nested(self, schema: Schema) -> str:
        """Return tables of what stands inside a kind and nowhere else."""
        made = []
        known = {*self.words.anchors}
        for name in [name for name in _references(schema) if name not in known]:
            known.add(name)
            keys = _keys(self.definitions[name])
            made += [f"{keys.get('description', '')}\n", self._table(keys)]
        return "\n".join(made)

    def _resolved(self, schema: Schema) -> Schema:
        for part in schema.get("allOf", ()):
            return self._resolved(part)
        return self.definitions[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema

    def _table(self, schema: Schema) -> str:
        """Return a table of a mapping's keys."""
        rows = [f"| {' | '.join(self.words.columns)} |", "|---|---|---|---|"]
        for key, part in schema["properties"].items():
            without = (
                self.words.required
                if key in schema.get("required", ())
                else part.get("default", part.get(UNOFFERED, ""))
            )
            rows.append(f"| `{key}` | {part.get('description', '')} | {self._value(part)} | {without} |")
        return "\n".join(rows) + "\n"

    def _value(self, schema: Schema) -> str:
        """Return in words what may stand there."""
        words = self.words
        said = ("description", "default", UNOFFERED, "defaultSnippets")
        if {key: value for key, value in schema.items() if key not in said} in self.texts:
            return words.text
        if schema.get("anyOf") == self.yes_no:
            return words.yes_or_no
        for part in schema.get("allOf", ()):
            return self._value(part)
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            anchor = words.anchors.get(name)
            return f"[{words.link}](#{anchor})" if anchor else self._value(self.definitions[name])
        if "enum" in schema:
            return ", ".join(f"`{word}`" for word in schema["enum"])
        if "anyOf" in schema:
            enums = [form for form in schema["anyOf"] if "enum" in form]  # beside them: how else they may be spelt
            forms = dict.fromkeys(self._value(form) for form in enums or schema["anyOf"])
            return words.or_.join(form for form in forms if form)
        if "items" in schema:
            return self._list(schema)
        if "minimum" in schema and schema["patternErrorMessage"] == self.number:
            return words.whole.format(low=schema["minimum"], high=schema["maximum"])
        if "patternErrorMessage" in schema:
            message: str = schema["patternErrorMessage"].removeprefix(words.write).removesuffix(".")
            return message
        return words.keys if "properties" in schema or "additionalProperties" in schema else ""

    def _list(self, schema: Schema) -> str:
        low, high = schema.get("minItems", 0), schema.get("maxItems")
        if high is None:
            return self.words.listed
        form = self.words.exactly if low == high else self.words.between
        return form.format(low=low, high=high)


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


def _keys(schema: Schema) -> Schema:
    """Return the form of a value that is written with keys."""
    forms = [schema, *schema.get("anyOf", ())]
    return next(form for form in forms if "properties" in form)


def _without_kinds(slide: Schema) -> Schema:
    keys = {*KEYS} - {SECTION}
    return {**slide, "properties": {key: part for key, part in slide["properties"].items() if key not in keys}}
