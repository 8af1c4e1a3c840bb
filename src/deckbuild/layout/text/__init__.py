"""Paragraphs: the author's text -> lines with positions."""
