"""Reconciliation: claims become facts, and facts the state of a relation, by named rules.

facts       claims of the same thing as one fact, with what disagrees
dossier     what is claimed of two parties, made ready for days to be asked of it
state       the state of the relation of two parties on a day
anomalies   facts that do not go together
persons     which names are one person's
rules       every rule by its name, with what it holds
"""

from legation.reconciliation.anomalies import anomalies
from legation.reconciliation.between import Between, between
from legation.reconciliation.dossier import Dossier, dossier, in_order, state
from legation.reconciliation.facts import Reconciled, facts, reconcile
from legation.reconciliation.findings import Finding
from legation.reconciliation.memberships import Memberships, memberships
from legation.reconciliation.persons import persons
from legation.reconciliation.rules import rules
from legation.reconciliation.state import RelationState

__all__ = [
    "Between",
    "Dossier",
    "Finding",
    "Memberships",
    "Reconciled",
    "RelationState",
    "anomalies",
    "between",
    "dossier",
    "facts",
    "in_order",
    "memberships",
    "persons",
    "reconcile",
    "rules",
    "state",
]
