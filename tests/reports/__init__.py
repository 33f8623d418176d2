"""Tests of the ways of showing a report."""
