"""Reporting: what was measured, as pages that a person reads."""
