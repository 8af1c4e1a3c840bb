"""Strips -> pages: what stays whole, what may split, where spare height goes."""
