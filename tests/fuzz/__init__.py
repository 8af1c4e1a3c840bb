"""Makes faulty files from a seed, hands them to the commands, and keeps those that a command does not answer well.

`python tests/fuzz --help` says how. `decks.py` and `files.py` make the cases, `commands.py` runs the commands on one
and says what is wrong, `runner.py` does so in a process of its own with bounds of time and memory.
"""
