"""``deckbuild completion``: the script by which a shell completes commands and options."""

from __future__ import annotations

import click

from deckbuild.cli.language import Spoken

_ONE_WORD = 'COMPREPLY+=("$(printf %q "$value")")'
_NO_SPACE = "[[ $value == */ ]] && compopt -o nospace"
_COMPINIT = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }"
_FOLDER = """\
if [[ "$key" == */ ]]; then
                folders+=("$key")"""
_FOLDERS = """\
    if [ -n "$folders" ]; then
        compadd -U -S '' -V unsorted -a folders
    fi

"""
_CHANGES = {
    "bash": (("COMPREPLY+=($value)", f"{_ONE_WORD}\n            {_NO_SPACE}"),),
    "zsh": (
        ("#compdef deckbuild\n", f"#compdef deckbuild\n\n{_COMPINIT}\n"),
        ("local -a completions\n", "local -a completions folders\n"),
        (
            'if [[ "$descr"',
            'if [[ "$key" == */ ]]; then\n                folders+=("$key")\n            elif [[ "$descr"',
        ),
        ('    if [ -n "$completions" ]', f'{_FOLDERS}    if [ -n "$completions" ]'),
    ),
}
"""Changes to click's scripts: names with spaces stay one word, no space follows the name of a folder, and zsh also
completes where compinit was not called before."""


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
    script = kind(main, {}, "deckbuild", "_DECKBUILD_COMPLETE").source()
    for theirs, ours in _CHANGES.get(shell, ()):
        script = script.replace(theirs, ours)
    click.echo(script)
