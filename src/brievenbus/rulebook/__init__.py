"""Rule files: what a rule is, how it is read and checked, and the examples that test it."""

from brievenbus.rulebook.load import RulebookError, load_rulebook
from brievenbus.rulebook.model import Rule, Rulebook, RuleFileError, RuleKind, WordClass

__all__ = [
    "Rule",
    "RuleFileError",
    "RuleKind",
    "Rulebook",
    "RulebookError",
    "WordClass",
    "load_rulebook",
]
