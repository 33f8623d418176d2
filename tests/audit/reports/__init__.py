"""Tests of `brievenbus.audit.reports`."""
