"""Run a ``deckbuild`` command without a new process, whose start takes longer than most commands.

Tests of the process itself (its streams, its signals, its start) begin one, and are marked slow.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

import pytest

from deckbuild.cli.entry import run


def deckbuild(*arguments: str | Path, folder: Path, **environment: str) -> CompletedProcess[str]:
    """Run a command in ``folder`` from where its process begins; return its exit code and what it printed.

    Standard input is at its end, and no stream is a terminal. An exception that the command lets out is let out here.
    """
    line = ["deckbuild", *map(str, arguments)]
    stdin, stdout, stderr = (TextIOWrapper(BytesIO(), "utf-8") for _ in range(3))
    try:
        with (
            chdir(folder), patch.dict(os.environ, environment), patch.multiple(sys, argv=line, stdin=stdin),
            redirect_stdout(stdout), redirect_stderr(stderr), pytest.raises(SystemExit) as end,
        ):  # fmt: skip
            run()
    finally:
        gc.enable()  # a command that ends with its process needs no collector
    said = [stream.buffer.getvalue().decode() for stream in (stdout, stderr)]  # type: ignore[attr-defined]
    return CompletedProcess(line, end.value.code, *said)  # type: ignore[arg-type]
