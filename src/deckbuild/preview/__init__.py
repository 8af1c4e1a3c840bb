"""Shows the pages of a deck in a browser while it is being written, again after each save.

::

    files --watching--> Live --session--> Deck, LaidOut --announce--> State, sent as JSON (state)
                          |                    +--page_pictures, drawing--> pictures of pages that look different
                          +---server---> the web page (page/), its events and pictures, on this machine only

One thread (``live``) reads, lays out and draws. The server's threads only send what it has finished. A page's picture
is drawn when the browser asks for it, so pages in view come first. The others are drawn when the thread is idle.

``source_places`` finds the lines of the deck that parts of a page come from, and ``editor_links`` makes addresses that
open an editor there. ``access`` checks requests, ``words`` fills in the page's own texts. ``template_sheet`` draws the
layouts of a template for ``deckbuild template inspect``.
"""
