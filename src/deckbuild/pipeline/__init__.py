"""Read, check, lay out, write: the steps from a deck file to papers. Commands, preview and tests call them.

::

    deck.yaml --reader--> Deck --lay_out--> LaidOut --render--> a paper's bytes --build--> files, Report
                            |                  +------copies-->  those with participants' names
                            +--check--> Diagnostics

``papers`` has the data: which papers there are, what is ordered, what was made. It imports nothing heavy. Each module
imports only what its step needs, so ``check`` and ``lay_out`` import no writer.
"""
