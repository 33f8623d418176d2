"""Personal data in letters: finding it, and putting plainly invented words in its place.

`find` gives what it sees as a list of values, which a person can look at, shorten and add to (`add`); `hide`
puts the stand-ins in a letter, `anonymise` in a copy of a file. What is found depends on the letter alone. It
can miss things: a person has to look at the outcome.
"""

from brievenbus.privacy.copies import MARK, Anonymous, anonymise, anonymise_bytes
from brievenbus.privacy.finding import add, find
from brievenbus.privacy.hiding import hide
from brievenbus.privacy.model import Kind, Personal

__all__ = [
    "MARK",
    "Anonymous",
    "Kind",
    "Personal",
    "add",
    "anonymise",
    "anonymise_bytes",
    "find",
    "hide",
]
