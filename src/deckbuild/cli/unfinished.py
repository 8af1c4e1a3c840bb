"""Before each command: what an earlier one had begun to write when it was killed is finished or undone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.output import STAGE

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate


def finish_begun(arguments: Iterable[object], translate: Translate) -> None:
    """Finish or undo what was begun in the folders that a command's ``arguments`` name, and print it to stderr."""
    for folder in sorted(set(_begun(arguments))):
        from deckbuild.output.papers import recover

        for found in recover(folder):
            click.echo(f"{found.severity.word(translate)}: {found.text(translate)}", err=True)
            if remedy := found.remedy(translate):
                click.echo(f"  {remedy}", err=True)


def _begun(arguments: Iterable[object]) -> Iterator[Path]:
    """Yield the folders with something begun, among those of the files named and the folders in them.

    Without a file it is the folder that the command was called in.
    """
    paths = [path for each in arguments for path in (each if isinstance(each, tuple) else (each,))]
    for path in [path for path in paths if isinstance(path, Path)] or [Path()]:
        with suppress(OSError, ValueError):  # a name that can't be one is for the command to tell
            folder = path if path.is_dir() else path.parent
            inner = (Path(entry) for entry in os.scandir(folder) if entry.is_dir())
            yield from (place for place in (folder, *inner) if _is_begun(place))


def _is_begun(folder: Path) -> bool:
    """Whether something was begun in ``folder``, as far as it may be looked into."""
    with suppress(OSError):
        return (folder / STAGE).is_dir()
    return False
