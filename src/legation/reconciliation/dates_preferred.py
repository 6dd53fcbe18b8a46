"""The date of a fact: of an event the one date, of a span the beginning and the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.model.claims import Claim
from legation.model.edtf import Moment, is_edtf, parse
from legation.model.kinds import kinds
from legation.model.preferences import REASONS, Alternative, Preferred, Reason
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import days_of
from legation.reconciliation.preferring import RULES, Candidate, prefer
from legation.reconciliation.rules import rule
from legation.reconciliation.weighing import Weighing

_BOUNDED = ("envoy", "mission", "accreditation", "membership", "conflict")
"""The lines on which a span is told to its end; on others a span is only what was looked at."""


@dataclass(frozen=True, slots=True)
class Dating:
    """The date preferred for claims of one thing, the rules used, and who says otherwise."""

    preferred: Preferred
    rules: tuple[str, ...] = ()
    against: frozenset[str] = frozenset()


def dating_of(claims: Sequence[Claim], weighing: Weighing) -> Dating:
    """The date of claims of one thing, whose dates agree, though perhaps not to the day."""
    telling = a_carried_date_yields(claims)
    found = _of_dates(telling, weighing)
    if len(telling) == len(claims):
        return found
    return replace(found, rules=("a-carried-date-yields", *found.rules))


def _of_dates(claims: Sequence[Claim], weighing: Weighing) -> Dating:
    dated = _by(claims)
    if len(dated) < 2:
        return Dating(Preferred(dated[0].value if dated else None))
    if kinds()[claims[0].kind].aspect == "event":
        return _of_an_event(dated, weighing)
    return spans_that_overlap_are_one(dated, weighing)


@rule("a-carried-date-yields", INFERENCE)
def a_carried_date_yields(claims: Sequence[Claim]) -> list[Claim]:
    """Of one person's time in a post, a date carried over from an earlier sentence tells nothing
    beside a date that is stated."""
    tenure = kinds()[claims[0].kind].aspect == "tenure"
    if not tenure or not any(claim.when and claim.when_basis == "stated" for claim in claims):
        return list(claims)
    return [claim for claim in claims if claim.when_basis != "carried"]


def _of_an_event(dated: list[Candidate], weighing: Weighing) -> Dating:
    chosen, reason = prefer(dated, weighing)
    others = tuple(
        Alternative(one.value, _ids(one), disputed=not one.agrees(chosen))
        for one in dated
        if one is not chosen
    )
    return Dating(Preferred(chosen.value, reason, others), (RULES[reason],))


@rule("spans-that-overlap-are-one", INFERENCE)
def spans_that_overlap_are_one(dated: list[Candidate], weighing: Weighing) -> Dating:
    """Spans of time that overlap are one, whose beginning and whose end are preferred each by
    itself, unless nobody tells of such a span; of a tenure, a war, a membership or a mission, ends
    told by several documents that cannot both be right are in dispute."""
    begins, ends = (_edges(dated, edge) for edge in ("lower", "upper"))
    whole, reason = _whole(begins, ends, weighing)
    if not is_edtf(whole):
        return _of_an_event(dated, weighing)
    bounded = _is_bounded(dated[0].claims[0])
    against = _against(whole, dated) if bounded else set()
    if len(against) == len(dated):
        whole, reason = _as_told(dated, weighing)
        against = _against(whole, dated)
    others = [one for one in dated if one.value != whole]
    told = tuple(Alternative(one.value, _ids(one), one.value in against) for one in others)
    disputed = frozenset(id_ for one in others if one.value in against for id_ in _ids(one))
    return Dating(Preferred(whole, reason, told), ("spans-that-overlap-are-one",), disputed)


def _whole(
    begins: list[Candidate], ends: list[Candidate], weighing: Weighing
) -> tuple[str, Reason]:
    """From the beginning preferred to the end preferred, with the later of the two reasons."""
    begin, why = _edge(begins, weighing)
    end, why_end = _edge(ends, weighing)
    return f"{begin}/{end}", max(why, why_end, key=list(REASONS).index)


def _as_told(dated: list[Candidate], weighing: Weighing) -> tuple[str, Reason]:
    """The span preferred of those that are told, each as a whole."""
    chosen, reason = prefer(dated, weighing)
    return chosen.value, reason


def _edge(candidates: list[Candidate], weighing: Weighing) -> tuple[str, Reason]:
    if not candidates:
        return "..", "unanimous"
    chosen, reason = prefer(candidates, weighing)
    return chosen.value, reason


def _edges(dated: Sequence[Candidate], edge: str) -> list[Candidate]:
    """The beginnings, or the ends, that intervals among the dates have."""
    met: dict[str, Candidate] = {}
    for one in dated:
        moment = getattr(parse(one.value), edge)
        if days_of(one.value).interval and isinstance(moment, Moment):
            _meet(met, str(moment), one.claims)
    return _placed(met)


def _by(claims: Sequence[Claim]) -> list[Candidate]:
    """The dates of claims, each once, in the order of time."""
    met: dict[str, Candidate] = {}
    for claim in claims:
        if claim.when:
            _meet(met, claim.when, [claim])
    return _placed(met)


def _meet(met: dict[str, Candidate], when: str, claims: list[Claim]) -> None:
    days = days_of(when)
    met.setdefault(when, Candidate(when, [], 0, -days.width, days)).claims.extend(claims)


def _placed(met: dict[str, Candidate]) -> list[Candidate]:
    row = sorted(met.values(), key=lambda one: (days_of(one.value)[:4], one.value))
    for place, one in enumerate(row):
        one.place = place
    return row


def _against(whole: str, dated: Sequence[Candidate]) -> set[str]:
    """The dates that contradict `whole`, told by documents that do not themselves agree with it."""
    spans = [one for one in dated if days_of(one.value).interval]
    contrary = {one.value for one in spans if _contradicts(whole, one.value)}
    agreeing = {d for one in spans if one.value not in contrary for d in one.documents}
    return {one.value for one in spans if one.value in contrary and not one.documents <= agreeing}


def _contradicts(whole: str, when: str) -> bool:
    """Whether a span begins or ends at another time than `whole` does, however both are read."""
    a, b = parse(whole), parse(when)
    edges = ((a.lower, b.lower), (a.upper, b.upper))
    return any(
        isinstance(x, Moment)
        and isinstance(y, Moment)
        and not days_of(str(x)).meets(days_of(str(y)))
        for x, y in edges
    )


def _is_bounded(claim: Claim) -> bool:
    kind = kinds()[claim.kind]
    return kind.aspect == "tenure" or (kind.effect is not None and kind.effect.line in _BOUNDED)


def _ids(candidate: Candidate) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in candidate.claims))
