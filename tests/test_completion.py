"""Shells are told what may follow; each by the script it reads."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHELLS = ("bash", "zsh", "fish", "powershell")


def script(shell: str) -> str:
    command = [sys.executable, "-m", "deckbuild", "completion", shell]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_its_script(shell):
    assert "_DECKBUILD_COMPLETE" in script(shell)
    assert f"{shell}_complete" in script(shell)


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
    told = subprocess.run([bash, "-c", "\n".join(lines)], capture_output=True, text=True, env=environment, check=False)
    assert expected <= set(told.stdout.split()), told.stderr


def test_the_hook_names_a_command_that_exists():
    hook = (Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: deckbuild check --format concise" in hook
