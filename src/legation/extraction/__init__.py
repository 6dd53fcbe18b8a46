"""Extraction: the cascade from a text to its claims, the same for every language."""

from legation.extraction.cascade import extract
from legation.extraction.edition import extractor
from legation.extraction.explanation import Explanation, explain

__all__ = ["Explanation", "explain", "extract", "extractor"]
