"""What of many cases is tried each time; all of them are tried by the slow tests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def some(cases: Iterable[Any], every: int = 8) -> list[Any]:
    """Return all cases as parameters, and mark slow all but each ``every``-th, the first among them."""
    return [pytest.param(case, marks=pytest.mark.slow if number % every else ()) for number, case in enumerate(cases)]


def examples(few: int, many: int) -> pytest.MarkDecorator:
    """Hand a test how many examples to draw: few each time, many when slow tests run."""
    return pytest.mark.parametrize("examples", [few, pytest.param(many, marks=pytest.mark.slow)])
