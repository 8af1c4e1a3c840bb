"""Slips of structure are found by trying how the deck would read if a line stood elsewhere, or another were there."""
