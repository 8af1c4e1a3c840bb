"""``deckbuild completion``: the script by which a shell completes commands and options."""

from __future__ import annotations

import click

from deckbuild.cli.speech import Spoken


@click.command(cls=Spoken)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish", "powershell"]))
def completion(shell: str) -> None:
    """Print what makes your shell complete commands and options.

    \b
    Examples:
      eval "$(deckbuild completion bash)"                      (in ~/.bashrc)
      eval "$(deckbuild completion zsh)"                       (in ~/.zshrc)
      deckbuild completion fish | source                       (in config.fish)
      deckbuild completion powershell >> $PROFILE              (once)
    """
    from click.shell_completion import get_completion_class

    from deckbuild.cli.main import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click {click.__version__} knows no {shell}")
    click.echo(kind(main, {}, "deckbuild", "_DECKBUILD_COMPLETE").source())
