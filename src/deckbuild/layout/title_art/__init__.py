"""Title art: drawings on the title slide and the handout's cover, made of the deck's sections."""
