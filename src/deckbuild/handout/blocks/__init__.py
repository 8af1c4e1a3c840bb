"""What each kind of block prints on paper, as strips from top to bottom."""
