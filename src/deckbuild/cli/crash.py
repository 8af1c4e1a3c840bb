"""Reports unexpected exceptions in a sentence: what it means, what to do, and which file has the details.

``DECKBUILD_DEBUG=1`` shows the traceback as well.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Sequence
from threading import ExceptHookArgs

from deckbuild.cli.crash_details import place_of, write_details
from deckbuild.cli.language import language_of, value_of
from deckbuild.diagnostics import Diagnostic, Translate
from deckbuild.diagnostics.render.objects import as_object
from deckbuild.locales import translator

_reported: set[tuple[str, str]] = set()
"""Exceptions in threads that were reported (class, place): the web page repeats requests, and so the exception."""


def tell_crash(error: BaseException, arguments: Sequence[str]) -> None:
    """Report an exception that ended the command with these ``arguments``; with ``--json`` it is reported as JSON."""
    found = _finding(error, arguments)
    translate = translator(language_of(arguments))
    if "--json" in arguments:
        output = {"papers": [], "diagnostics": [as_object(found, translate)], "crash": found.args}
        print(json.dumps(output, ensure_ascii=False, indent=2))
    elif value_of("--format", arguments) == "json":
        print(json.dumps([as_object(found, translate)], ensure_ascii=False, indent=2))
    _print(found, translate)


def tell_thread(ended: ExceptHookArgs) -> None:
    """Report an exception that ended a thread while the command goes on. Used as ``threading.excepthook``."""
    error = ended.exc_value
    if error is None or (key := (type(error).__name__, place_of(error))) in _reported:
        return
    _reported.add(key)
    _print(_finding(error, sys.argv[1:]), translator(language_of(sys.argv[1:])))


def _print(found: Diagnostic, translate: Translate) -> None:
    print(f"{translate('error')}: {found.text(translate)}\n  {found.remedy(translate)}", file=sys.stderr)


def _finding(error: BaseException, arguments: Sequence[str]) -> Diagnostic:
    """Write the details of an exception to a file, and return the finding to report."""
    debug = os.environ.get("DECKBUILD_DEBUG") == "1"
    if debug:
        traceback.print_exception(error)
    message = "deckbuild came upon a fault of its own ({kind})."
    hint = "Run the command once more."
    if isinstance(error, MemoryError):
        traceback.clear_frames(error.__traceback__)  # frees the memory that local variables hold
        message, hint = "There is not enough memory ({kind}).", "Close other programs, and make large pictures smaller."
    elif isinstance(error, RecursionError):
        message = "Something in the deck is nested deeper than deckbuild can follow ({kind})."
        hint = "Look for many brackets or lists within each other."
    send = (
        "If it happens again, send “{file}” to whoever looks after deckbuild for you: nothing your deck says is in it."
    )
    if debug:
        send = "“{file}” holds the traceback, which may quote the deck."
    args = {"kind": type(error).__name__, "place": place_of(error)}
    try:
        args["file"] = str(write_details(error, arguments, debug=debug))
    except Exception:  # the sentence is printed even if the details can't be written
        send = "If it happens again, tell whoever looks after deckbuild for you: {kind} in {place}."
    return Diagnostic("crash", None, message, (hint, send), {**args})
