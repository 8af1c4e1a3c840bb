"""Fonts: find the files, shape text, and cut out what a paper uses."""
