"""Extraction: the cascade from a text to its claims, the same for every language."""

from legation.extraction.cascade import extract
from legation.extraction.edition import extractor

__all__ = ["extract", "extractor"]
