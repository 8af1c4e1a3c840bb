"""Fonts: find the files, shape and measure text, and make subsets for embedding."""
