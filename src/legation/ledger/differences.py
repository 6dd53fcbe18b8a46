"""Differences between what was told before and after: added, removed, changed, by document."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from legation.model.claims import Claim
from legation.model.kinds import kinds


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the claims of one document.

    `changed` holds pairs, as told before and after: of the same kind and with the same roles of
    its key, at another date, with other words or other details.
    """

    document: str
    uri: str
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]

    def to_json(self) -> dict[str, Any]:
        """The difference as a JSON object; claims are those of the claim contract."""
        return {
            "document": self.document,
            "uri": self.uri,
            "added": [claim.to_json() for claim in self.added],
            "removed": [claim.to_json() for claim in self.removed],
            "changed": [[old.to_json(), new.to_json()] for old, new in self.changed],
        }


def differences(before: Iterable[Claim], after: Iterable[Claim]) -> list[Difference]:
    """What differs between claims told before and after, for each document where anything does.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> roles = {"from": "NOR", "to": "SWE"}
    >>> old, new = (Claim("visit", roles, source, when) for when in ("2009", "2010"))
    >>> [(len(one.added), len(one.removed), len(one.changed)) for one in differences([old], [new])]
    [(0, 0, 1)]
    """
    told: dict[str, tuple[dict[str, Claim], dict[str, Claim]]] = defaultdict(lambda: ({}, {}))
    for side, claims in enumerate((before, after)):
        for claim in claims:
            told[claim.source.document][side][claim.id] = claim
    found = (_difference(document, *sides) for document, sides in sorted(told.items()))
    return [one for one in found if one.added or one.removed or one.changed]


def _difference(document: str, before: dict[str, Claim], after: dict[str, Claim]) -> Difference:
    gone = [claim for id_, claim in sorted(before.items()) if id_ not in after]
    come = [claim for id_, claim in sorted(after.items()) if id_ not in before]
    changed = tuple(_pairs(gone, come))
    uri = next(iter((after or before).values())).source.uri
    old = {claim.id for claim, _ in changed}
    new = {claim.id for _, claim in changed}
    return Difference(
        document,
        uri,
        added=tuple(claim for claim in come if claim.id not in new),
        removed=tuple(claim for claim in gone if claim.id not in old),
        changed=changed,
    )


def _pairs(gone: list[Claim], come: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of one key, those gone with those that came, in the order of their words."""
    places: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(come, key=_order):
        places[_key(claim)].append(claim)
    for claim in sorted(gone, key=_order):
        if places[_key(claim)]:
            yield claim, places[_key(claim)].pop(0)


def _order(claim: Claim) -> tuple[int, int, str]:
    return claim.source.start, claim.source.end, claim.id


def _key(claim: Claim) -> str:
    """The kind with the roles of its key; all roles where the kind is not known."""
    kind = kinds().get(claim.kind)
    roles = {role: claim.roles.get(role) for role in (kind.key if kind else claim.roles)}
    return json.dumps([claim.kind, roles], sort_keys=True)
