"""The order of documents, the size of batches and the number of workers mean nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from remembered import Remembered

from legation.ledger import Ledger, ingest
from legation.views.status import status

PAIRS = (("EGY", "IRN"), ("BGD", "TUR"))
OWN = {
    "own.en.txt": "Norway opened an embassy in Tehran in 1970. It was closed in 1991.",
    "copy.en.txt": "Norway opened an embassy in Tehran in 1970. It was closed in 1991.",
    "other.en.txt": "Egypt and Iran severed diplomatic relations in 1979, and restored them later.",
}
ORDERS = 20


def answers(ledger: Ledger) -> str:
    told = [status(ledger, *pair, date(1995, 6, 1)).to_json() for pair in PAIRS]
    return json.dumps([told, ledger.content_hash()], ensure_ascii=False)


def test_any_order_batches_and_workers_give_one_ledger(
    new_ledger_place: Callable[[], str], tmp_path: Path
) -> None:
    (tmp_path / "read").mkdir()
    chance, remembered, found = random.Random(0), Remembered(tmp_path / "read"), set()
    for name, text in OWN.items():
        (tmp_path / name).write_text(text, "utf-8")
    with as_file(files("legation").joinpath("demo_documents")) as demo:
        paths = sorted(p for p in demo.rglob("*") if p.suffix in (".txt", ".md", ".wiki"))
        paths += [tmp_path / name for name in OWN]
        for turn in range(ORDERS):
            with Ledger.open(new_ledger_place(), create=True) as ledger:
                report = ingest(
                    chance.sample(paths, len(paths)),
                    ledger,
                    extract=remembered,
                    extractor="rules@1",
                    workers=1 + turn % 2,
                    batch=chance.randint(1, len(paths)),
                )
                assert (report.balances, report.refused) == (True, [])
                assert report.claims > 0
                found.add(answers(ledger))
    assert len(found) == 1
