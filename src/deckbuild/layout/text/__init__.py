"""Typesetting: line breaking, hyphenation and the placing of paragraphs."""
