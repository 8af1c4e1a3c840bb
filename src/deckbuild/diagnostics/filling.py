"""English templates with ``{names}`` -> the text in a language: sentences, lists of words, numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias


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
    """Words listed in a message, with ``and`` or ``or`` before the last: `a`, `b` and `c`."""

    words: tuple[str | Sayable, ...]
    last: str = "and"

    def __bool__(self) -> bool:
        return bool(self.words)

    def text(self, translate: Translate) -> str:
        """Return them joined."""
        words = [_text(word, translate) for word in self.words]
        if len(words) < 2:
            return "".join(words)
        joint = translate("{some} or {last}") if self.last == "or" else translate("{some} and {last}")
        return joint.format(some=", ".join(words[:-1]), last=words[-1])


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of something there are; in two forms, as Danish and English have them: ``1 item``, ``{count} items``."""

    count: int
    one: str
    many: str

    def text(self, translate: Translate) -> str:
        """Return it in words."""
        return translate(self.one if self.count == 1 else self.many).format(count=self.count)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a message that is translated by itself."""

    template: str
    args: Mapping[str, Arg] = field(default_factory=dict)

    def text(self, translate: Translate) -> str:
        """Return it in words."""
        return fill(self.template, self.args, translate)


class Sayable(Protocol):
    """What has words of its own in each language, such as ``Words``, ``Counted`` or ``Reason``."""

    def text(self, translate: Translate, /) -> str:
        """Return it in words."""
        ...


Arg: TypeAlias = "str | float | Sayable"
"""What may fill a name: text as it is, a number written with one decimal, or what has words of its own."""
Template: TypeAlias = "str | tuple[str, ...]"
"""A template, or several that are said one after another."""


def fill(template: Template, args: Mapping[str, Arg], translate: Translate = untranslated) -> str:
    """Return a template's text in the language of ``translate``."""
    parts = (template,) if isinstance(template, str) else template
    values = {name: _text(value, translate) for name, value in args.items()}
    said = (translate(part) for part in parts if part)
    return " ".join(part.format(**_inner(part, values)) for part in said)


def _inner(template: str, values: dict[str, str]) -> dict[str, str]:
    """Return the values, with single quotation marks in those that the template puts into double ones of its own."""
    quoted = {match[2]: match[1] for match in _QUOTED.finditer(template)}
    return {name: value.translate(_SINGLE[quoted[name]]) if name in quoted else value for name, value in values.items()}


_QUOTED = re.compile(r"([»“])\{(\w+)\}[«”]")
_SINGLE = {"»": str.maketrans("»«", "›‹"), "“": str.maketrans("“”", "‘’")}
"""What stands for a pair of quotation marks inside another."""


def decimal(value: float, translate: Translate = untranslated) -> str:
    """Return a number with one decimal, and the decimal mark of the language."""
    whole, tenth = f"{value:.1f}".split(".")
    return translate("{whole}.{tenth}").format(whole=whole, tenth=tenth)


def _text(value: Arg, translate: Translate) -> str:
    if isinstance(value, str):
        return value
    return decimal(value, translate) if isinstance(value, float | int) else value.text(translate)
