"""Reconciliation: claims become facts, and facts the state of a relation, by named rules.

facts   claims of the same thing as one fact, with what disagrees
state   the state of the relation of two parties on a day
rules   every rule by its name, with what it holds
"""

from legation.reconciliation.facts import facts
from legation.reconciliation.findings import Finding
from legation.reconciliation.rules import rules
from legation.reconciliation.state import RelationState, state

__all__ = ["Finding", "RelationState", "facts", "rules", "state"]
