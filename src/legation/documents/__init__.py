"""Documents: files and streams become decoded texts in a language that is known.

read, open_document   one document
find                  the files under paths, and what is passed over
supported_languages   the languages that have a pack
"""

from legation.documents.folders import STANDARD_INPUT, Found, find
from legation.documents.languages import Passage, supported_languages
from legation.documents.limits import Limits
from legation.documents.reading import Reading, again, open_document, read

__all__ = [
    "STANDARD_INPUT",
    "Found",
    "Limits",
    "Passage",
    "Reading",
    "again",
    "find",
    "open_document",
    "read",
    "supported_languages",
]
