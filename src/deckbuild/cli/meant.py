"""What was meant by words typed after a command that it can't take: said instead of what click makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate

_DASHED = re.compile(r"(?P<dashes>[-‐‑‒–—―−]+)(?P<name>[A-Za-z][\w-]*)(?P<value>=.*)?")
"""An option as typed, also after the long dash that Word makes of two hyphens."""
DECK_ENDINGS = (".yaml", ".yml")
"""The endings of a deck's name."""


def refuse_typed(command: click.Command, context: click.Context, words: Sequence[str], translate: Translate) -> None:
    """Refuse words that click would take for something else than what was meant: they are named as they are written.

    These are options after other dashes than theirs, and a text of several words without quotation marks.
    """
    for number, word in enumerate(words):
        _refuse_parted(command, context, word, words[number + 1 :], translate)
        if word == "--":
            return
        option = _option(command, words[number - 1]) if number else None
        if option is None or option.is_flag:
            _refuse_dashes(command, context, word, translate)
            _refuse_bare(command, context, words[number : number + 2], translate)
        name, sign, value = word.partition("=")
        if (option := _option(command, name)) and option.metavar == "TEXT":
            named = number > 0 and not words[0].startswith("-")
            needs = not named and any(each.required for each in command.params if isinstance(each, click.Argument))
            following = list(_until_option(words[number + 1 :]))[: -1 if needs else None]
            _refuse_loose(context, name, [value, *following] if sign else following, translate)


def of_another_command(error: click.NoSuchOption, context: click.Context, translate: Translate) -> None:
    """Say which commands have the option that this one has not, if any has."""
    if having := _having(error.option_name, context):
        message = translate("`{option}` belongs to {commands}, not to `deckbuild {name}`.")
        commands = ", ".join(f"`deckbuild {name}`" for name in having)
        text = message.format(option=error.option_name, commands=commands, name=context.info_name)
        raise click.UsageError(text, context) from None


def _refuse_dashes(command: click.Command, context: click.Context, word: str, translate: Translate) -> None:
    typed = _DASHED.fullmatch(word)
    if typed is None or typed["dashes"] == "--" or (typed["dashes"] == "-" and len(typed["name"]) == 1):
        return
    meant = f"{'-' if len(typed['name']) == 1 else '--'}{typed['name']}"
    long = typed["dashes"].strip("-")
    if not (meant in ("-h", "--help") or _option(command, meant) or (long and _having(meant, context))):
        return
    message = translate(
        "“{word}” begins with a long dash, such as Word makes of hyphens: write `{meant}`."
        if long
        else "There is no “{word}”. Did you mean `{meant}`?"
    )
    context.fail(message.format(word=word, meant=f"{meant}{typed['value'] or ''}"))


def _there(name: str) -> bool:
    """Whether there is a file of that name. A name that can't be one is for the command to tell."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _refuse_bare(command: click.Command, context: click.Context, words: Sequence[str], translate: Translate) -> None:
    """Refuse an option without its dashes, or its value alone, and a file's name in two words."""
    word = words[0]
    if word.startswith("-") or isinstance(command, click.Group) or _there(word) or Path(word).suffix:
        return
    if len(words) > 1 and _there(whole := " ".join(words)):
        message = translate('Put quotation marks around what has spaces: `{option} "{text}"`.')
        context.fail(message.format(option=context.command_path, text=whole))
    options = [each for each in command.params if isinstance(each, click.Option)]
    of = next((each for each in options if isinstance(each.type, click.Choice) and word in each.type.choices), None)
    meant = f"{of.opts[0]} {word}" if of else f"--{word}" if _option(command, f"--{word}") else ""
    if meant:
        context.fail(translate("There is no “{word}”. Did you mean `{meant}`?").format(word=word, meant=meant))


def _refuse_parted(
    command: click.Command, context: click.Context, word: str, following: Sequence[str], translate: Translate
) -> None:
    """Refuse dashes with a space between them and the name of an option."""
    name = following[0] if following else ""
    if word and not word.strip("-‐‑‒–—―−") and _option(command, f"--{name}") and not _there(name):
        message = translate("There is a space in “{word}”. Write `{meant}`.")
        context.fail(message.format(word=f"{word} {name}", meant=f"--{name}"))


def _refuse_loose(context: click.Context, option: str, following: Sequence[str], translate: Translate) -> None:
    """Refuse a text whose later words would be taken for the name of a file."""
    text = list(following)
    while len(text) > 1 and _is_name(text[-1]):
        text.pop()
    if len(text) > 1 and " " not in "".join(text):
        message = translate('Put quotation marks around what has spaces: `{option} "{text}"`.')
        context.fail(message.format(option=option, text=" ".join(text)))


def _until_option(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word.startswith("-") and len(word) > 1:
            return
        yield word


def _is_name(word: str) -> bool:
    """Whether a word is the name of a file or folder, as far as can be seen."""
    return (
        Path(word).suffix in DECK_ENDINGS or "/" in word or any(_there(f"{word}{end}") for end in ("", *DECK_ENDINGS))
    )


def _option(command: click.Command, name: str) -> click.Option | None:
    options = (each for each in command.params if isinstance(each, click.Option))
    return next((each for each in options if name in (*each.opts, *each.secondary_opts)), None)


def _having(option: str, context: click.Context) -> list[str]:
    """Return the names of the commands with an option that is written in full."""
    group = context.parent.command if context.parent else None
    if not isinstance(group, click.Group) or not option.startswith("--"):
        return []
    commands = {name: group.get_command(context, name) for name in group.list_commands(context)}
    return [name for name, command in commands.items() if command and _option(command, option)]
