"""Checks of a slide, a theme or the whole deck once it is read."""
