"""Pictures of a PDF's pages."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator


def page_pictures(pdf: bytes, width: int, pages: Collection[int] | None = None) -> Iterator[tuple[int, bytes]]:
    """Yield page numbers (from 1) and PNG files ``width`` pixels wide, of all pages or just ``pages``."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for index in range(len(document)):
            if pages is not None and index + 1 not in pages:
                continue
            page = document[index]
            picture = page.render(scale=width / page.get_width()).to_pil()
            file = io.BytesIO()
            picture.save(file, "PNG", optimize=True)
            yield index + 1, file.getvalue()
    finally:
        document.close()
