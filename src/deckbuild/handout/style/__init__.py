"""The measures of paper, and how text is set on it."""
