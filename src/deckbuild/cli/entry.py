"""The entry point of the ``deckbuild`` command. Whatever happens, the user gets a sentence and an exit code.

The commands are imported inside ``run``, so that Ctrl+C during the import is handled too.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckbuild.diagnostics import Translate

STOPPED = 130
"""Exit code for a command ended by Ctrl+C, as in shells: 128 + SIGINT."""
CRASHED = 70
"""Exit code for an unexpected exception: ``EX_SOFTWARE`` in BSD's ``sysexits.h``."""


def run() -> None:
    """Run the command that the user typed, and exit with its code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = STOPPED
    except BaseException as error:  # a panic in a Rust library is a BaseException only
        # Up to Python 3.11, Ctrl+C while a class is created becomes the cause of a RuntimeError.
        code = STOPPED if isinstance(error.__cause__, KeyboardInterrupt) else _crashed(error)
    with suppress(OSError, KeyboardInterrupt):
        _finish()
    sys.exit(code)


def _run() -> int:
    _open_streams()
    import click

    from deckbuild.cli.main import main

    try:
        code = main(prog_name="deckbuild", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as end:
        return _ended(end)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo(_translate()("Aborted!"), err=True)
        return STOPPED
    except OSError as error:
        return _system_error(error)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end].encode("ascii", "backslashreplace").decode()
        return _report(_translate()("“{signs}” is not text: write it anew.").format(signs=found), 2)
    return code if isinstance(code, int) else 0


def _crashed(error: BaseException) -> int:
    """Report an unexpected exception in a sentence, even if reporting fails. Return the exit code."""
    try:
        from deckbuild.cli.crash import tell_crash

        tell_crash(error, sys.argv[1:])
    except KeyboardInterrupt:
        return STOPPED
    except BaseException:  # for example, an import fails since a library is missing
        with suppress(Exception):
            print(
                f"error: deckbuild came upon a fault of its own ({type(error).__name__}). "
                "Tell whoever looks after deckbuild for you.",
                file=sys.stderr,
            )
    return CRASHED


def _ended(end: SystemExit) -> int:
    try:
        sys.stdout.flush()
    except OSError as error:
        return _system_error(error)
    return end.code if isinstance(end.code, int) else int(end.code is not None)


def _system_error(error: OSError) -> int:
    """Report an error of the system in one line, but not a closed pipe. Return the exit code."""
    from deckbuild.diagnostics import because

    if error.errno in (errno.EPIPE, errno.EINVAL) and error.filename is None:  # EINVAL: a closed pipe on Windows
        return 1
    translate = _translate()
    if error.filename is None:
        message = translate("What was to be printed can't be written: {reason}.")
    else:
        message = translate("“{path}” can't be used: {reason}.")
    return _report(message.format(path=error.filename, reason=because(error).text(translate)), 1)


def _report(message: str, code: int) -> int:
    with suppress(OSError):
        print(f"{_translate()('error')}: {message}", file=sys.stderr)
    return code


def _translate() -> Translate:
    from deckbuild.cli.language import translator_for

    return translator_for()


def _open_streams() -> None:
    """Open the standard streams that the caller closed, and let all of them accept any text.

    To a standard output that is closed nothing can be written; that is told, as on a disk that is full.
    The encoding of a terminal on Windows may lack our quotation marks, and file names may have bytes that can't be
    decoded. What goes elsewhere is UTF-8, unless the caller asks for another encoding.
    """
    from deckbuild.cli.narrow import READABLE

    asked = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    for name, mode, access in (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_RDONLY), ("stderr", "w", os.O_WRONLY)):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, access), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=READABLE, encoding=None if asked or stream.isatty() else "utf-8")


def _finish() -> None:
    """Flush the streams now. At exit Python would print its own message if that failed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
