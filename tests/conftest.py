"""``pytest --update-references``: write the texts the tests compare with anew, to be reviewed as a diff."""

from __future__ import annotations

import gc
import os
import signal

import pytest
from hypothesis import settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-references", action="store_true", help="write tests/broken/*.txt anew")


def pytest_collection_finish() -> None:
    gc.freeze()  # some thousand tests that all stay are not looked through again and again


@pytest.fixture
def update_references(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-references"))


# Where the tests judge a change, they ask the same questions each time; elsewhere they go on searching. How long an
# example takes by the clock is no fault: it tells what else the computer does.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "searching")

# Whoever starts the tests in the background has Ctrl+C ignored; what the tests start is to feel it all the same.
signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ["LC_ALL"] = "C"  # what is told is compared in English, whatever the language of who runs the tests
