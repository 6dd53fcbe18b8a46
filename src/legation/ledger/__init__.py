"""The ledger: claims and the documents that make them, with the time of recording; append-only.

Ledger   opens a ledger, adds documents with their claims, gives claims back
ingest   reads documents, folders and streams into a ledger, with a report that balances
reread   reads again what a ledger has, by a new edition of the extractor

The database behind `Ledger` is loaded when it is first asked for: who only extracts needs none.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from legation.ledger.differences import Difference, differences
from legation.ledger.entries import Entry
from legation.ledger.harvest import Harvest, harvest
from legation.ledger.ingest import ingest, reread
from legation.ledger.report import Refusal, Report

if TYPE_CHECKING:
    from legation.ledger.damage import Damage
    from legation.ledger.entries import Entry
    from legation.ledger.finding import Held
    from legation.ledger.prepared import Prepared
    from legation.ledger.readings import Run
    from legation.ledger.store import Ledger

__all__ = [
    "Damage",
    "Difference",
    "Entry",
    "Harvest",
    "Held",
    "Ledger",
    "Prepared",
    "Refusal",
    "Report",
    "Run",
    "differences",
    "harvest",
    "ingest",
    "reread",
]

_HOMES = {
    "Damage": "damage",
    "Entry": "entries",
    "Held": "finding",
    "Ledger": "store",
    "Prepared": "prepared",
    "Run": "readings",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
