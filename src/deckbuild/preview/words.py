"""The page's own words, in the user's language."""

from __future__ import annotations

from html import escape
from string import Template

from deckbuild.diagnostics import Translate


def filled(page: str, language: str, say: Translate) -> str:
    """Return the page's HTML with its ``$names`` filled in."""
    words = {
        "waiting": say("Reading the deck …"),
        "lost": say("The preview has stopped. Start `deckbuild serve` again and open the address it prints."),
        "skip": say("Skip to the pages"),
        "papers": say("Papers"),
        "problems": say("What to look at"),
        "changed": say("Changed"),
        "numbers": say("Only numbers changed: {count}."),
        "also": say("Also on"),
        "source": say("Source"),
        "hint": say("Choose a page or a problem to see the lines it comes from."),
        "none": say("Nothing on this page comes from a line of its own."),
        "lines": say("{file}, lines {first} to {last}"),
        "one_line": say("{file}, line {first}"),
        "open": say("Open in the editor"),
        "close": say("Close"),
    }
    return Template(page).substitute(language=language, **{name: escape(word) for name, word in words.items()})
