"""Bytes -> YAML nodes, and what people do wrong in YAML."""
