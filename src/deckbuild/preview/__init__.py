"""A deck that is being written -> its pages in a browser, shown anew on each save.

::

    files --watching--> Live --session--> Deck, LaidOut --state--> what the page is told
                          |                    +--drawing--> pictures of pages that look new
                          +---server---> the page (page/), its events and pictures, on this machine only

One thread (``live``) reads, lays out and draws; the server's threads only hand out what it has finished. A page's
picture is drawn when the browser asks for it, so those in view come first; the others follow when nothing else is to
be done.
"""
