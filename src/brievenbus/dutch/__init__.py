"""The Dutch language: pipeline, lexicon, syllables, inflection, sentence borders."""

from brievenbus.dutch.analysis import Analysis, Token

__all__ = ["Analysis", "Token"]
