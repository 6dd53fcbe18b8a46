"""Entities: names in every script, and the identities they stand for.

Nothing is read from disk before it is asked for.
"""

from legation.entities.labels import label
from legation.entities.lexicon import LANGUAGES, Name, names
from legation.entities.statehood import State, state, state_of_number, states

__all__ = ["LANGUAGES", "Name", "State", "label", "names", "state", "state_of_number", "states"]
