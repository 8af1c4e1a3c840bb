"""Runs the commands on one case, in this process, and says what is wrong with how they answered."""

from __future__ import annotations

import gc
import json
import os
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from click.testing import CliRunner, Result

from deckbuild.cli.main import main
from deckbuild.reader import known_slips
from fuzz.case import Case

ANSWERS = (0, 1)
"""What a command may exit with: done, or refused."""
MORE_SECONDS = 2.0
"""How much longer a command may take on a faulty file than on the sound one, in seconds of the processor."""
MORE_TIMES = 5.0
"""How much longer it may take on a machine that is slow or busy now, in times what the sound file takes there.

Where that limit was set, a course day takes 0.35 to 0.4 s: five times as much is about ``MORE_SECONDS``.
"""


class FaultError(Exception):
    """A command did not answer well. ``kind`` is the same for all cases of one cause, as far as that can be told."""

    def __init__(self, kind: str, details: str) -> None:
        super().__init__(kind)
        self.kind, self.details = kind, details


def try_case(case: Case) -> None:
    """Run the commands of a case in a folder of its own. Raises ``FaultError``.

    What one command has worked out the next may remember. So all of them together count at first, and each alone only
    when that is much.
    """
    together = sum(_all(case, plain=False).values())
    if together <= MORE_SECONDS:
        return
    took, usual = _all(case, plain=False, anew=True), _all(case, plain=True, anew=True)
    for command, seconds in took.items():
        sound = usual.get(command, 0.0)
        more = seconds - sound
        if more > max(MORE_SECONDS, MORE_TIMES * sound):
            raise FaultError(f"slow: {command}", f"{seconds:.1f} s, {more:.1f} s more than the sound file takes")


def _all(case: Case, *, plain: bool, anew: bool = False) -> dict[str, float]:
    """Run the commands; return how many seconds each took. With ``anew`` none knows what slips the one before found."""
    here = Path.cwd()
    with TemporaryDirectory(prefix="fuzz-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        case.write(folder, plain=plain)
        os.chdir(folder)
        try:
            return _answers(case.commands, anew=anew)
        finally:
            os.chdir(here)


def _answers(commands: Sequence[tuple[str, ...]], *, anew: bool) -> dict[str, float]:
    took: dict[str, float] = {}
    accepted = True
    for command in commands:
        if command[0] == "build" and not accepted:
            continue
        if anew:
            known_slips.cache_clear()
        before = Path("deck.yaml").read_bytes()
        result = _run(command, took)
        if command[0] == "check" and "--fix" not in command:
            accepted = result.exit_code == 0
        if command[0] == "build" and accepted and result.exit_code != 0:
            raise FaultError("accepted, not built", f"{' '.join(command)}\n{result.output}")
        if "--fix" in command and Path("deck.yaml").read_bytes() != before:
            accepted = _run(("check", "deck.yaml", "--format", "json"), took).exit_code == 0
    return took


def _run(command: tuple[str, ...], took: dict[str, float]) -> Result:
    began = time.process_time()
    result = CliRunner().invoke(main, command)
    gc.enable()  # a command is a short life, this process is a long one
    name = " ".join(command[:2])
    took[name] = max(took.get(name, 0.0), time.process_time() - began)
    said = f"{' '.join(command)}\nexit code {result.exit_code}\n{result.output[-3000:]}"
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        error = result.exception
        told = "".join(traceback.format_exception(error))
        kind = f"traceback: {type(error).__name__} in {_place(error.__traceback__)}"
        raise FaultError(kind, f"{said}\n{told[:2000]}\n…\n{told[-4000:]}" if len(told) > 6000 else f"{said}\n{told}")
    if result.exit_code not in ANSWERS:
        raise FaultError(f"exit code {result.exit_code}: {name}", said)
    if result.exit_code and not result.output.strip():
        raise FaultError(f"silent refusal: {name}", said)
    if "json" in command or "--json" in command:
        answer = json.loads(result.stdout)
        found = answer if isinstance(answer, list) else answer["diagnostics"]
        if (result.exit_code == 1) != any(each["severity"] == "error" for each in found):
            raise FaultError(f"refusal and findings differ: {name}", said)
        if result.exit_code == 0 and isinstance(answer, dict) and not answer["papers"]:
            raise FaultError(f"nothing made: {name}", said)
    return result


def _place(trace: TracebackType | None) -> str:
    """Return where in deckbuild an exception was raised, else where at all."""
    frames = traceback.extract_tb(trace)
    own = [frame for frame in frames if "deckbuild" in Path(frame.filename).parts]
    frame = (own or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
