"""The marks that other programs write before the items of a list: Word, PowerPoint, Outlook, web pages."""

from __future__ import annotations

SIGNS = "–—•·∙●○◦◯▪▫■□▶►▸‣➢➤➔→❖◆◇⁃−✓✔✗✘☐☑\uf000-\uf0ff"
"""Signs with which no text begins, as a class of a regular expression. The last are Word's own, in its font Symbol."""
WORDS = r"o(?=\s)|§(?=\s+\D)"
"""What is left of a bullet in Courier New or Wingdings; a paragraph of an act has a number after its sign."""
NUMBER = r"(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\([a-zA-Z0-9]{1,2}\)"
OWN_NUMBER = (
    r"(?:(?:{word})[ \t]*(?P<told>\d{{1,2}}){sign}"
    r"|(?P<outline>\d{{1,2}}(?:\.\d{{1,2}})+)[.):]?(?=\s)"
    r"|[(\[]?(?P<number>\d{{1,2}})(?:{sign}|(?P<bare>\s+)(?=(?-i:[A-ZÆØÅ])))"
    r"|(?P<circled>[\u2460-\u2473]|\d\ufe0f?\u20e3)"
    r"|[(\[]?(?P<letter>[A-Za-z]|[ivxIVX]{{2,4}})[.)\]](?=[\s*_]))"
)
"""Matches a number that an author writes before an item that is numbered anyway.

``{word}`` stands for a pattern of words such as *Question*, ``{sign}`` for that of the signs after the number. A figure
without such a sign belongs to the text, as in ``2 grupper``; before a capital it is ``bare``, and may be either.
"""
AFTER_NUMBER = r"(?:°?/(?=\s)|°?[.)\]:]{1,2}(?=[\s*_]|[^\W\d_]|$)|\s+[–—-](?=\s+\D))"
"""Matches the signs after such a number."""
