"""``python -m deckbuild``: the same command as ``deckbuild``."""

from deckbuild.cli.entry import run

if __name__ == "__main__":
    run()
