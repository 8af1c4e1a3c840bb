"""The marks that other programs write before the items of a list: Word, PowerPoint, Outlook, web pages."""

from __future__ import annotations

SIGNS = "–—•·∙●○◦◯▪▫■□▶►▸‣➢➤➔→❖◆◇⁃−✓✔✗✘☐☑\uf000-\uf0ff"
"""Signs with which no text begins, as a class of a regular expression. The last are Word's own, in its font Symbol."""
WORDS = r"o(?=\s)|§(?=\s+\D)"
"""What is left of a bullet in Courier New or Wingdings; a paragraph of an act has a number after its sign."""
NUMBER = r"(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\([a-zA-Z0-9]{1,2}\)"
