"""Examples of correct YAML for messages, made with the author's own words where that is possible."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckbuild.editing import as_value
from deckbuild.reader.context import MappingNode, Node, ScalarNode, SequenceNode, is_nothing

EXAMPLES: dict[str, dict[str, str]] = {
    "AgendaItem": {"time": "9.00-9.20", "item": "Tjek ind"},
    "Card": {"head": "Profession", "text": "Den faglige kerne"},
    "ComparisonRow": {"theme": "Tillid", "from": "Kontrol", "to": "Dialog"},
    "LadderStep": {"left": "Den uskyldige institution"},
    "Column": {"head": "Barrierer", "bullets": "[Tid, Penge]"},
    "Source": {"number": "1", "authors": "Bason", "title": "Sæt borgeren i spil"},
    "Picture": {"file": "assets/foto.png", "alt": "Et rundt bord"},
    "Definition": {"term": "Innovation", "text": "er en proces"},
    "Comparison": {"from": "Høring", "to": "Dialog", "rows": "[[Udkast, Gammelt, Nyt]]"},
    "Ladder": {"left": "Stat", "right": "Borger", "steps": "[{left: Loven}, {right: Rettigheder}]"},
    "Hub": {"center": "Velfærd", "fields": "[Ledelse, Deltagelse]", "alt": "Velfærd og det, der bærer den"},
    "StepItem": {"text": "Afprøv", "note": "i det små"},
    "TimelineItem": {"when": "Marts", "what": "Første netværksdag"},
    "QuadrantItem": {"head": "Vindere", "text": "Gør det nu"},
    "Quadrant": {"x": "[lav, høj]", "y": "[lav, høj]", "items": "[A, B, C, D]", "alt": "Fire felter"},
    "Question": {"ask": "Hvad tager du med?", "lines": "4"},
    "Handout": {"margin": "yes"},
    "DeckInfo": {"title": "Velfærdstransformation"},
    "HandoutSettings": {"paper": "A4"},
    "Look": {"base": "lys", "colors": "{accent1: 09508A}"},
    "Table": {"columns": "[Hvem, Hvad]", "rows": "[[Ida, Kaffe]]"},
}
"""Class name -> its keys in an example, each with a value as it is written in YAML."""
VALUES = {
    "time": "9.00-9.20", "title": "Dagens program", "item": "Tjek ind", "alt": "Et rundt mødebord set ovenfra",
    "ask": "Hvad tager du med?", "head": "Profession", "section": "Formiddag", "file": "assets/foto.png",
    "source": "bason", "figure": "figur-1", "table": "tabel-1", "id": "afsaet", "date": "12. marts 2027",
}  # fmt: skip
"""Key -> an example of its text, for a key with nothing after it."""
NAMED = {
    "words": "NL: netværksleder",
    "sheets": "Ledestjernen: Saml dine svar her",
    "sources": "bason: {number: 1, authors: Bason, title: Sæt borgeren i spil}",
    "figures": "figur-1: {alt: Tre trin, steps: [Undersøg, Afprøv, Udbred]}",
    "tables": "tabel-1: {columns: [Hvem, Hvad], rows: [[Ida, Kaffe]]}",
}
"""Top key -> an example of an entry under it, where the author chooses the names."""
LONGEST = 70
"""Most letters of an example: nobody would read a longer one."""


def shape(pairs: Mapping[str, str]) -> str:
    """Return keys with their values as a mapping in braces."""
    inside = ", ".join(f"{key}: {value}" for key, value in pairs.items())
    return f"{{{inside}{' ' if inside.endswith('}') else ''}}}"


def example(name: str) -> str:
    """Return the example of a class in braces, or an empty text."""
    return shape(EXAMPLES[name]) if name in EXAMPLES else ""


def own_words(name: str, required: Sequence[str], node: Node) -> str:
    """Return the author's texts as a mapping with the required keys of class ``name``; an empty text if they don't fit.

    A single text fits one key, ``this: that`` fits two, and a list fits as many keys as it has texts. With one key, the
    example of the class adds other keys. With two and more, every text is the author's, so it may be used as a fix.
    """
    values: list[Node] = []
    if isinstance(node, ScalarNode) and len(required) == 1:
        values = [node]
    elif isinstance(node, SequenceNode) and len(required) > 1:
        values = node.value
    elif isinstance(node, MappingNode) and len(node.value) == 1 and len(required) == 2:
        values = [*node.value[0]]
    texts = [value for value in values if isinstance(value, ScalarNode) and not is_nothing(value)]
    if not required or not len(required) == len(values) == len(texts):
        return ""
    own = dict(zip(required, (as_value(text.value) for text in texts), strict=True))
    rest = EXAMPLES.get(name, {}) if len(required) == 1 else {}
    return shape({**own, **{key: value for key, value in rest.items() if key not in own}})


def in_brackets(node: ScalarNode) -> str:
    """Return a text with commas as a list in brackets, or an empty text if it has several lines or long parts."""
    text = str(node.value)
    if node.style in ("|", ">") or node.start_mark.line != node.end_mark.line:
        return ""
    if re.search(r"\d,\d|[\[\]{}\"“”]", text):
        return ""
    parts = [" ".join(part.split()) for part in re.split(r"[,;\t]", text)]
    if not all(0 < len(part) <= _SHORT for part in parts):
        return ""
    return f"[{', '.join(as_value(part) for part in parts)}]"


_SHORT = 30
"""Most letters of an item of a list in brackets."""
