"""Writes the structure tree and the parent tree, which leads from content to its element (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckbuild.writers.pdf.file import PdfFile
from deckbuild.writers.pdf.tags.elements import Annotation, Element, Mark


class StructureTree:
    """Writes elements into ``file``; ``pages`` are the object numbers of its pages."""

    def __init__(self, file: PdfFile, pages: Sequence[int], number: Callable[[str], int]) -> None:
        self._file = file
        self._pages = pages
        self._number = number
        """Returns the object number of an annotation by its name."""
        self._owners: list[list[int]] = [[] for _ in pages]
        """For each page, the object number of the element of each MCID."""
        self._annotated: list[tuple[int, int]] = []
        """(key in the parent tree, object number of the element) of each annotation."""

    def write(self, pdf: Element) -> int:
        """Write the element ``pdf`` and all its kids; return the object number of the structure tree root."""
        root = self._file.reserve()
        top = self._element(pdf, root)
        parents = [f"{key} {self._file.add(self._row(row))} 0 R" for key, row in enumerate(self._owners)]
        parents += [f"{key} {owner} 0 R" for key, owner in sorted(self._annotated)]
        tree = self._file.add(f"<</Nums[{' '.join(parents)}]>>".encode())
        following = len(parents)
        self._file.put(
            root,
            f"<</Type/StructTreeRoot/K {top} 0 R/ParentTree {tree} 0 R/ParentTreeNextKey {following}>>".encode(),
        )
        return root

    @staticmethod
    def _row(owners: Sequence[int]) -> bytes:
        return ("[" + " ".join(f"{owner} 0 R" for owner in owners) + "]").encode()

    def _element(self, element: Element, parent: int) -> int:
        """Write an element and its kids; return its object number. ``parent`` is that of its parent."""
        number = self._file.reserve()
        home = -1
        kids = []
        for kid in element.kids:
            match kid:
                case Element():
                    kids.append(f"{self._element(kid, number)} 0 R")
                case Mark():
                    owners = self._owners[kid.page]
                    owners.extend([0] * (kid.number + 1 - len(owners)))
                    owners[kid.number] = number
                    if home < 0:
                        home = kid.page
                    page = self._pages[kid.page]
                    kids.append(
                        str(kid.number) if kid.page == home else f"<</Type/MCR/Pg {page} 0 R/MCID {kid.number}>>"
                    )
                case Annotation():
                    self._annotated.append((kid.key, number))
                    page, name = self._pages[kid.page], self._number(kid.name)
                    kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {name} 0 R>>")
        own = f"/Pg {self._pages[home]} 0 R" if home >= 0 else ""
        if kids:
            own += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        self._file.put(number, f"<</S/{element.kind}/P {parent} 0 R{own}{element.entries}>>".encode())
        return number
