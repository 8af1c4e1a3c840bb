"""Types of file arguments: which files are refused at once, and which ones the shell offers as completions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from deckbuild.cli.language import translator_for

_PAPERS = (".pdf", ".pptx", ".zip", ".png")


class FileArgument(click.Path):
    """A file with one of some extensions. The command itself reports a file that is missing or can't be read."""

    def __init__(self, *endings: str, **settings: Any) -> None:
        super().__init__(path_type=Path, readable=False, **settings)
        self._endings = endings

    def shell_complete(self, _context: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer files with these extensions, and folders."""
        return offered(self._endings, incomplete)


class DeckFile(FileArgument):
    """A deck. It is read more than once, so a pipe, which can be read only once, is refused."""

    def __init__(self, *endings: str) -> None:
        super().__init__(".yaml", ".yml", *endings)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        path = super().convert(value, param, ctx)
        if isinstance(path, Path) and _read_once(path):
            translate = translator_for(context=ctx)
            self.fail(
                translate("“{path}” is not a file: save the deck as one, and name that.").format(path=path), param, ctx
            )
        return path


class DeckOrPaper(DeckFile):
    """A deck, one of its papers, or a folder with them."""

    def __init__(self) -> None:
        super().__init__(".pptx", ".pdf")


class Folder(FileArgument):
    """A folder to write into."""

    def __init__(self) -> None:
        super().__init__(file_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. A name for a paper is refused: a folder would be called by it."""
        path = super().convert(value, param, ctx)
        if isinstance(path, Path) and path.suffix.lower() in _PAPERS and not path.is_dir():
            translate = translator_for(context=ctx)
            raise click.UsageError(translate("`-o` names a folder, not a file: write `-o output`."), ctx)
        return path


def offered(endings: Sequence[str], incomplete: str) -> list[CompletionItem]:
    """Return the files and folders that begin with ``incomplete``; the names of folders end with a slash."""
    head, slash, begun = incomplete.rpartition("/")
    folder = Path(head or ("/" if slash else "."))
    try:
        found = sorted(entry for entry in folder.iterdir() if entry.name.startswith(begun))
    except OSError:
        return []
    shown = [entry for entry in found if begun.startswith(".") or not entry.name.startswith(".")]
    return [
        CompletionItem(f"{head}{slash}{entry.name}{'/' if entry.is_dir() else ''}")
        for entry in shown
        if (entry.is_dir() or entry.suffix.lower() in endings) and _is_text(entry.name)
    ]


def _is_text(name: str) -> bool:
    """Whether a name can be encoded in UTF-8; a file name with bytes of another encoding can't."""
    return name.encode("utf-8", "replace").decode() == name


def _read_once(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except (OSError, ValueError):
        return False
