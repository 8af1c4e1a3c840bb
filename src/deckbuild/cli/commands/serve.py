"""``deckbuild serve``."""

from __future__ import annotations

import threading
import webbrowser
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from deckbuild.cli.language import Spoken, spoken, translator_for
from deckbuild.cli.making import deck_argument, refuse

if TYPE_CHECKING:
    from deckbuild.preview.state import State


_MOST = 3
"""The most errors that are printed in the terminal; the web page shows all."""


def _address(_context: click.Context, _option: click.Parameter, value: str) -> str:
    """Return the form of address that opens a file in the editor; see ``preview.editor_links``."""
    from deckbuild.preview.editor_links import EDITORS, template

    found = template(value)
    if found is None:
        translate = translator_for()
        text = translate("“{editor}” is not one of {known}, nor an address such as `myeditor://open{path}:{line}`.")
        raise click.BadParameter(text.format(editor=value, known=", ".join(EDITORS), path="{path}", line="{line}"))
    return found


def _editors(_context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the names of known editors."""
    from deckbuild.preview.editor_links import EDITORS

    return [CompletionItem(name) for name in EDITORS if name.startswith(incomplete)]


@click.command(cls=Spoken)
@deck_argument
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="NUMBER", help="The port; without it any that is free."
)
@click.option("--open/--no-open", "show", default=True, help="Whether to open the page in your browser.")
@click.option(
    "--editor",
    default="vscode",
    envvar="DECKBUILD_EDITOR",
    show_envvar=True,
    callback=_address,
    shell_complete=_editors,
    metavar="NAME",
    help="What lines open in: vscode, vscodium, cursor, zed, sublime, textmate, jetbrains, none, or an address.",
)
def serve(deck: Path, port: int, show: bool, editor: str) -> None:
    """Show DECK's slides and handout in a browser, anew on each save, with what is wrong and the lines it comes from.

    The page can be seen on this computer only. It ends with Ctrl+C.

    \b
    Examples:
      deckbuild serve
      deckbuild serve kursus/deck.yaml --editor cursor
    """
    from deckbuild.cli.crash import tell_thread
    from deckbuild.diagnostics import Diagnostic, DiagnosticError, because
    from deckbuild.preview.live import Live
    from deckbuild.preview.server import PreviewServer

    context = click.get_current_context()
    live = Live(deck, partial(spoken, deck, context), editor)
    translate = translator_for(deck)
    try:
        server = PreviewServer(live, port)
    except OSError as error:
        taken = Diagnostic(
            "port-taken", None, "Port {port} can't be used: {reason}.", "Leave out `--port`, or choose another.",
            {"port": str(port), "reason": because(error)},
        )  # fmt: skip
        refuse(DiagnosticError(taken), translate)
    threading.excepthook = tell_thread
    server.start()
    click.echo(translate("The preview is at {address}").format(address=server.gate.url))
    click.echo(translate("Only this computer can open it. Stop it with Ctrl+C."))
    if show:
        webbrowser.open(server.gate.url)
    try:
        live.run(partial(_report, deck))
    except KeyboardInterrupt:
        click.echo()
    finally:
        live.end()
        server.shutdown()
    if server.failure is not None:
        raise server.failure


def _report(deck: Path, state: State) -> None:
    """Print one line for a save."""
    from deckbuild.diagnostics import Counted, decimal

    translate = translator_for(deck)
    parts = [state.message]
    if state.changed:
        parts.append(Counted(len(state.changed), "1 page changed.", "{count} pages changed.").text(translate))
    click.echo(f"{datetime.now():%H:%M:%S}  {' '.join(parts)} ({decimal(state.seconds, translate)} s)")
    for problem in [each for each in state.problems if each.error][:_MOST]:
        click.echo(f"          {problem.where}  {problem.text}".rstrip())
