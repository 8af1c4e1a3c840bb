"""The first deck file: a small one, with comments, that builds without changes."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from deckbuild.editing import scalar
from deckbuild.locales import SOURCE


def start(language: str, title: str, date: str = "", owner: str = "") -> str:
    """Return the text of a first deck.yaml in ``language``. Lines for empty values are left out.

    The English text is used for a language without one of its own.
    """
    texts = files("deckbuild.drafting") / "starters"
    own = texts / f"{language}.yaml"
    template = (own if own.is_file() else texts / f"{SOURCE}.yaml").read_text("utf-8")
    lines = [f"  {key}: {scalar(value)}\n" for key, value in (("date", date), ("owner", owner)) if value]
    return Template(template).substitute(title=scalar(title), language=language, more="".join(lines))
