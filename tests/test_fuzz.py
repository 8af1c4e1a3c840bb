"""The fuzzer: a small sample of its cases, the cases it once found, and that it sees what it looks for."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from deckbuild.cli.commands import check as check_command
from fuzz.case import Case
from fuzz.commands import FaultError, try_case
from fuzz.runner import MAKERS, Worker, fuzz, keep, made
from sampling import examples

DECK = b"deck:\n  title: A\nslides:\n  - title: B\n    text: C\n"


@examples(2, 30)
@pytest.mark.parametrize("kind", MAKERS)
def test_faulty_files_are_answered(kind: str, examples: int) -> None:
    for number in range(examples):
        try_case(made(kind, 3, number))


@pytest.mark.parametrize("kind", MAKERS)
def test_a_case_is_made_again(kind: str) -> None:
    first, again, other = made(kind, 1, 7), made(kind, 1, 7), made(kind, 1, 8)
    assert first == again
    assert first.files != other.files


def answer(problem: object) -> str:
    """Return what the fuzzer says when `check` ends with this exception."""

    def ended(*_: object, **__: object) -> None:
        assert isinstance(problem, BaseException)
        raise problem

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check_command.check, "callback", ended)
        with pytest.raises(FaultError) as found:
            try_case(Case({"deck.yaml": DECK}, {"deck.yaml": DECK}))
    return found.value.kind


@pytest.mark.parametrize(
    ("problem", "kind"),
    [
        (ValueError("x"), "traceback: ValueError"),
        (SystemExit(70), "exit code 70: check deck.yaml"),
        (SystemExit(1), "silent refusal: check deck.yaml"),
        (click.UsageError("x"), "exit code 2: check deck.yaml"),
    ],
)
def test_what_counts_as_a_fault(problem: BaseException, kind: str) -> None:
    assert answer(problem).startswith(kind)


def test_a_case_is_kept_as_files(tmp_path: Path) -> None:
    folder = keep("pictures", 1, 2, ("slow: check deck.yaml", "9 s"), tmp_path)
    case = made("pictures", 1, 2)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name in case.files} == case.files
    told = (folder / "what-happened.txt").read_text("utf-8")
    assert "slow: check deck.yaml" in told
    assert "python tests/fuzz --kind pictures --seed 1 --begin 2 --count 1" in told


@pytest.mark.slow
def test_a_process_that_hangs_is_a_fault_and_is_begun_again(tmp_path: Path) -> None:
    worker = Worker()
    try:
        assert worker.ask("decks", 1, 0) is None
        assert worker.ask("decks", 1, 1, longest=0.0) == ("hangs", "no answer for 0 s")
        assert worker.ask("decks", 1, 2) is None
    finally:
        worker.end()
    tally = fuzz(["decks"], 1, count=2, seconds=60, begin=0, into=tmp_path, tell=print)
    assert tally.tried == {"decks": 2}
    assert not tally.faults
