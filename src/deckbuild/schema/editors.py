"""The schema in the form that yaml-language-server, which most editors use, shows best.

The server has its own English messages, such as *Matches multiple schemas when only one must validate.* It shows ours
where a schema has an ``errorMessage``, but only for ``type``, ``required``, ``enum``, ``pattern`` and keys that are not
allowed. So each rule is a small schema with its own message. Rules for which the server takes no message (how many, how
large, exactly one of) become the condition of an ``if``.

Completions come from ``defaultSnippets`` on the mapping that holds a key: only there does the server indent them
correctly both after a dash and on a line of their own. So the keys themselves are ``doNotSuggest``. The rules of a
mapping stand under ``if`` and ``then``, because the server would offer the parts of its ``allOf`` and ``anyOf`` too.
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
"""Kinds of completion items, as the Language Server Protocol numbers them."""


class Editors:
    """Turns a plain schema, already translated, into the form that editors show best."""

    def __init__(self, translate: Say, definitions: Mapping[str, Schema]) -> None:
        self._translate = translate
        self._definitions = definitions

    def whole(self, schema: Schema) -> Schema:
        """Return the schema of the whole file."""
        head = {key: schema[key] for key in ("$schema", "title")}
        definitions = {name: self.of(part) for name, part in schema["definitions"].items()}
        return {**head, **self.of(schema), "definitions": definitions}

    def of(self, schema: Schema) -> Schema:
        """Return a part of the schema, without its ``default``: the server would offer that as the text to write."""
        description = schema.get("description", "")
        described = {"description": description} if description else {}
        if "`" in description:  # only a markdownDescription is shown as Markdown
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
        """Return the schema of a list. With ``items`` beside ``type`` the server would offer items without a dash."""
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
        """Return the schema of a mapping whose keys are names that the author chooses, or some of many words."""
        words = schema["propertyNames"].get("enum")
        made: Schema = {
            "type": ["object"],
            "additionalProperties": self.of(schema["additionalProperties"]),
            "propertyNames": schema["propertyNames"],
            "errorMessage": self._translate(KEYS).format(keys=", ".join(words)) if words else self._translate(NAMES),
        }
        if "maxProperties" in schema:  # an item's text with its list under it; more keys mean a colon in a text
            one = {key: schema[key] for key in ("minProperties", "maxProperties") if key in schema}
            return {**made, "if": one, "then": {}, "else": self._wrong(COLON)}
        body = Skeleton(self._definitions, self._translate).of(schema)
        label = words[0] if words else self._translate(OWN_NAME)
        return {**made, "defaultSnippets": [self._offer(label, body, SNIPPET)]}

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
        """Return a snippet with all required keys of a mapping, if it has two or more; its label is the description."""
        if len(needed(schema)) < 2 or not (description := schema.get("description")):
            return []
        skeleton = Skeleton(self._definitions, self._translate)
        return [self._offer(skeleton.hint(description), skeleton.of(schema), SNIPPET)]

    def _alternatives(self, schema: Schema) -> list[Schema]:
        """Return the rules for ``oneOf`` (exactly one of the forms) or ``anyOf`` (at least one) of a mapping."""
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
        if exactly:  # the editor underlines each of the keys
            others = f"^(?!({'|'.join(key for form in forms for key in form)})$)"
            too_many = {"propertyNames": {"pattern": others, "patternErrorMessage": message}}
            rules.append({"if": {"oneOf": each}, "then": {}, "else": too_many})
        return rules

    def _rule(self, schema: Schema) -> Schema:
        """Return the ``then`` or ``else`` part of a condition, with a message for each required key."""
        if "required" not in schema:
            return schema
        return {"allOf": [self._needs(key) for key in schema["required"]]}

    def _needs(self, key: str) -> Schema:
        return {"required": [key], "errorMessage": self._translate(MISSING).format(key=key)}

    def _wrong(self, message: str, **described: Any) -> Schema:
        """Return a schema that fails with a message for every value but null, which the check of the type reports."""
        return {"type": ["null"], "errorMessage": self._translate(message).format(**described)}

    @staticmethod
    def _offer(label: str, body: Any, kind: int, description: str = "") -> Schema:
        return {
            "label": label,
            "body": body,
            "suggestionKind": kind,
            **({"markdownDescription": description} if description else {}),
        }
