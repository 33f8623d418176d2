"""Telling what each paragraph of a letter is; knows no file format."""

from brievenbus.documents.layout.sequence import to_blocks
from brievenbus.documents.layout.stories import arrange
from brievenbus.documents.layout.subject import is_subject_line, subject

__all__ = ["arrange", "is_subject_line", "subject", "to_blocks"]
