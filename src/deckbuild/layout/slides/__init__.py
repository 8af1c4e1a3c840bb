"""Layout of slides: type sizes, placeholders, and content that continues on a further slide."""
