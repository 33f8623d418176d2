"""The sentence and style checks: one file per type of check."""
