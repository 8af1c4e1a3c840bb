"""Writes a file with the details of an unexpected exception, for those who look for its cause.

The file may be sent to strangers. So it has no text of the deck, no names or answers, and no paths except those of our
own modules. Of exceptions it has only the classes, since their messages may quote the deck.
"""

from __future__ import annotations

import platform
import re
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import metadata
from pathlib import Path
from types import FrameType

import click

from deckbuild import __version__
from deckbuild.cli.main import main
from deckbuild.diagnostics import Span

_OURS = Path(__file__).parents[1]
_MOST_FRAMES = 60
"""The most frames that are written of one exception. Of a deeper stack, the first and last ones are written."""
_MOST_CAUSES = 8
_MOST_PLACES = 20
_KINDS = {".yaml": "deck", ".yml": "deck", ".csv": "list"}


def write_details(error: BaseException, arguments: Sequence[str], *, debug: bool) -> Path:
    """Write the details of ``error`` to a new file that only its owner can read; with ``debug``, also the traceback.

    Raises ``OSError``.
    """
    text = "\n".join([*_versions(), *_command(arguments), *_stacks(error), *_lines(error)])
    if debug:
        text += "\n\n" + "".join(traceback.format_exception(error))
    prefix = f"deckbuild-fault-{datetime.now():%Y-%m-%d-%H%M%S}-"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix=prefix, suffix=".txt", delete=False
    ) as file:
        file.write(text + "\n")
    return Path(file.name)


def place_of(error: BaseException) -> str:
    """Return the innermost place in our code in the traceback of ``error``, such as ``pipeline/build.py:12``."""
    own = [_own_place(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    return next((place for place in reversed(own) if place), "deckbuild")


def _versions() -> Iterator[str]:
    yield f"deckbuild {__version__}"
    yield f"Python {platform.python_version()} ({platform.python_implementation()})"
    yield f"{platform.system()} {platform.release()} ({platform.machine()})"
    try:
        needed = metadata.requires("deckbuild") or []
    except metadata.PackageNotFoundError:
        needed = []
    used = [each for each in needed if "extra ==" not in each or "spelling" in each]
    for name in (found[0] for each in used if (found := re.match(r"[\w.-]+", each))):
        try:
            yield f"  {name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            yield f"  {name}: not installed"


def _command(arguments: Sequence[str]) -> Iterator[str]:
    """Yield a line with the command and the names of its options, without values and files."""
    command: click.Command = main
    context = click.Context(main)
    known = {name for option in main.get_params(context) for name in option.opts}
    said = []
    for argument in arguments:
        name = argument.partition("=")[0] if argument.startswith("--") else argument[:2]
        if name in known and name.startswith("-"):
            said.append(name)
        elif isinstance(command, click.Group) and argument in command.list_commands(context):
            said.append(argument)
            try:
                inner = command.get_command(context, argument)
            except Exception:  # importing the command may be what failed in the first place
                break
            if inner is None:
                break
            command = inner
            known |= {name for option in inner.get_params(context) for name in (*option.opts, *option.secondary_opts)}
    yield f"command: deckbuild {' '.join(said)}".rstrip()


def _stacks(error: BaseException) -> Iterator[str]:
    """Yield class and frames of an exception, then of its causes (``__cause__`` or ``__context__``)."""
    found: BaseException | None = error
    for _ in range(_MOST_CAUSES):
        if found is None:
            return
        yield ""
        yield f"{type(found).__module__}.{type(found).__qualname__}"
        frames = [_frame(frame, line) for frame, line in traceback.walk_tb(found.__traceback__)]
        if len(frames) > _MOST_FRAMES:
            half = _MOST_FRAMES // 2
            frames[half:-half] = [f"  … {len(frames) - _MOST_FRAMES} more"]
        yield from frames
        found = found.__cause__ or found.__context__


def _frame(frame: FrameType, line: int) -> str:
    if place := _own_place(frame, line):
        return f"  {place} {frame.f_code.co_qualname}"
    return f"  {frame.f_globals.get('__name__', '?')}:{line}"


def _own_place(frame: FrameType, line: int) -> str:
    """Return file (relative to the package) and line of a frame in our code; empty for other code."""
    file = Path(frame.f_code.co_filename)
    return f"{file.relative_to(_OURS).as_posix()}:{line}" if file.is_relative_to(_OURS) else ""


def _lines(error: BaseException) -> Iterator[str]:
    """Yield the line numbers in deck files that our code was working on, innermost first."""
    found: dict[str, None] = {}
    for frame, _ in reversed([*traceback.walk_tb(error.__traceback__)]):
        for value in frame.f_locals.values() if _own_place(frame, 0) else ():
            has_span = "span" in getattr(type(value), "__dataclass_fields__", ())
            span = getattr(value, "span", None) if has_span else value
            if isinstance(span, Span):
                kind = _KINDS.get(span.path.suffix.lower(), "another file")
                found[f"  {kind}: line {span.line} to {span.end_line}"] = None
    if found:
        yield from ("", "worked on:", *list(found)[:_MOST_PLACES])
