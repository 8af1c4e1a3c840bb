"""Deck files to go on from: a first one, and the one for the next course day.

Both are text a person will edit, so they are written as text: ``starter`` fills a commented example in, ``following``
changes the lines of the last day's file and leaves every other line, its comments too, as it was (``heading``,
``emptied_slides``, ``since_last_time``, ``boards`` and ``unused_definitions`` each change some).
"""

from deckbuild.drafting.boards import answers_file
from deckbuild.drafting.file_names import following_stem
from deckbuild.drafting.next_day import Content, Following, follow
from deckbuild.drafting.since_last_time import LastAnswers
from deckbuild.drafting.starter import start
from deckbuild.editing import OtherWritingError

__all__ = [
    "Content",
    "Following",
    "LastAnswers",
    "OtherWritingError",
    "answers_file",
    "follow",
    "following_stem",
    "start",
]
