"""The one place where any exception at all is taken for damage to a file that others made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def telling_damage(told_as: Callable[[str], Exception], *meant: type[Exception]) -> Iterator[None]:
    """Turn what is raised over a damaged file into the error that ``told_as`` makes of its text.

    Libraries promise nothing for damaged files: they raise what they happen to stumble over. Errors that are ``meant``
    say something else, such as that the file is too large, and pass.
    """
    try:
        yield
    except meant:
        raise
    except Exception as error:
        raise told_as(str(error)) from error
