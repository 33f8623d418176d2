"""The one error that reading or writing a document raises."""

from __future__ import annotations


class DocumentError(Exception):
    """A document cannot be read or written.

    The message is plain Dutch for the user: what is wrong, and what to do about it.
    """
