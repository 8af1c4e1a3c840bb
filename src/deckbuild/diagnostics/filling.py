"""English templates with ``{names}`` -> text in a language: sentences, lists of words, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Protocol, TypeAlias

from deckbuild.dataclass import dataclass


class Translate(Protocol):
    """Looks a message up in a catalogue, as ``gettext.gettext`` does."""

    def __call__(self, message: str, /) -> str:
        """Return the message in the reader's language."""
        ...


def untranslated(message: str, /) -> str:
    """Return the message as it stands in the source: English."""
    return message


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a message lists, with ``and`` or ``or`` before the last: `a`, `b` and `c`."""

    words: tuple[str | Sayable, ...]
    last: str = "and"

    def __bool__(self) -> bool:
        return bool(self.words)

    def text(self, translate: Translate) -> str:
        """Return the words, joined with commas and the ``and`` or ``or`` of the language."""
        words = [_text(word, translate) for word in self.words]
        if len(words) < 2:
            return "".join(words)
        joint = translate("{some} or {last}") if self.last == "or" else translate("{some} and {last}")
        return joint.format(some=", ".join(words[:-1]), last=words[-1])


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of something there are: ``1 item`` or ``{count} items``. Danish and English both have two forms."""

    count: int
    one: str
    many: str

    def text(self, translate: Translate) -> str:
        """Return the form for the count, translated and filled."""
        return translate(self.one if self.count == 1 else self.many).format(count=self.count)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a message that is translated by itself."""

    template: str
    args: Mapping[str, Arg] = field(default_factory=dict)

    def text(self, translate: Translate) -> str:
        """Return the part, translated and filled."""
        return fill(self.template, self.args, translate)


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts that follow each other directly, such as a line of YAML with the author's words and with examples."""

    parts: tuple[Arg, ...]

    def __bool__(self) -> bool:
        return bool(self.parts)

    def text(self, translate: Translate = untranslated) -> str:
        """Return the parts one after the other. Texts stay as they are, all else is translated."""
        return "".join(_text(part, translate) for part in self.parts)


class Sayable(Protocol):
    """A value that is translated by itself, such as ``Words``, ``Counted`` or ``Reason``."""

    def text(self, translate: Translate, /) -> str:
        """Return its text in the language of ``translate``."""
        ...


Arg: TypeAlias = "str | float | Sayable"
"""What may fill a ``{name}``: a text as it is, a number (written with one decimal), or what translates itself."""
Template: TypeAlias = "str | tuple[str, ...]"
"""A template, or several that follow each other in one text."""


def fill(template: Template, args: Mapping[str, Arg], translate: Translate = untranslated) -> str:
    """Return the text of a template in the language of ``translate``. Empty templates are left out."""
    parts = (template,) if isinstance(template, str) else template
    values = {name: _text(value, translate) for name, value in args.items()}
    said = (translate(part) for part in parts if part)
    return " ".join(part.format(**_inner(part, values)) for part in said)


def _inner(template: str, values: dict[str, str]) -> dict[str, str]:
    """Return the values; those that the template puts in double quotation marks have single ones inside."""
    quoted = {match[2]: match[1] for match in _QUOTED.finditer(template)}
    return {name: value.translate(_SINGLE[quoted[name]]) if name in quoted else value for name, value in values.items()}


_QUOTED = re.compile(r"([»“])\{(\w+)\}[«”]")
_SINGLE = {"»": str.maketrans("»«", "›‹"), "“": str.maketrans("“”", "‘’")}
"""Opening double mark -> the single marks that replace double ones inside the pair."""


def shortened(text: str, most: int = 40) -> str:
    """Return a text for a message, cut to at most ``most`` characters; a cut text ends with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def decimal(value: float, translate: Translate = untranslated) -> str:
    """Return a number with one decimal, written with the decimal mark of the language."""
    whole, tenth = f"{value:.1f}".split(".")
    return translate("{whole}.{tenth}").format(whole=whole, tenth=tenth)


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2060-\u206f\ue000-\uf8ff\ufeff]")
"""Matches signs that can't be seen, and those whose look only the font of another program knows."""


def _text(value: Arg, translate: Translate) -> str:
    if isinstance(value, str):
        return _UNSEEN.sub(lambda sign: f"U+{ord(sign[0]):04X}", value)
    return decimal(value, translate) if isinstance(value, float | int) else value.text(translate)
