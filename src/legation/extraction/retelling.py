"""A thing that a document tells twice is told once."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import groupby

from legation.model.claims import Claim, RoleValue
from legation.model.kinds import kinds

_MANY = ("visit", "meeting", "attack", "envoy_tenure", "office_tenure", "agreement_signed")
"""Kinds of which two may happen on one day between the same states."""

_TENOR = ("value", "direction")
"""Roles of a tenor of which two kinds may be told of the same states: tense once, and warm."""
_TWO = 2
_BESIDE = ("consulate", "office", "permanent", "section")


def told_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that another one says at least as precisely."""
    kept: list[Claim] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for claim in claims:
        same = alike.setdefault(_subject(claim), [])
        twin = next((i for i in same if _same(kept[i], claim)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(claim)
        elif _says_more(claim, kept[twin]):
            kept[twin] = claim
    ordered = groupby(sorted(kept, key=_place), _place)
    return [claim for _, same in ordered for claim in _by_id(list(same))]


def _place(claim: Claim) -> tuple[int, int, str]:
    return (claim.source.start, claim.source.end, claim.kind)


def _by_id(claims: list[Claim]) -> list[Claim]:
    """Claims of one kind and place in the order of their ids, which take long to make."""
    return sorted(claims, key=lambda c: c.id) if len(claims) > 1 else claims


def _subject(claim: Claim) -> tuple[object, ...]:
    """What two claims must share to be of one thing."""
    return (claim.kind, claim.polarity, claim.modality, *_key(claim))


def _same(a: Claim, b: Claim) -> bool:
    """Whether two claims with one subject tell one thing."""
    if not _agree(a.when, b.when):
        return False
    if a.kind == "tenor" and any(a.roles.get(r) != b.roles.get(r) for r in _TENOR):
        return False
    if _person(a) and _person(a) == _person(b) and None in (a.when, b.when):
        return True
    if a.kind in _MANY:
        return a.when == b.when and _alike(a, b) and _near(a, b)
    if _rank(a) != _rank(b) or a.roles.get("exporter") != b.roles.get("exporter"):
        return False
    return _city(a) is None or _city(b) is None or _city(a) == _city(b)


def _near(a: Claim, b: Claim) -> bool:
    """A dated event of one kind; an undated one only where it is the same sentence."""
    return a.when is not None or a.source.quote == b.source.quote


def _key(claim: Claim) -> list[object]:
    """The values of a claim's key roles, in a form that can be compared at once."""
    return [_comparable(claim.roles.get(role)) for role in kinds()[claim.kind].key]


def _comparable(value: RoleValue) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return tuple(sorted(map(str, value)))
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, default=str),)


def _alike(a: Claim, b: Claim) -> bool:
    """Whether no particular that both give is different."""
    named = ("visitor", "person", "participants", "title", "office")
    if _other_company(_names(a, "participants"), _names(b, "participants")):
        return False
    both = (_names(a, r) & _names(b, r) for r in named if r in a.roles and r in b.roles)
    return all(both)


def _other_company(one: Set[str], other: Set[str]) -> bool:
    """Whether two and two met, one of whom is the same: he met them each for himself."""
    return len(one) == len(other) == _TWO and len(one & other) == 1


def _names(claim: Claim, role: str) -> Set[str]:
    """What the things in a role are called; two lists are alike that have a name in common."""
    value = claim.roles.get(role)
    values = value if isinstance(value, list) else [value]
    return {str(v.get("name") if isinstance(v, dict) else v) for v in values}


def _rank(claim: Claim) -> str:
    """Whether a mission is a consulate or an office, which may stand beside an embassy."""
    name = str(claim.roles.get("mission_type", ""))
    return next((r for r in _BESIDE if r in name), "")


def _person(claim: Claim) -> object:
    """Whose tenure it is; he who is named without a date and then with one is told of once."""
    person = claim.roles.get("person")
    return person.get("name") if isinstance(person, dict) else person


def _city(claim: Claim) -> object:
    city = claim.roles.get("city")
    return city.get("name") if isinstance(city, dict) else city


def _agree(a: str | None, b: str | None) -> bool:
    """Whether one date is the other said less precisely."""
    if a is None or b is None:
        return True
    return a == b or a.startswith(b.rstrip("~?%")) or b.startswith(a.rstrip("~?%"))


def _says_more(a: Claim, b: Claim) -> bool:
    return (len(a.when or ""), a.confidence) > (len(b.when or ""), b.confidence)


def _retold(claim: Claim, start: Claim) -> bool:
    """Whether a claim is that of a tenure's start, which two words of a sentence may tell."""
    same = _subject(claim) == _subject(start) and claim.when == start.when
    return same and _alike(claim, start)


def closed(claim: Claim, before: list[Claim], text: str) -> Claim:
    """The claim of a tenure's end, as the whole tenure where its start was told just before.

    The start is taken out of `before`; an end alone is '../D'.
    """
    end = (claim.when or "").removeprefix("../")
    if not end or "/" in end:
        return claim
    start = before[-1] if before else None
    if start is None or _subject(start) != _subject(claim) or not start.when:
        return replace(claim, when=f"../{end}")
    if "/" in start.when.removesuffix("/..") or not _alike(start, claim):
        return replace(claim, when=f"../{end}")
    while before and _retold(before[-1], start):
        del before[-1]
    first = min(start.source.start, claim.source.start)
    last = max(start.source.end, claim.source.end)
    source = replace(start.source, start=first, end=last, quote=text[first:last])
    return replace(start, when=f"{start.when.removesuffix('/..')}/{end}", source=source)
