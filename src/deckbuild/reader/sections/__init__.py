"""Nodes -> the parts of a deck: head, theme, slides, definitions, pictures, charts."""
