"""A deck -> finished slides: the steps of type, the placeholders, what continues on a further slide."""
