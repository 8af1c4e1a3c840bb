"""The editions of the paper. Each is composed from the same strips; today there is one."""

from enum import Enum


class Edition(Enum):
    """For whom the paper is made. A guide for the course team and large print will be chosen here."""

    PARTICIPANT = "participant"
