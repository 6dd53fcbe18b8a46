"""Claims of the same thing become one fact; disagreement stays, with all who disagree.

Claims are put in one order first, whatever order they come in, so that the same claims give
the same facts. Only what is asserted becomes a fact; what is alleged or planned does not.
"""

from __future__ import annotations

from itertools import groupby

from legation.model.claims import Claim
from legation.model.evidence import Evidence
from legation.model.facts import Fact
from legation.model.kinds import kinds
from legation.reconciliation.authorities import INFERENCE
from legation.reconciliation.dating import NEVER, agree, days_of, finest, spanning
from legation.reconciliation.decided import Decided, decided
from legation.reconciliation.identity import key_of, roles_agree
from legation.reconciliation.rules import rule


def facts(evidence: Evidence) -> list[Fact]:
    """The facts that the asserted claims of `evidence` come to, in a fixed order.

    >>> from legation.model.claims import Source
    >>> source = Source("sha256:0", "a.txt", "en", 0, 4, "Oslo")
    >>> year, month = (Claim("visit", {"from": "NOR", "to": "SWE"}, source, when=when)
    ...     for when in ("2010", "2010-07"))
    >>> [(fact.when, len(fact.claims)) for fact in facts(Evidence([year, month]))]
    [('2010-07', 2)]
    """
    who = decided(evidence.decisions)
    once = {claim.id: claim for claim in evidence.claims if claim.modality == "asserted"}
    known = sorted((c for c in once.values() if c.kind in kinds()), key=_order)
    found: list[Fact] = []
    for _, group in groupby(known, key=_group):
        found += _facts_of_group(list(group), who)
    return found


def _group(claim: Claim) -> tuple[str, str, tuple[str, ...]]:
    return claim.kind, claim.polarity, key_of(claim)


def _order(claim: Claim) -> tuple[object, ...]:
    """Dated claims before undated ones, by their last day, so that open spans come last."""
    days = days_of(claim.when) if claim.when else None
    dated = (0, days.end_latest, days.begin_earliest) if days else (1, NEVER, NEVER)
    return *_group(claim), *dated, claim.when or "", claim.id


def _facts_of_group(claims: list[Claim], who: Decided) -> list[Fact]:
    clusters: list[list[Claim]] = []
    dated = [claim for claim in claims if claim.when]
    for claim in dated:
        _join(claim, [c for c in clusters if _same_occasion(claim, c, who)], clusters)
    for claim in (claim for claim in claims if not claim.when):
        _join(claim, undated_joins_the_only_dated(claim, clusters, who), clusters)
    return [_fact(cluster, who) for cluster in clusters]


def _join(claim: Claim, places: list[list[Claim]], clusters: list[list[Claim]]) -> None:
    if places:
        places[0].append(claim)
    else:
        clusters.append([claim])


def _same_occasion(claim: Claim, cluster: list[Claim], who: Decided) -> bool:
    when = _preferred(cluster)
    return (
        when is not None
        and claim.when is not None
        and agree(when, claim.when)
        and all(roles_agree(claim, other, who) for other in cluster)
    )


@rule("undated-joins-the-only-dated", INFERENCE)
def undated_joins_the_only_dated(
    claim: Claim, clusters: list[list[Claim]], who: Decided
) -> list[list[Claim]]:
    """An undated claim is of the one dated thing that its roles fit, if there is just one;
    otherwise it joins other undated claims that its roles fit."""
    fitting = [c for c in clusters if all(roles_agree(claim, other, who) for other in c)]
    dated = [cluster for cluster in fitting if _preferred(cluster)]
    undated = [cluster for cluster in fitting if not _preferred(cluster)]
    return dated if len(dated) == 1 else undated[:1]


def _preferred(cluster: list[Claim]) -> str | None:
    dates = {claim.when for claim in cluster if claim.when}
    if not dates:
        return None
    event = kinds()[cluster[0].kind].aspect == "event"
    return finest(dates) if event else spanning(dates)


def _fact(cluster: list[Claim], who: Decided) -> Fact:
    first = cluster[0]
    roles = {role: value for claim in reversed(cluster) for role, value in who.roles(claim).items()}
    return Fact(
        kind=first.kind,
        roles=dict(sorted(roles.items())),
        when=_preferred(cluster),
        polarity=first.polarity,
        claims=tuple(cluster),
        rules=tuple(_rules_used(cluster)),
    )


def _rules_used(cluster: list[Claim]) -> list[str]:
    dates = {claim.when for claim in cluster}
    event = kinds()[cluster[0].kind].aspect == "event"
    used = []
    if len(dates - {None}) > 1:
        used.append("most-precise-date-that-agrees" if event else "spans-that-overlap-are-one")
    if None in dates and len(dates) > 1:
        used.append("undated-joins-the-only-dated")
    return used
