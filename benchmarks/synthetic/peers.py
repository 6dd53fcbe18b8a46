"""The claims of a ledger in two peers, and the question that is put to all three.

The question: what is claimed of relations between a and b that may bear on a day, as known at a
recorded time: kind, date, polarity, modality and roles of every claim on both, of documents that
were recorded by then, whose date does not lie wholly after the day. The peers are given what it
takes to answer by comparing numbers: the first day of each date, and the number of the batch.
The ledger has no such columns; it reads the claims, with their words, and compares the dates.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from legation.model.claims import Claim
from legation.model.edtf import parse
from legation.model.parties import pairs

Row = tuple[str, str, str, int, int, str, str, str, str]
Ask = Callable[[str, str, int, int], int]
_NAMES = "a, b, kind, first, batch, date, polarity, modality, roles"
_PREFIX = "http://example.org/"


def bears(claim: Claim, day: date) -> bool:
    """Whether the date of a claim does not lie wholly after a day."""
    return _first(claim) <= day.toordinal()


def rows(claims: Iterable[tuple[int, Claim]]) -> Iterator[Row]:
    """A row for each pair of parties of each claim, with the batch it came in."""
    for batch, claim in claims:
        for a, b in pairs(claim):
            told = json.dumps(dict(claim.roles), sort_keys=True)
            how = (claim.when or "", claim.polarity, claim.modality)
            yield (a, b, claim.kind, _first(claim), batch, *how, told)


def in_duckdb(file: Path, told: Iterable[Row]) -> Ask | None:
    """A table in DuckDB, sorted by its pairs and indexed by them; None without DuckDB."""
    duckdb = _module("duckdb")
    if duckdb is None:
        return None
    listed = file.with_suffix(".csv")
    _write_csv(listed, told)
    connection = duckdb.connect(str(file))
    connection.execute(
        f"CREATE TABLE claims AS SELECT * FROM read_csv('{listed}', header = true,"
        " all_varchar = false, delim = '\t', quote = '\x01', escape = '\x01') ORDER BY a, b"
    )
    connection.execute("CREATE INDEX by_pair ON claims (a, b)")
    connection.execute("SET threads = 1")
    query = (
        "SELECT kind, date, polarity, modality, roles FROM claims"
        " WHERE a = ? AND b = ? AND first <= ? AND batch <= ?"
    )
    return lambda a, b, day, batch: len(connection.execute(query, [a, b, day, batch]).fetchall())


def in_oxigraph(folder: Path, told: Iterable[Row]) -> Ask | None:
    """A graph in pyoxigraph: a node for each row, under its pair; None without pyoxigraph."""
    ox = _module("pyoxigraph")
    if ox is None:
        return None
    store = ox.Store(str(folder))
    store.bulk_extend(_quads(ox, told))
    store.optimize()

    def ask(a: str, b: str, day: int, batch: int) -> int:
        query = (
            f"PREFIX : <{_PREFIX}> SELECT ?kind ?date ?polarity ?modality ?roles WHERE {{"
            f" ?c :pair :{a}-{b} ; :kind ?kind ; :first ?first ; :batch ?batch ; :date ?date ;"
            " :polarity ?polarity ; :modality ?modality ; :roles ?roles ."
            f" FILTER(?first <= {day} && ?batch <= {batch}) }}"
        )
        return sum(1 for row in store.query(query) if [value.value for value in row])

    return ask


def _quads(ox: Any, told: Iterable[Row]) -> Iterator[Any]:
    names = {name: ox.NamedNode(_PREFIX + name) for name in ("pair", *_NAMES.split(", ")[2:])}
    for number, (a, b, *values) in enumerate(told):
        node = ox.NamedNode(f"{_PREFIX}claim{number}")
        yield ox.Quad(node, names["pair"], ox.NamedNode(f"{_PREFIX}{a}-{b}"))
        for name, value in zip(_NAMES.split(", ")[2:], values, strict=True):
            yield ox.Quad(node, names[name], ox.Literal(value))


def _write_csv(file: Path, told: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8") as out:
        out.write(_NAMES.replace(", ", "\t") + "\n")
        for row in told:
            out.write("\t".join(map(str, row)) + "\n")


def _first(claim: Claim) -> int:
    """The first day that a claim's date can touch; the earliest of all where it has none."""
    earliest = parse(claim.when).earliest if claim.when else None
    return earliest.toordinal() if earliest else 0


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
