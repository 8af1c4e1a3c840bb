"""The schema as yaml-language-server, the editor's half, shows it best.

The server has English words of its own for what is wrong, such as *Matches multiple schemas when only one must
validate.* It says ours where a schema has an ``errorMessage``, which it honours for ``type``, ``required``, ``enum``,
``pattern`` and for keys that are not allowed. So each rule stands in a small schema of its own with its message, and
what has no message of its own (how many, how large, exactly one of) becomes the condition of an ``if``.

What is offered comes from ``defaultSnippets`` on the mapping that holds a key: only there does the server indent them
rightly both after a dash and on a line of their own. So the keys themselves are ``doNotSuggest``, and rules are kept
out of ``allOf`` and ``anyOf``, whose parts the server would offer too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from deckbuild.schema.building_blocks import COLON, TEXT, TRUE_OR_FALSE, Schema
from deckbuild.schema.skeletons import Skeleton, needed, together

Say = Callable[[str], str]

COUNT = "This list has from {low} to {high} items."
EXACTLY = "This list has {low} items."
LEAST = "This list needs more items: at least {low}."
KEYS = "What can stand here, with a colon after it: {keys}."
LIST = "Write a list here: each item on a line of its own, after a dash."
MISSING = "`{key}:` is missing here."
NAMES = "Write names of your own here, each on its own line, with a colon after it."
ONE_OF = "Write one of these, and only one: {keys}."
ANY_OF = "One of these is missing here: {keys}."
RANGE = "Write a number from {low} to {high}."
WORDS = "Write one of these words: {words}."
OWN_NAME = "A name of your own"

PROPERTY, SNIPPET = 10, 15
"""What kind of entry it is, as the protocol numbers them."""


class Editors:
    """Makes of a plain schema, translated already, what editors show best."""

    def __init__(self, translate: Say, definitions: Mapping[str, Schema]) -> None:
        self._translate = translate
        self._definitions = definitions

    def whole(self, schema: Schema) -> Schema:
        """Return the whole file's schema."""
        head = {key: schema[key] for key in ("$schema", "title")}
        definitions = {name: self.of(part) for name, part in schema["definitions"].items()}
        return {**head, **self.of(schema), "definitions": definitions}

    def of(self, schema: Schema) -> Schema:
        """Return a part of it. What is taken when a key is left out goes: it would be offered as what to write."""
        description = schema.get("description", "")
        described = {"description": description} if description else {}
        if "`" in description:  # which is shown as it is unless it is called Markdown
            described["markdownDescription"] = description
        return {**described, **self._form(schema)}

    def _form(self, schema: Schema) -> Schema:
        if "$ref" in schema:
            return {"$ref": schema["$ref"]}
        if "allOf" in schema:
            return {"allOf": [self.of(part) for part in schema["allOf"]]}
        if "properties" in schema:
            return self._mapping(schema)
        if "items" in schema:
            return self._list(schema)
        if "additionalProperties" in schema:
            return self._named(schema)
        match schema.get("anyOf"):
            case None:
                return self._scalar(schema)
            case [form, other] if other == TRUE_OR_FALSE:
                snippets = {key: schema[key] for key in ("defaultSnippets",) if key in schema}
                return {"if": {"type": "boolean"}, "then": {}, "else": self._scalar(form), **snippets}
            case [{"enum": names}, form]:
                message = self._translate(WORDS).format(words=", ".join(names))
                offered = [{"label": name, "bodyText": name} for name in names]
                return {**form, "patternErrorMessage": message, "errorMessage": message, "defaultSnippets": offered}
            case forms:
                return {"anyOf": [self.of(form) for form in forms]}

    def _scalar(self, schema: Schema) -> Schema:
        made = {key: part for key, part in schema.items() if key not in ("description", "default")}
        made |= {"errorMessage": made.get("patternErrorMessage", self._translate(TEXT))}
        if made.get("pattern", r"\S") == r"\S":
            return {"if": {"type": "object"}, "then": self._wrong(COLON), "else": made}
        if "minimum" in made:
            bounds = {key: made.pop(key) for key in ("minimum", "maximum")}
            wrong = self._wrong(RANGE, low=bounds["minimum"], high=bounds["maximum"])
            return {**made, "if": bounds, "then": {}, "else": wrong}
        return made

    def _list(self, schema: Schema) -> Schema:
        """A list. Were its items told beside its type, the server would offer them where the dash is still missing."""
        items: Schema = {"items": self.of(schema["items"])}
        if bounds := {key: schema[key] for key in ("minItems", "maxItems") if key in schema}:
            low, high = bounds.get("minItems", 0), bounds.get("maxItems")
            message = LEAST if high is None else EXACTLY if low == high else COUNT
            items |= {"if": bounds, "then": {}, "else": self._wrong(message, low=low, high=high)}
        return {
            "type": ["array"],
            "errorMessage": schema.get("errorMessage", self._translate(LIST)),
            "if": {},
            "then": items,
        }

    def _named(self, schema: Schema) -> Schema:
        """A mapping whose keys are the author's own."""
        made: Schema = {
            "type": ["object"],
            "additionalProperties": self.of(schema["additionalProperties"]),
            "propertyNames": schema["propertyNames"],
            "errorMessage": self._translate(NAMES),
        }
        if "maxProperties" in schema:  # a text with its list under it, and a text that a colon splits
            one = {key: schema[key] for key in ("minProperties", "maxProperties") if key in schema}
            return {**made, "if": one, "then": {}, "else": self._wrong(COLON)}
        body = Skeleton(self._definitions, self._translate).of(schema)
        return {**made, "defaultSnippets": [self._offer(self._translate(OWN_NAME), body, SNIPPET)]}

    def _mapping(self, schema: Schema) -> Schema:
        properties, offered = {}, self._whole_offered(schema)
        for key, part in schema["properties"].items():
            body = Skeleton(self._definitions, self._translate).keys(schema, together(schema, key))
            offered.append(self._offer(key, body, PROPERTY, part.get("description", "")))
            form = {"allOf": [part]} if "$ref" in part else part
            properties[key] = {"title": key, **self.of(form), "doNotSuggest": True}
        rules = [self._needs(key) for key in schema.get("required", ())]
        rules += self._alternatives(schema)
        for key, others in schema.get("dependencies", {}).items():
            rules.append({"if": {"required": [key]}, "then": {"allOf": [self._needs(other) for other in others]}})
        if "if" in schema:
            rest: Schema = {key: self._rule(schema[key]) for key in ("then", "else") if key in schema}
            rules.append({"if": schema["if"], **rest})
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "errorMessage": self._translate(KEYS).format(keys=", ".join(properties)),
            **({"if": {}, "then": {"allOf": rules}} if rules else {}),
            "defaultSnippets": offered,
        }

    def _whole_offered(self, schema: Schema) -> list[Schema]:
        """Offer all that a mapping needs at once, under what it is called."""
        if len(needed(schema)) < 2 or not (description := schema.get("description")):
            return []
        skeleton = Skeleton(self._definitions, self._translate)
        return [self._offer(skeleton.hint(description), skeleton.of(schema), SNIPPET)]

    def _alternatives(self, schema: Schema) -> list[Schema]:
        """Return what a mapping must have one of: exactly one where it says ``oneOf``."""
        exactly = "oneOf" in schema
        ways = schema.get("oneOf", schema.get("anyOf", ()))
        if not ways:
            return []
        forms: list[list[str]] = [way["required"] for way in ways]
        keys = ", ".join(" + ".join(form) for form in forms)
        message = ways[0].get("errorMessage", self._translate(ONE_OF if exactly else ANY_OF).format(keys=keys))
        each = [{"required": form} for form in forms]
        rules: list[Schema] = [
            {"if": {"anyOf": each}, "then": {}, "else": {"required": forms[0][:1], "errorMessage": message}}
        ]
        if exactly:  # each of them is underlined
            others = f"^(?!({'|'.join(key for form in forms for key in form)})$)"
            too_many = {"propertyNames": {"pattern": others, "patternErrorMessage": message}}
            rules.append({"if": {"oneOf": each}, "then": {}, "else": too_many})
        return rules

    def _rule(self, schema: Schema) -> Schema:
        """Return what holds under a condition."""
        if "required" not in schema:
            return schema
        return {"allOf": [self._needs(key) for key in schema["required"]]}

    def _needs(self, key: str) -> Schema:
        return {"required": [key], "errorMessage": self._translate(MISSING).format(key=key)}

    def _wrong(self, message: str, **described: Any) -> Schema:
        """Return what no value fits, except none at all, which the type tells of."""
        return {"type": ["null"], "errorMessage": self._translate(message).format(**described)}

    @staticmethod
    def _offer(label: str, body: Any, kind: int, description: str = "") -> Schema:
        return {
            "label": label,
            "body": body,
            "suggestionKind": kind,
            **({"markdownDescription": description} if description else {}),
        }
