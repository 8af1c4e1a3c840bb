"""Strips become pages: which strips stay together, where a unit is divided, and what fills the spare height."""
