"""Time deckbuild against what it would be replaced by: `python benchmarks/run.py [--sizes 36,200,1000] [--runs 5]`.

Every run is a whole process from a cold start, as at five to nine: interpreter, imports, reading, writing. The
programs take turns (A B C A B C), so that a machine that grows slow slows all of them. README.md beside this file says
what is compared and why it is fair.

Only the standard library is imported here: on Linux a child's peak memory is never less than what its parent had
when it was started, so the parent has to be small.
"""

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from report import Results, Sample, table, verdicts

HERE = Path(__file__).parent
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


@dataclass(frozen=True, slots=True)
class Program:
    """One column of the benchmark."""

    name: str
    command: tuple[str, ...]
    """What is run; `{deck}` stands for the folder with the deck, `{out}` for an empty folder to write to."""
    papers: tuple[str, ...]
    """The files it has to leave in the folder: a program that fails in silence is not fast."""
    missing: str = ""
    """Why the program cannot run here."""


def programs() -> list[Program]:
    """List the programs in the order of the table."""
    python = sys.executable
    return [
        Program(
            "deckbuild",
            (python, "-m", "deckbuild", "build", "{deck}/deck.yaml", "-o", "{out}", "--quiet"),
            ("velfaerdstransformation.pptx", "velfaerdstransformation-haefte.pdf"),
            absent("deckbuild"),
        ),
        Program(
            "python-pptx",
            (python, str(HERE / "plain_pptx.py"), "{deck}/deck.yaml", "{out}/slides.pptx"),
            ("slides.pptx",),
            absent("pptx"),
        ),
        Program(
            "reportlab",
            (python, str(HERE / "plain_reportlab.py"), "{deck}/deck.yaml", "{out}/handout.pdf"),
            ("handout.pdf",),
            absent("reportlab"),
        ),
        Program(
            "pandoc",
            ("pandoc", "{deck}/deck.md", "--slide-level=2", "-o", "{out}/slides.pptx"),
            ("slides.pptx",),
            "" if shutil.which("pandoc") else "pandoc is not installed",
        ),
        Program(
            "typst",
            (python, "-c", TYPST, "{deck}/handout.typ", "{out}/handout.pdf"),
            ("handout.pdf",),
            absent("typst"),
        ),
    ]


def absent(module: str) -> str:
    """Say that a Python package is not installed, or nothing if it is."""
    return "" if importlib.util.find_spec(module) else f"the Python package {module} is not installed"


def measure(program: Program, deck: Path) -> Sample | str:
    """Run a program once; give what it took, or the last thing it said if it failed."""
    with tempfile.TemporaryDirectory() as folder:
        out, cache, log = Path(folder, "out"), Path(folder, "cache"), Path(folder, "log")
        out.mkdir()
        command = [part.format(deck=deck, out=out) for part in program.command]
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}  # nobody brings answers from the run before
        with log.open("wb") as stream:
            begin = time.perf_counter()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, env=environment, cwd=folder
            )
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            return f"exit code {process.returncode}: {said[-1] if said else 'no message'}"
        for paper in program.papers:
            if not (out / paper).is_file():
                return f"it wrote no {paper}"
    return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def race(size: int, runs: int, deck: Path, notes: list[str]) -> dict[str, list[Sample]]:
    """Let all programs take turns on one deck, after a run each that is not counted."""
    running: list[Program] = []
    for program in programs():
        if reason := program.missing:
            notes.append(f"{size} slides: no {program.name}: {reason}")
        elif isinstance(failure := measure(program, deck), str):
            notes.append(f"{size} slides: no {program.name}: {failure}")
        else:
            running.append(program)
    samples: dict[str, list[Sample]] = {program.name: [] for program in running}
    for turn in range(runs):
        for program in running:
            print(f"{size} slides, run {turn + 1} of {runs}: {program.name}", file=sys.stderr)
            sample = measure(program, deck)
            if isinstance(sample, str):
                raise SystemExit(f"{program.name} failed after it had worked: {sample}")
            samples[program.name].append(sample)
    return samples


def numbers(text: str) -> list[int]:
    """Read `36,200,1000`."""
    return [int(part) for part in text.split(",")]


def main() -> None:
    """Race for each size and print the table."""
    parser = argparse.ArgumentParser(description="Time deckbuild against plain scripts, pandoc and typst.")
    parser.add_argument("--sizes", type=numbers, default=[36, 200, 1000], help="numbers of slides, with commas")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each program")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every measurement to this file as well")
    options = parser.parse_args()
    notes: list[str] = []
    results: Results = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            deck = Path(folder, str(size))
            subprocess.run([sys.executable, str(HERE / "decks.py"), str(size), str(deck)], check=True)
            results[size] = race(size, options.runs, deck, notes)
    print(table(results))
    print("\n".join(f"- {line}" for line in [*verdicts(results), *notes]))
    if options.json:
        plain = {
            size: {name: [sample.as_dict() for sample in samples] for name, samples in row.items()}
            for size, row in results.items()
        }
        options.json.write_text(json.dumps({"runs": options.runs, "sizes": plain}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
