"""Draws an SVG in a process of its own, with limits of time and memory: ``python -P -m``, SVG in, PNG out.

resvg can't be stopped, and ends the whole process when the memory is used up. The process starts in some 0.05 s.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

_WAIT = 12
"""How many times as long as its time of the processor a drawing may take: on a busy computer, or on Windows, where that
time has no limit."""
_MEMORY = 1 << 30
"""Bytes of memory that the process may have, where the system can limit it (Windows can't)."""


class NotDrawnError(Exception):
    """An SVG was not drawn; ``str`` of it is resvg's reason, and empty when it took too long or too much memory."""


def drawn(svg: bytes, settings: Mapping[str, Any], seconds: int) -> bytes:
    """Return a PNG of an SVG; ``settings`` are resvg's, ``seconds`` of the processor's time it may take.

    Raises ``NotDrawnError``.
    """
    # -P: nothing is imported from the folder that the command runs in
    command = [sys.executable, "-P", "-c", _PROGRAM, json.dumps(settings), str(_MEMORY), str(seconds)]
    try:
        done = subprocess.run(command, input=svg, capture_output=True, timeout=seconds * _WAIT, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise NotDrawnError from error
    if done.returncode:
        raise NotDrawnError(done.stderr.decode("utf-8", "replace").strip() if done.returncode == REFUSED else "")
    return done.stdout


REFUSED = 3
"""The exit code of the process when resvg refuses an SVG."""
_PROGRAM = f"""
import json, sys
import resvg_py
try:
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]),) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[3]),) * 2)
except (ImportError, OSError, ValueError):
    pass
try:
    made = resvg_py.svg_to_bytes(svg_string=sys.stdin.buffer.read().decode(), **json.loads(sys.argv[1]))
except ValueError as error:
    print(error, file=sys.stderr)
    sys.exit({REFUSED})
sys.stdout.buffer.write(made)
"""
