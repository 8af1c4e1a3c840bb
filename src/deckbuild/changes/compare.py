"""Compare two versions of a paper: which slides or pages are changed, new or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import Enum
from pathlib import PurePath

from deckbuild.changes.fingerprints import PageFingerprint
from deckbuild.dataclass import dataclass
from deckbuild.layout.text.ranges import ranges


class ChangeKind(Enum):
    """What happened to a slide or page."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A slide or page that is changed, new or gone."""

    kind: ChangeKind
    number: int
    """Its number in the new paper, from 1; in the old paper if it is gone."""
    title: str
    """Its title, which may be empty. For a page with several parts, the titles of the parts that differ."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes in a paper."""

    name: str
    """The new paper's file name."""
    total: int
    """The number of slides or pages in the new paper."""
    found: tuple[Change, ...]

    @property
    def again(self) -> tuple[int, ...]:
        """The numbers of the slides or pages that have to be printed again."""
        return tuple(change.number for change in self.found if change.kind is not ChangeKind.GONE)

    @property
    def sheets(self) -> tuple[int, ...]:
        """The numbers of the sheets to print again, when the paper is printed on both sides."""
        return tuple(dict.fromkeys((number + 1) // 2 for number in self.again))


def compare(name: str, old: Sequence[PageFingerprint], new: Sequence[PageFingerprint]) -> Changes:
    """Return the changes from ``old`` to ``new``, of the paper ``name``.

    Pages with the same fingerprint are matched in order. The rest are changed, new or gone.
    """
    matcher = SequenceMatcher(None, [page.digest for page in old], [page.digest for page in new], autojunk=False)
    found: list[Change] = []
    for _, start, end, first, last in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        changed, gone = _paired(range(start, end), range(first, last), old, new)
        found += [
            Change(ChangeKind.CHANGED, n + 1, _changed_titles(old[changed[n]], new[n]))
            if n in changed
            else Change(ChangeKind.NEW, n + 1, new[n].title)
            for n in range(first, last)
        ]
        found += [Change(ChangeKind.GONE, n + 1, old[n].title) for n in gone]
    return Changes(name, len(new), tuple(found))


def _changed_titles(old: PageFingerprint, new: PageFingerprint) -> str:
    """Return the titles of a page's parts that differ, or else the title of the page or slide."""
    before = {part.digest for part in old.parts}
    titles = [part.title for part in new.parts if part.title and part.digest not in before]
    return ", ".join(dict.fromkeys(titles)) or new.title


def _paired(
    before: Iterable[int], after: Iterable[int], old: Sequence[PageFingerprint], new: Sequence[PageFingerprint]
) -> tuple[dict[int, int], list[int]]:
    """Pair old pages (indices ``before``) with new ones (``after``): by equal titles, then in order.

    Return a mapping from new to old indices, and the old indices without a pair: the pages that are gone.
    """
    gone, fresh = list(before), list(after)
    changed: dict[int, int] = {}
    for number in list(fresh):
        twin = next((n for n in gone if old[n].title and old[n].title == new[number].title), None)
        if twin is not None:
            gone.remove(twin)
            fresh.remove(number)
            changed[number] = twin
    both = min(len(gone), len(fresh))
    return changed | dict(zip(fresh[:both], gone[:both], strict=True)), gone[both:]


def pair_papers(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the papers to compare: the new paper's name, the old content and the new content.

    Papers (file name -> content) are paired by equal names. If there is no such pair, they are paired by what follows
    the last hyphen of the name, such as ``haefte.pdf``, because the deck's title may have changed. If each side has one
    paper of the same type, these are paired whatever their names are.
    """
    if len(old) == len(new) == 1:
        ((before, content),) = old.items()
        ((name, fresh),) = new.items()
        if PurePath(before).suffix.lower() == PurePath(name).suffix.lower():
            yield name, content, fresh
        return
    for name, fresh in new.items():
        found = name if name in old else _only(other for other in old if _ending(other) == _ending(name))
        if found is not None:
            yield name, old[found], fresh


def _ending(name: str) -> str:
    path = PurePath(name.lower())
    return path.name.rpartition("-")[2] if path.suffix == ".pdf" else path.suffix


def _only(names: Iterable[str]) -> str | None:
    found = list(names)
    return found[0] if len(found) == 1 else None


def print_ranges(numbers: Iterable[int]) -> str:
    """Return page numbers as print dialogs accept them, such as ``3-5,9``."""
    return ranges(numbers, dash="-", comma=",")
