"""Where the ``deckbuild`` command begins and ends: whatever befalls it, the user gets a sentence and an exit code.

The commands are loaded inside, so that Ctrl+C while they load is an end like any other.
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
"""What shells take for: ended by Ctrl+C."""
CRASHED = 70
"""A fault in the program itself: ``EX_SOFTWARE`` in BSD's ``sysexits.h``."""


def run() -> None:
    """Run the command that the user typed, and exit with its code."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = STOPPED
    except BaseException as error:  # a library in Rust raises what is no Exception
        # up to Python 3.11, Ctrl+C within a class being made is the cause of a RuntimeError
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
        return _reported(error)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end].encode("ascii", "backslashreplace").decode()
        return _report(_translate()("“{signs}” is not text: write it anew.").format(signs=found), 2)
    return code if isinstance(code, int) else 0


def _crashed(error: BaseException) -> int:
    """Say what nobody foresaw, in a sentence; also where even that goes wrong."""
    try:
        from deckbuild.cli.crash import tell_crash

        tell_crash(error, sys.argv[1:])
    except KeyboardInterrupt:
        return STOPPED
    except BaseException:  # such as a library that is missing
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
        return _reported(error)
    return end.code if isinstance(end.code, int) else int(end.code is not None)


def _reported(error: OSError) -> int:
    """Say in one line what the system refused; nothing where nobody reads on."""
    from deckbuild.diagnostics import because

    if error.errno in (errno.EPIPE, errno.EINVAL) and error.filename is None:  # EINVAL: a closed pipe on Windows
        return 1
    translate = _translate()
    if error.filename is None:
        reported = translate("What was to be printed can't be written: {reason}.")
    else:
        reported = translate("“{path}” can't be used: {reason}.")
    return _report(reported.format(path=error.filename, reason=because(error).text(translate)), 1)


def _report(message: str, code: int) -> int:
    with suppress(OSError):
        print(f"{_translate()('error')}: {message}", file=sys.stderr)
    return code


def _translate() -> Translate:
    from deckbuild.cli.language import translator_for

    return translator_for()


def _open_streams() -> None:
    """Let there be three streams, whichever the caller closed, which take every text.

    A pipe on Windows has another encoding, without our quotation marks; a file's name may hold bytes that are no text.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace", encoding=None if stream.isatty() else "utf-8")


def _finish() -> None:
    """Leave nothing to write at exit, when Python would complain in words of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
