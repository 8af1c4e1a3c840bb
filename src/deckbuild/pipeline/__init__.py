"""Read, check, lay out, write: the one way from a deck file to papers, called by the commands and by tests.

::

    deck.yaml --reader--> Deck --lay_out--> LaidOut --render--> a paper's bytes --build--> files, Report
                            |                  +------copies-->  those with participants' names
                            +--check--> Diagnostics

``papers`` says what papers there are, what is ordered and what was made; it loads nothing else. A module here loads
what its step needs: ``check`` and ``lay_out`` none of the writers.
"""
