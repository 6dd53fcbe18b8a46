"""legation keeps the record of the relations between states, with the words that say it."""

__version__ = "0.1.0"
