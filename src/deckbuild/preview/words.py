"""The web page's own texts, in the user's language."""

from __future__ import annotations

from html import escape
from string import Template

from deckbuild.diagnostics import Translate


def filled(page: str, language: str, translate: Translate) -> str:
    """Return the page's HTML with its ``$names`` filled in."""
    words = {
        "waiting": translate("Reading the deck …"),
        "lost": translate("The preview has stopped. Start `deckbuild serve` again and open the address it prints."),
        "skip": translate("Skip to the pages"),
        "papers": translate("Papers"),
        "problems": translate("What to look at"),
        "changed": translate("Changed"),
        "numbers": translate("Only numbers changed: {count}."),
        "also": translate("Also on"),
        "source": translate("Source"),
        "hint": translate("Choose a page or a problem to see the lines it comes from."),
        "none": translate("Nothing on this page comes from a line of its own."),
        "lines": translate("{file}, lines {first} to {last}"),
        "one_line": translate("{file}, line {first}"),
        "open": translate("Open in the editor"),
        "close": translate("Close"),
    }
    return Template(page).substitute(language=language, **{name: escape(word) for name, word in words.items()})
