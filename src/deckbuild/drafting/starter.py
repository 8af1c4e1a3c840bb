"""A first deck: small, commented, and it builds."""

from __future__ import annotations

from importlib.resources import files
from string import Template

from deckbuild.editing import scalar


def start(language: str, title: str, date: str = "", owner: str = "") -> str:
    """Return the text of a first deck.yaml in ``language``, da or en; lines for what is empty are left out."""
    template = files("deckbuild.drafting").joinpath("starters", f"{language}.yaml").read_text("utf-8")
    lines = [f"  {key}: {scalar(value)}\n" for key, value in (("date", date), ("owner", owner)) if value]
    return Template(template).substitute(title=scalar(title), more="".join(lines))
