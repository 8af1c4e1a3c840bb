"""Finished pages: items at fixed positions, text already broken into lines. The boundary to all writers."""
