"""New deck files for authors to edit: a first one, and the one for the next course day.

Both are made as text, since people will edit them. ``starter`` fills in a commented example. ``next_day`` changes lines
of the last day's file and leaves all others, comments too, as they are. ``heading``, ``emptied_slides``,
``since_last_time``, ``boards`` and ``unused_definitions`` each change some of the lines; ``day_numbers`` and
``file_names`` find the new numbers and names.
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
