"""Makes cases and has them tried by a process of its own, which may die, hang or grow."""

from __future__ import annotations

import gc
import multiprocessing
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path

from fuzz.case import Case
from fuzz.commands import FaultError, try_case
from fuzz.decks import course_day_case, deck_case
from fuzz.files import form_case, paper_case, picture_case, template_case, workbook_case

MAKERS: dict[str, Callable[[random.Random], Case]] = {
    "decks": deck_case,
    "course-day": course_day_case,
    "pictures": picture_case,
    "workbooks": workbook_case,
    "templates": template_case,
    "forms": form_case,
    "papers": paper_case,
}
TURNS = [
    "decks",
    "decks",
    "course-day",
    "decks",
    "pictures",
    "decks",
    "workbooks",
    "decks",
    "templates",
    "decks",
    "forms",
    "decks",
    "papers",
]
"""The kinds, in the order and as often as they are tried."""
LONGEST = 90.0
"""After so many seconds of the processor a case counts as one that hangs."""
LOADED = 10
"""How many times as long it may take by the clock: the machine has other work too."""
MOST_MEMORY = 300
"""How much memory a process may need for a case, in MB."""
KEPT = 3
"""How many cases of one kind of fault are kept as files."""


@dataclass(slots=True)
class Tally:
    """What came out."""

    tried: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


def made(kind: str, seed: int, number: int) -> Case:
    """Return a case: always the same one for the same kind, seed and number."""
    chance = random.Random(f"{kind}/{seed}/{number}")  # noqa: S311 - not a secret, only the same on every machine
    return MAKERS[kind](chance)


def peak() -> float:
    """Return how much memory this process has needed at most, in MB; 0 where the system does not tell."""
    if sys.platform in ("win32", "darwin"):
        return 0.0
    status = Path("/proc/self/status").read_text("utf-8")  # getrusage may tell the memory of whoever started this
    return float(status.partition("VmHWM:")[2].split()[0]) / 1024


def processor(process: int | None) -> float:
    """Return how many seconds of the processor a process has had; those of the clock where the system does not tell."""
    if sys.platform != "linux":
        return time.monotonic()
    told = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, told[11:13])) / os.sysconf("SC_CLK_TCK")


def work(line: Connection) -> None:
    """Try the cases that are named on the line, and answer each with its fault or None and the memory needed so far."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    sys.excepthook = lambda *_: None
    while (job := line.recv()) is not None:
        fault: tuple[str, str] | None = None
        try:
            try_case(made(*job))
        except FaultError as found:
            fault = (found.kind, found.details)
        except BaseException as error:  # of the fuzzer itself, or one that the command let through
            fault = (f"outside a command: {type(error).__name__}", traceback.format_exc())
        gc.collect()
        gc.freeze()  # modules and what is remembered stay: to search them again after each case takes half of all time
        line.send((fault, peak()))


class Worker:
    """The other process. It is begun again when it died, hangs or has become large."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None
        self.fresh = True

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process, self._line = None, None

    def _begun(self) -> Connection:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, other = context.Pipe()
            self._process = context.Process(target=work, args=(other,), daemon=True)
            self._process.start()
            other.close()
            self.fresh = True
        return self._line

    def ask(self, kind: str, seed: int, number: int, longest: float = LONGEST) -> tuple[str, str] | None:
        """Have a case tried; return its fault.

        Time and memory count in a new process only, where no case before it is a part of them.
        """
        fault = self._ask((kind, seed, number), longest)
        if fault and not self.fresh and fault[0].startswith(("slow", "memory", "hangs", "died")):
            self.end()
            fault = self._ask((kind, seed, number), longest)
        if fault and fault[0].startswith("memory"):
            self.end()
        return fault

    def _ask(self, job: tuple[str, int, int], longest: float) -> tuple[str, str] | None:
        line = self._begun()
        line.send(job)
        assert self._process is not None
        began, limit = time.monotonic(), processor(self._process.pid) + longest
        while not line.poll(min(longest, 5)):
            if processor(self._process.pid) < limit and time.monotonic() - began < longest * LOADED:
                continue
            self.end()
            return "hangs", f"no answer for {longest:.0f} s"
        try:
            fault, memory = line.recv()
        except EOFError:
            self._process.join()
            code = self._process.exitcode
            self.end()
            return f"died: {code}", "the process ended"
        if fault is None and memory > MOST_MEMORY:
            fault = (f"memory: {job[0]}", f"{memory:.0f} MB")
        if fault is None:
            self.fresh = False
        return fault


def fuzz(
    kinds: list[str], seed: int, *, count: int, seconds: float, begin: int, into: Path, tell: Callable[[str], None]
) -> Tally:
    """Try cases for so many seconds, or until of each kind there were ``count``; keep those with faults ``into``.

    The kinds take turns, in the order of ``kinds``; one that is named several times gets as many turns.
    """
    tally, worker, ends = Tally(), Worker(), time.monotonic() + seconds
    told = time.monotonic()
    try:
        for kind in cycle(kinds):
            if time.monotonic() > ends or all(tally.tried[each] >= count for each in kinds):
                break
            if tally.tried[kind] >= count:
                continue
            number = begin + tally.tried[kind]
            fault = worker.ask(kind, seed, number)
            tally.tried[kind] += 1
            if fault is not None:
                tally.faults[fault[0]] += 1
                kept = tally.faults[fault[0]] <= KEPT and keep(kind, seed, number, fault, into)
                tell(f"FAULT {fault[0]}: {kept or f'{kind}-{seed}-{number}'}")
            if time.monotonic() - told > 60:
                told = time.monotonic()
                tell(f"{dict(tally.tried)}, faults: {sum(tally.faults.values())}")
    finally:
        worker.end()
    return tally


def keep(kind: str, seed: int, number: int, fault: tuple[str, str], into: Path) -> Path:
    """Write the files of a case and what happened into a folder; return it."""
    case = made(kind, seed, number)
    folder = into / f"{kind}-{seed}-{number}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in case.files.items():
        (folder / name).write_bytes(content)
    again = f"python tests/fuzz --kind {kind} --seed {seed} --begin {number} --count 1"
    commands = "\n".join("deckbuild " + " ".join(command) for command in case.commands)
    text = f"{fault[0]}\n\nMade again by: {again}\nCommands:\n{commands}\n\n{fault[1]}\n"
    (folder / "what-happened.txt").write_text(text, "utf-8", errors="backslashreplace")
    return folder
