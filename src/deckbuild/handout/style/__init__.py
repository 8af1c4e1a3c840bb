"""The paper's measures, and how text is set in them."""
