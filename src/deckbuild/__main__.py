"""``python -m deckbuild``: the same command as ``deckbuild``."""

from deckbuild.cli.main import main

if __name__ == "__main__":
    main()
