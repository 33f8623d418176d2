"""How hard a text is: LiNT-II, the classic formulas, and the counts under them."""

from brievenbus.readability.features import BlockFeatures, block_features
from brievenbus.readability.lint import STRUGGLING_PERCENT, LintCounts, LintScore
from brievenbus.readability.scores import Scores, score

__all__ = [
    "STRUGGLING_PERCENT",
    "BlockFeatures",
    "LintCounts",
    "LintScore",
    "Scores",
    "block_features",
    "score",
]
