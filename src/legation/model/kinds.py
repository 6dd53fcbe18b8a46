"""The kinds of claim: what each is about, and what it does to the state of a relation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, get_args

from legation.model.errors import DataError
from legation.model.tables import read_table

Aspect = Literal["event", "state", "tenure"]
Fidelity = Literal["exact", "merged", "nearest", "none"]
Line = Literal[
    "relations",
    "recognition",
    "mission",
    "accreditation",
    "envoy",
    "contact",
    "tie",
    "membership",
    "conflict",
    "tenor",
]


@dataclass(frozen=True, slots=True)
class Plover:
    """The nearest class of event in the PLOVER ontology."""

    event: str
    mode: str | None = None
    context: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a claim does to one line of the state of a relation.

    `affirmed` and `denied` are the values it gives (None: it gives none), `after` the value
    once its closed interval is over, `presupposes` the value just before it; `ends`
    names the kind it brings to an end, `fades` the years without evidence after which its value
    is no longer presumed, and after twice as many no longer possible.
    """

    line: Line
    affirmed: str | None = None
    denied: str | None = None
    after: str | None = None
    presupposes: str | None = None
    ends: str | None = None
    fades: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim, with its roles, its codes elsewhere, and its effect."""

    name: str
    tier: Literal["core", "wide"]
    family: str
    key: tuple[str, ...]
    other: tuple[str, ...]
    symmetric: bool
    parties: tuple[str, ...]
    aspect: Aspect
    plover: Plover | None
    cameo: str | None
    fidelity: Fidelity
    wikidata: str | None
    effect: Effect | None

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role of the kind, those of the key first."""
        return self.key + self.other


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of claim by its name, in the order in which reports list them.

    Raises DataError (LG-D001) where the table of kinds breaks its own schema.

    >>> kinds()["mission_closed"].effect.affirmed
    'closed'
    """
    table = read_table("legation.model", "kinds.yaml")
    return MappingProxyType({name: kind_from_row(name, row) for name, row in table.items()})


@cache
def kinds_on(line: Line) -> frozenset[str]:
    """The names of the kinds that have their effect on a line of the state of a relation.

    >>> sorted(kinds_on("membership"))
    ['membership', 'membership_ended']
    """
    effects = ((name, kind.effect) for name, kind in kinds().items())
    return frozenset(name for name, effect in effects if effect and effect.line == line)


def kind_from_row(name: str, row: Mapping[str, Any]) -> Kind:
    """The kind that a row of the table describes; raises DataError (LG-D001) if it is malformed.

    >>> kind_from_row("truce", {"tier": "core"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    legation.model.errors.DataError: LG-D001: ... (kinds.yaml: truce); ...
    """
    try:
        kind = _build(name, row)
    except (KeyError, TypeError) as problem:
        raise _malformed(name, f"a field is missing or unknown: {problem}") from problem
    faults = _faults(kind)
    if faults:
        raise _malformed(name, "; ".join(faults))
    return kind


def _build(name: str, row: Mapping[str, Any]) -> Kind:
    fields = dict(row)
    for roles in ("key", "other", "parties"):
        fields[roles] = tuple(fields[roles])
    fields["plover"] = Plover(**row["plover"]) if row["plover"] else None
    fields["effect"] = Effect(**row["effect"]) if row["effect"] else None
    return Kind(name=name, **fields)


def _faults(kind: Kind) -> list[str]:
    """What is wrong with a kind, in words; empty when nothing is."""
    rules = (
        (kind.tier in ("core", "wide"), "the tier is neither core nor wide"),
        (kind.aspect in get_args(Aspect), "the aspect is unknown"),
        (kind.fidelity in get_args(Fidelity), "the fidelity is unknown"),
        (bool(kind.key), "there is no key role"),
        (set(kind.parties) <= set(kind.roles), "a party role is no role of the kind"),
        (
            kind.effect is None or kind.effect.line in get_args(Line),
            "the effect is on an unknown line",
        ),
        ((kind.fidelity == "none") == (kind.plover is None), "codes and fidelity do not agree"),
    )
    return [fault for holds, fault in rules if not holds]


def _malformed(name: str, what: str) -> DataError:
    return DataError(
        "LG-D001",
        what,
        where=f"kinds.yaml: {name}",
        remedy="mend the row as the head of the file says",
    )
