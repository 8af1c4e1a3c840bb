"""What stands between two spaces and is no word: addresses, paths, file names, tags, code, numbers."""

from __future__ import annotations

import re
from functools import lru_cache

AROUND = "()[]{}<>\"'«»‹›“”„‘’‚.,;:!?…*"
"""Signs that may stand around a word."""
_ADDRESS = re.compile(
    r"""[@\\_=#~|$^{}<>`*]   # signs of addresses, tags and code
    | :// | -- | /.*/ | \A/ | /\Z | \A-\w
    | /.*[.\d?&] | [.\d].*/   # one slash stands between two words, as in *og/eller*, if nothing else tells
    | \w\w\.\w\w              # a full stop inside: a domain, a file name
    """,
    re.VERBOSE,
)
_CODE = re.compile(
    r"""(?<!=)[=!]=(?!=)\s | \w\(\) | \)\s*;\s*\Z | [{}]\s*\Z | _[(\[/\\] | _\s*= | [/\\]_
    | \A\s*(?:for\s+\w+\s+in\s+\S+:\s*\Z | def\s+\w+\( | class\s+\w+[(:{] | import\s+[\w.]+\s*\Z)
    | \bfrom\s+\S+\s+import\b
    """,
    re.VERBOSE,
)
"""Matches what lines of programs have and sentences don't."""
_ROOT = r"(?:(?<![\w\\])\\\\(?=\w)|\b[A-Za-z]:\\|(?<!\S)\.{1,2}\\|~\\)"
"""Matches how a path of Windows begins: a server, a drive, a folder of its own."""
_PATH = re.compile(rf"{_ROOT}\S|\\[^\W_]")
_PATH_SO_FAR = re.compile(rf"{_ROOT}(?:(?![.,;!?] | \\)[^<>:\"|?*\n])*\Z")
"""Matches a path up to the end of what is searched. Names of folders have spaces, but not the signs left out here."""


def is_address(token: str) -> bool:
    """Whether what stands between two spaces is an address, a path, a file name, a tag, code or a number.

    It is printed letter for letter: no hyphen is put in where a line ends.
    """
    if token.isalpha():
        return False
    core = token.strip(AROUND)
    return bool(_ADDRESS.search(core)) or not any(letter.isalpha() for letter in core)


@lru_cache(maxsize=64)  # it is asked at each underscore of a line
def is_code(line: str) -> bool:
    """Whether a line is one of a program, in which underscores belong to names."""
    return bool(_CODE.search(line))


def is_path(token: str) -> bool:
    """Whether backslashes in what stands between two spaces belong to a path of Windows."""
    return bool(_PATH.search(token))


def goes_on_as_path(before: str) -> bool:
    """Whether a backslash after ``before`` belongs to a path of Windows that begins there, with spaces in its names."""
    return not before[-1:].isspace() and bool(_PATH_SO_FAR.search(before))
