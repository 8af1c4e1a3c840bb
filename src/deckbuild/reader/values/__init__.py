"""YAML nodes -> the model's values."""
