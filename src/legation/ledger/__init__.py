"""The ledger: claims and the documents that make them, with the time of recording; append-only.

Ledger   opens a file, adds documents with their claims, gives claims back
ingest   reads documents, folders and streams into a ledger, with a report that balances
"""

from legation.ledger.harvest import Harvest, harvest
from legation.ledger.ingest import ingest
from legation.ledger.report import Refusal, Report
from legation.ledger.store import Ledger

__all__ = ["Harvest", "Ledger", "Refusal", "Report", "harvest", "ingest"]
