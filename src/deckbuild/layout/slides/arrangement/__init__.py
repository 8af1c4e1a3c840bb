"""How the blocks of a slide stand to one another."""
