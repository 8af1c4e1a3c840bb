"""Bytes -> YAML nodes. Recognises the mistakes that people make in YAML, and reads on after them."""
