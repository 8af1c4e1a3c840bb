"""Finished pages: items at fixed positions, with text already broken into lines. All writers read these types alone."""
