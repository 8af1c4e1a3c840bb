"""Examples of correct YAML for messages, made with the author's own words where that is possible.

Words in an example are translated like every message, so that they are in the language of the message around them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from deckbuild.diagnostics import Arg, Joined, Phrase
from deckbuild.editing import as_value
from deckbuild.reader.context import MappingNode, Node, ScalarNode, SequenceNode, is_nothing

EXAMPLES: dict[str, dict[str, Arg]] = {
    "AgendaItem": {"time": "9.00-9.20", "item": Phrase("Check-in")},
    "Card": {"head": Phrase("Profession"), "text": Phrase("The core of the profession")},
    "ComparisonRow": {"theme": Phrase("Trust"), "from": Phrase("Control"), "to": Phrase("Dialogue")},
    "LadderStep": {"left": Phrase("The innocent institution")},
    "Column": {"head": Phrase("Barriers"), "bullets": Phrase("[Time, Money]")},
    "Source": {"number": "1", "authors": "Bason", "title": Phrase("Bring the citizen into play")},
    "Picture": {"file": Phrase("assets/photo.png"), "alt": Phrase("A round table")},
    "Definition": {"term": "Innovation", "text": Phrase("is a process")},
    "Comparison": {"from": Phrase("Consultation"), "to": Phrase("Dialogue"), "rows": Phrase("[[Draft, Old, New]]")},
    "Ladder": {
        "left": Phrase("State"), "right": Phrase("Citizen"), "steps": Phrase("[{{left: The law}}, {{right: Rights}}]")
    },
    "Hub": {
        "center": Phrase("Welfare"), "fields": Phrase("[Leadership, Participation]"),
        "alt": Phrase("Welfare and what carries it"),
    },
    "StepItem": {"text": Phrase("Try"), "note": Phrase("on a small scale")},
    "TimelineItem": {"when": Phrase("March"), "what": Phrase("First day of the network")},
    "QuadrantItem": {"head": Phrase("Winners"), "text": Phrase("Do it now")},
    "Quadrant": {
        "x": Phrase("[low, high]"), "y": Phrase("[low, high]"), "items": "[A, B, C, D]", "alt": Phrase("Four fields")
    },
    "Question": {"ask": Phrase("What do you take with you?"), "lines": "4"},
    "Handout": {"margin": "yes"},
    "DeckInfo": {"title": Phrase("Welfare in transformation")},
    "HandoutSettings": {"paper": "A4"},
    "Look": {"base": "lys", "colors": "{accent1: 09508A}"},
    "Table": {"columns": Phrase("[Who, What]"), "rows": Phrase("[[Ida, Coffee]]")},
}  # fmt: skip
"""Class name -> its keys in an example, each with a value as it is written in YAML."""
VALUES: dict[str, Arg] = {
    "time": "9.00-9.20", "title": Phrase("Programme of the day"), "item": Phrase("Check-in"),
    "alt": Phrase("A round meeting table seen from above"), "ask": Phrase("What do you take with you?"),
    "head": Phrase("Profession"), "section": Phrase("Morning"), "file": Phrase("assets/photo.png"),
    "source": "bason", "figure": Phrase("figure-1"), "table": Phrase("table-1"), "id": Phrase("outset"),
    "date": Phrase("12 March 2027"),
}  # fmt: skip
"""Key -> an example of its text, for a key with nothing after it."""
IN_BODY = Joined(("text: ", Phrase("Welcome")))
"""An example of an item of ``body:``, without braces."""
NO_EXAMPLE = Joined(())
LONGEST = 70
"""Most letters of an example: nobody would read a longer one. Where it is translated, its English is measured."""


def shape(pairs: Mapping[str, Arg]) -> Joined:
    """Return keys with their values as a mapping in braces."""
    parts: list[Arg] = [part for key, value in pairs.items() for part in (f"{key}: ", value, ", ")][:-1]
    apart = isinstance(parts[-1], str) and parts[-1].endswith("}")
    return Joined(("{", *parts, " }" if apart else "}"))


NAMED: dict[str, tuple[Arg, Arg]] = {
    "words": (Phrase("NC"), Phrase("network coordinator")),
    "sheets": (Phrase("The guiding star"), Phrase("Gather your answers here")),
    "sources": ("bason", shape(EXAMPLES["Source"])),
    "figures": (
        Phrase("figure-1"), shape({"alt": Phrase("Three steps"), "steps": Phrase("[Explore, Try, Spread]")})
    ),
    "tables": (Phrase("table-1"), shape(EXAMPLES["Table"])),
}  # fmt: skip
"""Top key -> an example of an entry under it, where the author chooses the names: the name, and what follows it."""


def name_and_value(name: Arg, value: Arg) -> Joined:
    """Return a name and its value as they are written under a key where the author chooses the names."""
    return Joined((name, ": ", value))


def example(name: str) -> Joined:
    """Return the example of a class in braces, or nothing."""
    return shape(EXAMPLES[name]) if name in EXAMPLES else NO_EXAMPLE


def own_words(name: str, required: Sequence[str], node: Node) -> Joined:
    """Return the author's texts as a mapping with the required keys of class ``name``; nothing if they don't fit.

    A single text fits one key, or the last of two, ``this: that`` fits two, and a list fits as many keys as it has
    texts. With one key, the example of the class adds other keys. Where there are as many texts as keys, two and more,
    every text is the author's, so it may be used as a fix.
    """
    values: list[Node] = []
    if isinstance(node, ScalarNode) and len(required) == 1:
        values = [node]
    elif isinstance(node, SequenceNode) and len(required) > 1:
        values = node.value
    elif isinstance(node, MappingNode) and len(node.value) == 1 and len(required) == 2:
        values = [*node.value[0]]
    if isinstance(node, ScalarNode) and len(required) == 2 and not is_nothing(node) and name in EXAMPLES:
        last = required[-1]
        if last in _SENTENCES and node.style not in ("|", ">"):
            return shape({required[0]: "…", last: as_value(node.value)})
    texts = [value for value in values if isinstance(value, ScalarNode) and not is_nothing(value)]
    if not required or not len(required) == len(values) == len(texts):
        return NO_EXAMPLE
    own: dict[str, Arg] = dict(zip(required, (as_value(text.value) for text in texts), strict=True))
    rest = EXAMPLES.get(name, {}) if len(required) == 1 else {}
    return shape({**own, **{key: value for key, value in rest.items() if key not in own}})


def in_brackets(node: ScalarNode, apart: str = r"[,;\t]") -> str:
    """Return a text with commas as a list in brackets, or an empty text if it has several lines or long parts.

    ``apart`` is a regular expression of what parts the items.
    """
    text = str(node.value)
    if node.style in ("|", ">") or node.start_mark.line != node.end_mark.line:
        return ""
    if re.search(r"\d,\d|[\[\]{}\"“”]", text):
        return ""
    parts = [" ".join(part.split()) for part in re.split(apart, text)]
    if not all(0 < len(part) <= _SHORT for part in parts):
        return ""
    return f"[{', '.join(as_value(part) for part in parts)}]"


_SENTENCES = ("text", "what", "item")
"""Keys whose text is the longest of an object: a text without keys is probably meant for them."""
_SHORT = 30
"""Most letters of an item of a list in brackets."""
