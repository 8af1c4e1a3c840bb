"""The language of a command's messages, also of those that click makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from inspect import cleandoc
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

from deckbuild.cli.meant import DECK_ENDINGS, of_another_command, refuse_typed
from deckbuild.cli.unfinished import finish_begun
from deckbuild.locales import LANGUAGES, deck_language, system_language, translator

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from deckbuild.diagnostics import Translate

_ASKED = "deckbuild.lang"
_FOUND = "deckbuild.found-lang"
"""The language that the arguments speak for: see ``language_of``."""
SENTENCE = re.compile(r"(?<=[.!?])\s")
"""The white space between two sentences."""


def spoken(deck: Path | None = None, context: click.Context | None = None) -> str:
    """Return the code of the user's language: that of ``--lang``, else the deck's, else the system's."""
    context = context or click.get_current_context(silent=True)
    known = context.meta if context else {}
    return known.get(_ASKED) or (deck_language(deck) if deck else None) or known.get(_FOUND) or system_language()


def language_of(arguments: Sequence[str]) -> str:
    """Return the code of the user's language as the arguments of a command have it, before click has parsed them.

    It is the language asked for, else that of the deck that is named or stands in the folder, else the system's.
    """
    asked = value_of("--lang", arguments)
    if asked in LANGUAGES:
        return asked
    decks = [*(each for each in arguments if each.endswith(DECK_ENDINGS)), "deck.yaml"]
    return deck_language(Path(decks[0])) or system_language()


def value_of(name: str, arguments: Sequence[str]) -> str:
    """Return the value of an option, written as ``--name value`` or ``--name=value``; empty if it isn't there."""
    for argument, following in pairwise([*arguments, ""]):
        if argument == name:
            return following
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""


def translator_for(deck: Path | None = None, context: click.Context | None = None) -> Translate:
    """Return the function that translates messages into the user's language; see ``spoken``."""
    return translator(spoken(deck, context))


class Spoken(click.Command):
    """A command with ``--lang``; its help and click's error messages are in the user's language."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.append(
            click.Option(
                ["--lang"],
                type=click.Choice(LANGUAGES),
                is_eager=True,
                expose_value=False,
                callback=_remember,
                help="The language of messages. Without it the deck's own, else your system's.",
            )
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments."""
        if ctx.parent is None:
            ctx.meta[_FOUND] = language_of(args)
            teach_click(translator(ctx.meta[_FOUND]))
        translate = translator_for(context=ctx)
        if not ctx.resilient_parsing:  # a line that is being completed
            refuse_typed(self, ctx, args[:1] if isinstance(self, click.Group) else args, translate)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            of_another_command(error, ctx, translate)
            raise
        except click.BadParameter as error:
            if isinstance(error.param, click.Argument) and error.param_hint is None:
                error.param_hint = f"'{translator_for(context=ctx)(error.param.make_metavar(ctx))}'"
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Finish or undo first what a kill interrupted, say so, and run the command."""
        if not isinstance(self, click.Group):
            finish_begun(ctx.params.values(), translator_for(context=ctx))
        return super().invoke(ctx)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the words after the command's name in the usage line."""
        translate = translator_for(context=ctx)
        return [translate(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, with its text translated: click makes it before ``--lang`` is parsed."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = translator_for(context=ctx)("Show this message and exit.")
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - lines are broken, not cut
        """Return the first sentence of the help in the user's language."""
        return _first_sentence(translator_for()(cleandoc(self.help or "")))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the completions, each with a sentence of help in the user's language."""
        translate = translator_for(context=ctx)
        found = super().shell_complete(ctx, incomplete)
        for item in found:
            item.help = _first_sentence(translate(item.help)) if item.help else None
        return found

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the user's language."""
        super(Spoken, self._localized(translator_for())).format_help(ctx, formatter)

    def _localized(self, translate: Translate) -> Spoken:
        found = copy(self)
        found.help = translate(cleandoc(self.help)) if self.help else None
        found.params = [copy(param) for param in self.params]
        for param in found.params:
            if isinstance(param, click.Option):
                param.help = translate(param.help) if param.help else None
                param.metavar = translate(param.metavar) if param.metavar else None
        return found


def _first_sentence(text: str) -> str:
    first = " ".join(text.partition("\n\n")[0].split())
    return SENTENCE.split(first, maxsplit=1)[0]


def _remember(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta[_ASKED] = value
        teach_click(translator(value))


def teach_click(translate: Translate) -> None:
    """Make click translate its own messages with ``translate``.

    Click calls gettext, whose global catalogue can only be loaded from a compiled file. Our catalogue is made at run
    time, so the names that click's modules have for gettext's functions are replaced.
    """

    def counted(one: str, many: str, count: int) -> str:
        return translate(one if count == 1 else many)

    for module in (core, decorators, exceptions, formatting, parser, termui, types):
        vars(module).update({"_": translate, "ngettext": counted})
