"""``deckbuild``: the group of commands."""

from __future__ import annotations

import gc
import os
from difflib import get_close_matches
from importlib import import_module

import click

from deckbuild import __version__
from deckbuild.cli.language import Spoken, translator_for
from deckbuild.locales import every_language

_COMMANDS = {
    "new": "Begin a deck: a small deck.yaml with comments.",
    "next": "Make the deck file for the next course day.",
    "build": "Make the slides and the handout.",
    "slides": "Make the slides only.",
    "handout": "Make the handout only.",
    "collect": "Collect the answers from handouts that were filled in on a screen.",
    "serve": "Show the slides and the handout in a browser, anew on each save.",
    "watch": "Make the slides and the handout anew on each save.",
    "check": "Say what is wrong in a deck, and where.",
    "diff": "Say which slides and pages changed, and what to print again.",
    "completion": "Print what makes your shell complete commands.",
    "render": "Make pictures (PNG) of slides or handout pages.",
    "schema": "Print the JSON Schema of deck.yaml, for editors.",
    "template": "List the layouts of a PowerPoint template.",
}


class _Lazy(Spoken, click.Group):
    """Imports a command's module when it is used, so that ``deckbuild`` starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order in which people need them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command called ``cmd_name``."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"deckbuild.cli.commands.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that ``args`` begins with. Of one that there is not, name the nearest."""
        words = (language.words.commands for language in every_language())
        asked = next((each[args[0].casefold()] for each in words if args[0].casefold() in each), args[0])
        near = get_close_matches(asked, _COMMANDS, 1) if args[0] not in _COMMANDS else []
        if near and not args[0].startswith("-"):
            translate = translator_for(context=ctx)
            message = translate("There is no command “{name}”. Did you mean “{near}”?")
            ctx.fail(message.format(name=args[0], near=near[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        translate = translator_for()
        with formatter.section(translate("Commands")):
            formatter.write_dl([(name, translate(text)) for name, text in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckbuild")
@click.pass_context
def main(context: click.Context) -> None:
    """Make matched papers from one deck.yaml: slides to present and a handout to write in.

    \b
    Example:
      deckbuild build            (reads deck.yaml, writes into output/)
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":  # https://no-color.org
        context.color = False
    # Most objects live until the command ends. Searching them for cycles takes a third of the time of a large deck.
    gc.disable()
