"""`legation verify`: whether a ledger still is what was written into it."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.doors.exits import Exit
from legation.doors.options import Format, LedgerFile, TextOrJson
from legation.doors.streams import counted, data

EXAMPLE = "Example: legation verify --ledger relations.ledger --head 5f0c…"


def verify(
    ledger: LedgerFile,
    head: Annotated[
        str | None,
        typer.Option("--head", metavar="HASH", help="A head told before: is it still in there?"),
    ] = None,
    shape: Format = TextOrJson.text,
) -> None:
    """Look whether anything was changed, added or taken away behind the ledger's back.

    Every row is held against its digest, every batch against its hash and the one before, every
    claim against its words. The exit code is 1 where something is damaged, and it is told where.
    Note the head: with --head, batches cut off at the end are missed too.
    """
    from legation.ledger import Ledger

    with Ledger.open(ledger) as opened:
        damage = opened.verify(head)
        size, last = (None, "") if damage else (opened.size(), opened.head())
    if shape is TextOrJson.json:
        sums = {"batches": size.batches, "entries": dict(size.entries)} if size else {}
        told = [one.to_json() for one in damage]
        data({"sound": not damage, "head": last, **sums, "damage": told})
    elif size:
        sorts = ", ".join(f"{name} {count}" for name, count in size.entries.items() if count)
        entries = counted(size.total, "entry", "entries")
        print(f"sound: {entries} in {counted(size.batches, 'batch', 'batches')}")
        print(f"entries: {sorts or 'none'}")
        print(f"head: {last or 'none'}")
    else:
        for one in damage:
            print(f"damaged: {one}")
    raise typer.Exit(Exit.FINDINGS if damage else Exit.OK)
