"""Corrections: a claim as a reader puts it right, with all that the reader left alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from legation.ledger.byhand.values import (
    known_date,
    known_kind,
    require_role,
    role_value,
    same_value,
)
from legation.ledger.byhand.words import nearest_place, quote_of, role_spans, without
from legation.model.claims import HAND, Claim, RoleValue, Source
from legation.model.errors import UsageError
from legation.model.kinds import Kind
from legation.model.parties import codes, parties
from legation.model.spans import Span

FIELDS = {
    "polarity": ("affirmed", "denied"),
    "modality": ("asserted", "alleged", "planned"),
}
"""The fields of a claim, beside its kind, date and roles, with the words they may hold."""


_COMPARED = ("kind", "when", *FIELDS)


@dataclass(frozen=True, slots=True)
class Change:
    """What a reader puts right: new values, and the words that say them.

    `values` has fields (`kind`, `when`, `polarity`, `modality`) and roles with what they are to
    be, None or an empty text to take one away; `words` are those of a better quote, `spans` those
    of single roles, or their offsets.

    >>> Change({"when": "2011-05"}).spans
    {}
    """

    values: Mapping[str, Any]
    words: str | None = None
    spans: Mapping[str, Any] = field(default_factory=dict)


def by_hand(author: str) -> str:
    """The extractor of what a person entered.

    >>> by_hand("A. Reader")
    'hand@A. Reader'
    """
    return f"{HAND}@{' '.join(author.split())}"


def corrected(claim: Claim, change: Change, by: str, text: str) -> Claim:
    """`claim` as `change` puts it right, signed by its author; `text` is that of its document.

    What is not changed keeps its words; what is loses them, unless new ones are given. Raises
    UsageError (LG-U005, LG-U030 to LG-U036, LG-U045), and DateError where a date is not EDTF.

    >>> told = Claim("war", {"parties": ["IRQ", "IRN"]}, Source("", "", "en", 0, 4, "1980"), "1979")
    >>> change = Change({"when": "1980"}, spans={"when": "1980"})
    >>> right = corrected(told, change, "A. Reader", "1980")
    >>> right.when, right.extractor, right.source.spans["when"]
    ('1980', 'hand@A. Reader', Span(start=0, end=4))
    """
    values = dict(change.values)
    kind = known_kind(str(values.pop("kind", claim.kind)))
    source = _source(claim, change, text)
    spans = role_spans(text, change.spans, Span(source.start, source.end))
    right = replace(claim, kind=kind.name, confidence=1.0, extractor=by_hand(by))
    right = _with_fields(right, values)
    right = replace(right, roles=_roles(kind, right, values, _texts(spans, text)))
    kept = source.spans
    for name in {*_otherwise(claim, right), *(span.partition(".")[0] for span in spans)}:
        kept = without(kept, name)
    right = replace(right, source=replace(source, spans={**kept, **spans}))
    require_spans(right)
    return _changed(claim, right)


def require_keys(kind: Kind, roles: Mapping[str, RoleValue]) -> None:
    """Raise UsageError (LG-U036) unless the roles that make a claim of the kind are all there."""
    lacking = [role for role in kind.key if role not in roles]
    if lacking:
        raise UsageError(
            "LG-U036",
            f"a claim of kind {kind.name!r} lacks {' and '.join(map(repr, lacking))}",
            remedy="give it",
        )


def require_distinct(kind: Kind, roles: Mapping[str, RoleValue]) -> None:
    """Raise UsageError (LG-U045) where one party stands in two roles: none visits itself.

    >>> require_distinct(known_kind("visit"), {"from": "NOR", "to": "SWE"})
    """
    told = [(role, code) for role in kind.key for code in codes(roles.get(role))]
    for (role, code), (other, same) in combinations(told, 2):
        if code == same and role != other:
            raise UsageError(
                "LG-U045",
                f"{code} cannot be both {role!r} and {other!r} of a claim of kind {kind.name!r}",
                remedy="name two that differ",
            )


def require_spans(claim: Claim) -> None:
    """Raise UsageError (LG-U030) where words are given for what the claim does not have."""
    for name in claim.source.spans:
        role = name.partition(".")[0]
        if role not in claim.roles and not (role == "when" and claim.when):
            raise UsageError(
                "LG-U030",
                f"words are given for {name!r}, which the claim does not have",
                remedy="give its value too, or leave the words out",
            )


def one_of(name: str, given: Any, words: tuple[str, ...]) -> str:
    """`given`, which is one of the words of a field; raises UsageError (LG-U031)."""
    if given not in words:
        raise UsageError(
            "LG-U031", f"{name!r} cannot be {given!r}", remedy=f"use one of {', '.join(words)}"
        )
    return str(given)


def _with_fields(claim: Claim, values: dict[str, Any]) -> Claim:
    """The claim with its date, polarity and modality, which are taken out of `values`."""
    if "when" in values:
        claim = _dated(claim, str(values.pop("when") or ""))
    said: dict[str, Any] = {
        name: one_of(name, values.pop(name), words)
        for name, words in FIELDS.items()
        if name in values
    }
    return replace(claim, **said)


def _dated(claim: Claim, when: str) -> Claim:
    if not when:
        return replace(claim, when=None, when_basis=None)
    return replace(claim, when=known_date(when), when_basis=claim.when_basis or "stated")


def _roles(
    kind: Kind, claim: Claim, values: Mapping[str, Any], texts: Mapping[str, str]
) -> dict[str, RoleValue]:
    roles = dict(claim.roles)
    about = parties(claim)
    for role, given in values.items():
        if role not in roles:
            require_role(kind, role)
        if given in (None, "", []):
            roles.pop(role, None)
            continue
        value = role_value(kind, role, given, about, texts)
        roles[role] = roles[role] if same_value(roles.get(role), value) else value
    for role in roles:
        require_role(kind, role)
    require_keys(kind, roles)
    require_distinct(kind, roles)
    return roles


def _source(claim: Claim, change: Change, text: str) -> Source:
    if change.words is None:
        return claim.source
    place = nearest_place(text, change.words, quote_of(claim))
    return replace(claim.source, start=place.start, end=place.end, quote=change.words)


def _texts(spans: Mapping[str, Span], text: str) -> dict[str, str]:
    return {name: span.of(text) for name, span in spans.items()}


def _changed(claim: Claim, right: Claim) -> Claim:
    if right.id == claim.id:
        raise UsageError(
            "LG-U032",
            "the correction changes nothing",
            where=claim.id,
            remedy="accept the claim, or give what is to be otherwise",
        )
    return right


def difference(claim: Claim, right: Claim) -> Change:
    """The change that makes `right` of `claim`, as `corrected` takes it.

    >>> source = Source("", "", "en", 0, 4, "1980")
    >>> told = Claim("war", {"parties": ["IRQ", "IRN"]}, source, "1979")
    >>> difference(told, replace(told, when="1980")).values
    {'when': '1980'}
    """
    values = _otherwise(claim, right)
    moved = quote_of(right) != quote_of(claim)
    spans = {
        name: list(span)
        for name, span in right.source.spans.items()
        if claim.source.spans.get(name) != span or name.partition(".")[0] in values
    }
    return Change(values, right.source.quote if moved else None, spans)


def _otherwise(claim: Claim, right: Claim) -> dict[str, Any]:
    """The fields and the roles in which `right` is not as `claim`, with what it has there."""
    fields = ((name, getattr(claim, name), getattr(right, name)) for name in _COMPARED)
    roles = (
        (role, claim.roles.get(role), right.roles.get(role))
        for role in sorted({*claim.roles, *right.roles})
    )
    return {name: now for name, before, now in (*fields, *roles) if now != before}
