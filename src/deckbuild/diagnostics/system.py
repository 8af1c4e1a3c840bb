"""Why the operating system refused something, in our own words: the system may answer in another language."""

from __future__ import annotations

import errno
from pathlib import Path

from deckbuild.dataclass import dataclass
from deckbuild.diagnostics.filling import Phrase, Translate

_WORDS = {
    errno.EACCES: "access is denied",
    errno.EPERM: "access is denied",
    errno.ENOENT: "it does not exist",
    errno.EEXIST: "something of that name is there already",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your part of the disk is full",
    errno.EFBIG: "the file is too large",
    errno.EROFS: "the disk can only be read",
    errno.EIO: "the disk does not answer as it should",
    errno.EBUSY: "another program is using it",
    errno.EBADF: "it is closed",
    errno.ETXTBSY: "another program is using it",
    errno.EADDRINUSE: "another program is using it",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EMFILE: "too many files are open",
    errno.ELOOP: "it is a link that leads back to itself",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """An error of the operating system; ``otherwise`` is its own text, for numbers that have no words here."""

    number: int
    otherwise: str

    def text(self, translate: Translate) -> str:
        """Return the reason as the end of a sentence, without a full stop."""
        return translate(_WORDS[self.number]) if self.number in _WORDS else self.otherwise


class RefusedError(OSError):
    """A file that we refuse ourselves, as the system could have done; ``reason`` is the end of a sentence."""

    def __init__(self, path: Path, number: int, reason: Phrase) -> None:
        super().__init__(number, reason.template, str(path))
        self.reason = reason


def because(error: OSError) -> Reason | Phrase:
    """Return the reason of an error, to fill a message with."""
    if isinstance(error, RefusedError):
        return error.reason
    return Reason(error.errno or 0, error.strerror or str(error))
