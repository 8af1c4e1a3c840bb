"""Questions to the user in the terminal, and checks of texts that are typed there or given as options."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.cli.language import translator_for
from deckbuild.locales import every_language

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate


def words(value: str, translate: Translate | None = None) -> str:
    """Return a text on one line, without control characters; refuse letters that could not be decoded."""
    legible(value, translate or translator_for())
    kept = "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in value)
    return " ".join(kept.split())


def yes_or_no(value: str, translate: Translate) -> bool:
    """Return whether an answer, in any language, is yes; refuse one that is neither yes nor no."""
    answer = value.strip().casefold()
    words = [language.words for language in every_language()]
    if any(answer in each.yes for each in words):
        return True
    if any(answer in each.no for each in words):
        return False
    raise click.UsageError(translate("Answer y or n."))


def legible(value: object, translate: Translate) -> None:
    """Refuse a text or path with letters that could not be decoded: they are in another encoding than the system's."""
    text = str(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        shown = text.encode("utf-8", "replace").decode()
        message = translate("“{text}” has letters that can't be read here. Type it anew, or rename the file.")
        raise click.UsageError(message.format(text=shown)) from None


def legible_path(context: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """Refuse a path with letters that could not be decoded (callback of an option)."""
    legible(value, translator_for(context=context))
    return value


def interactive() -> bool:
    """Whether a user can answer questions: standard input is open and is a terminal."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def ask(question: str, default: str | None = None) -> str:
    """Ask a question and return the answer. Questions end in a question mark, so click's colon is left out."""
    return click.prompt(question, default=default, show_default=False, prompt_suffix=" ", value_proc=words)


def confirm(question: str, translate: Translate) -> bool:
    """Ask a question and return whether the answer is yes. An empty answer means no."""
    shown = f"{question} {translate('[y/N]')}"
    return click.prompt(
        shown, default="n", show_default=False, prompt_suffix=" ", value_proc=lambda typed: yes_or_no(typed, translate)
    )
