"""What is checked once the whole deck is known."""
