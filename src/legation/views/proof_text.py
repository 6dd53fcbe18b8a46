"""A proof for people: a tree of what is so, by which rules, from which words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from legation.views.proofs import Proof
from legation.views.quotes import FIRST_STRONG_ISOLATE, POP_ISOLATE

_STYLES = {"finding": "bold", "anomaly": "bold", "fact": "cyan", "against": "red", "rule": "yellow"}


def proof_text(proof: Proof, depth: int = 0) -> Iterator[Text]:
    """The lines of a proof, what a step rests on below it.

    >>> [line.plain for line in proof_text(Proof("fact", "visit: Iraq → Belarus"))]
    ['fact: visit: Iraq → Belarus']
    """
    indent = "  " * depth
    name = {"rule": f"rule {proof.told.get('name')}", "against": "but"}.get(proof.step, proof.step)
    yield Text(f"{indent}{name}: {proof.says}", style=_STYLES.get(proof.step, ""))
    for line in _particulars(proof):
        yield Text(f"{indent}  {line}", style="dim")
    for below in proof.below:
        yield from proof_text(below, depth + 1)


def _particulars(proof: Proof) -> Iterator[str]:
    """What a step tells beside its sentence: its id, its sources, its words and their reading."""
    told = proof.told
    if "id" in told:
        yield f"id {told['id']}"
    for source in told.get("sources", ()):
        yield f"{source['source']}: {source['says']}"
    if "source" in told:
        source = told["source"]
        words = " ".join(source["quote"].split())
        yield f"“{FIRST_STRONG_ISOLATE}{words}{POP_ISOLATE}”"
        yield f"{source['uri']} [{source['start']}:{source['end']}], {source['language']}"
        yield f"{told['extractor']}, confidence {told['confidence']}"
    if told.get("preferred", {}).get("alternatives"):
        for other in told["preferred"]["alternatives"]:
            kind = "disputed" if other["disputed"] else "coarser"
            yield f"not preferred: {other['value']} ({kind})"
    for name, value in sorted(told.get("known", {}).items()):
        yield f"{name} {value}"
