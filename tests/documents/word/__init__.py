"""Tests of reading and annotating Word files."""
