"""Which slides or pages of a paper are other than before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from pathlib import PurePath

from deckbuild.changes.fingerprints import Leaf


class Kind(Enum):
    """What became of a slide or page."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """A slide or page that isn't as it was."""

    kind: Kind
    number: int
    """Its place in the new paper, from 1; of one that is gone, in the old."""
    title: str
    """What it is called, when it has a name; of a page with several parts, what is other than before."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in a paper."""

    name: str
    """The new paper's file name."""
    total: int
    """How many slides or pages it has now."""
    found: tuple[Change, ...]

    @property
    def again(self) -> tuple[int, ...]:
        """The numbers of what is to be printed again."""
        return tuple(change.number for change in self.found if change.kind is not Kind.GONE)

    @property
    def sheets(self) -> tuple[int, ...]:
        """The sheets of paper these stand on, printed on both sides."""
        return tuple(dict.fromkeys((number + 1) // 2 for number in self.again))


def compare(name: str, old: Sequence[Leaf], new: Sequence[Leaf]) -> Changes:
    """Match what looks the same, in order, and tell the rest."""
    matcher = SequenceMatcher(None, [leaf.print for leaf in old], [leaf.print for leaf in new], autojunk=False)
    found: list[Change] = []
    for _, start, end, first, last in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        changed, gone = _paired(range(start, end), range(first, last), old, new)
        found += [
            Change(Kind.CHANGED, n + 1, _other(old[changed[n]], new[n]))
            if n in changed
            else Change(Kind.NEW, n + 1, new[n].title)
            for n in range(first, last)
        ]
        found += [Change(Kind.GONE, n + 1, old[n].title) for n in gone]
    return Changes(name, len(new), tuple(found))


def _other(was: Leaf, now: Leaf) -> str:
    """Return the titles of what isn't as it was on a page; of a slide its title."""
    before = {part.print for part in was.parts}
    titles = [part.title for part in now.parts if part.title and part.print not in before]
    return ", ".join(dict.fromkeys(titles)) or now.title


def _paired(
    before: Iterable[int], after: Iterable[int], old: Sequence[Leaf], new: Sequence[Leaf]
) -> tuple[dict[int, int], list[int]]:
    """Return which of the new were which before and which of the old are gone: paired by title, then in order."""
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


def matched(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield the papers to compare, by the new one's name: those of one name, or else of one ending.

    The ending is what follows the last hyphen, such as ``haefte.pdf``: the deck's title may have changed. Two papers
    alone are compared whatever they are called.
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


def stretches(numbers: Sequence[int]) -> str:
    """Return numbers as a printer's dialog takes them: ``3-5,9``."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
