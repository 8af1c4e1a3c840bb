"""Shells are told what may follow; each by the script it reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from commands import deckbuild
from deckbuild.cli.main import main

SHELLS = ("bash", "zsh", "fish", "powershell")


def script(shell: str) -> str:
    return deckbuild("completion", shell, folder=Path.cwd()).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_its_script(shell):
    assert "_DECKBUILD_COMPLETE" in script(shell)
    assert f"{shell}_complete" in script(shell)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("deckbuild han", {"handout"}),
        ("deckbuild handout --ed", {"--edition"}),
        ("deckbuild completion ", set(SHELLS)),
        ("deckbuild check --format g", {"github"}),
    ],
)
def test_bash_is_told_what_may_follow(words, expected, tmp_path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    program = tmp_path / "deckbuild"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{tmp_path}/run.py" "$@"\n')
    (tmp_path / "run.py").write_text("from deckbuild.cli.main import main\n\nmain(prog_name='deckbuild')\n")
    program.chmod(0o755)
    lines = [
        'eval "$(deckbuild completion bash)"',
        f"COMP_WORDS=({words}{'' if words[-1] != ' ' else ' ' + repr('')})",
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))",
        "_deckbuild_completion deckbuild",
        'printf "%s\\n" "${COMPREPLY[@]}"',
    ]
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    reported = subprocess.run(
        [bash, "-c", "\n".join(lines)], capture_output=True, text=True, env=environment, check=False
    )
    assert expected <= set(reported.stdout.split()), reported.stderr


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    for name in ("deck.yaml", "min fil.yml", "liste.csv", "svar.pdf", "hus.potx", "noter.txt", "kursus/deck.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("typed", "begun", "offered"),
    [
        (["build"], "", {"deck.yaml", "min fil.yml", "kursus/"}),
        (["check"], "d", {"deck.yaml"}),
        (["build"], "kursus/", {"kursus/deck.yaml"}),
        (["diff"], "", {"deck.yaml", "min fil.yml", "svar.pdf", "kursus/"}),
        (["collect"], "", {"svar.pdf", "kursus/"}),
        (["handout", "--participants"], "", {"liste.csv", "kursus/"}),
        (["template", "inspect"], "", {"hus.potx", "kursus/"}),
        (["build", "-o"], "", {"kursus/"}),
        (["serve", "--editor"], "vs", {"vscode", "vscodium"}),
    ],
)
def test_the_files_that_fit_are_offered(typed, begun, offered):
    complete = ShellComplete(main, {}, "deckbuild", "_DECKBUILD_COMPLETE")
    assert {item.value for item in complete.get_completions(typed, begun)} == offered


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("typed", "begun", "said"),
    [
        ([], "bui", "Lav slides (.pptx) og hæfte (.pdf) af DECK."),
        (
            ["template"],
            "",
            "List layouts i FIL, og skriv den `theme:`-blok, der bruger dem, klar til at sætte ind i deck.yaml.",
        ),
        (["check"], "--fi", "Ret det, der sikkert kan rettes; filen fra før gemmes ved siden af."),
        (["build"], "--la", "Sproget i beskederne."),
    ],
)
def test_what_is_offered_is_told_in_a_whole_sentence(typed, begun, said):
    (item,) = ShellComplete(main, {}, "deckbuild", "_DECKBUILD_COMPLETE").get_completions(typed, begun)
    assert item.help == said


def test_zsh_completes_where_nothing_is_set_up():
    """A fresh .zshrc has no compinit."""
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not here")
    reported = subprocess.run([zsh, "-f"], input=script("zsh"), capture_output=True, text=True, check=False)
    assert reported.stderr == ""


def test_the_hook_names_a_command_that_exists():
    hook = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: deckbuild check --format concise" in hook


@pytest.mark.parametrize("typed", ["next --date 1. maj", "check –fix", "build -output"])
def test_a_line_that_a_command_would_refuse_is_completed_all_the_same(typed):
    found = ShellComplete(main, {}, "deckbuild", "_DECKBUILD_COMPLETE").get_completions(typed.split(), "--la")
    assert [item.value for item in found] == ["--lang"]
