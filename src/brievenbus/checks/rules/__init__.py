"""The checks that come from rule files: what a rule looks for, where it stands, what to put there."""
