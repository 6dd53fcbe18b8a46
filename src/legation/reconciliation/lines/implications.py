"""What lets one presume relations where little is said of them: who represents whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.reconciliation.authorities import (
    ACCREDITATION,
    CLASSES_OF_HEADS,
    MUTUAL_CONSENT,
    SEVERAL_STATES,
)
from legation.reconciliation.classes import is_head_of_mission
from legation.reconciliation.findings import Finding
from legation.reconciliation.rules import rule


def implied_relations(
    embassies: Sequence[Finding], envoys: Sequence[Finding], accreditations: Sequence[Finding]
) -> Finding | None:
    """The relations that the surest sign of them implies: an embassy, an envoy, or a seat
    elsewhere; None where there is no sign."""
    signs = (
        embassy_implies_relations(embassies),
        envoy_implies_relations(envoys),
        accreditation_implies_relations(accreditations),
    )
    found = [sign for sign in signs if sign is not None]
    return next((sign for sign in found if sign.certainty == "presumed"), None) or next(
        iter(found), None
    )


@rule("embassy-implies-relations", MUTUAL_CONSENT)
def embassy_implies_relations(embassies: Sequence[Finding]) -> Finding | None:
    """An embassy that is open lets one presume relations, where no more is known of them."""
    return _implied(embassies, "embassy-implies-relations")


@rule("envoy-implies-relations", ACCREDITATION, CLASSES_OF_HEADS)
def envoy_implies_relations(envoys: Sequence[Finding]) -> Finding | None:
    """A head of mission in post, an ambassador or a chargé d'affaires, lets one presume relations
    where no more is known of them; a consul does not."""
    heads = [
        envoy
        for envoy in envoys
        if envoy.value == "in_post" and is_head_of_mission(envoy.subject["office"])
    ]
    return _implied(heads, "envoy-implies-relations")


@rule("accreditation-implies-relations", SEVERAL_STATES)
def accreditation_implies_relations(accreditations: Sequence[Finding]) -> Finding | None:
    """A head of mission accredited from elsewhere lets one presume relations, but is no mission in
    the state that he covers."""
    held = [each for each in accreditations if each.value == "accredited"]
    return _implied(held, "accreditation-implies-relations")


def _implied(signs: Sequence[Finding], name: str) -> Finding | None:
    """The relations that follow from the surest of `signs`, presumed unless all are possible."""
    if not signs:
        return None
    order = ("certain", "presumed", "possible")
    best = min(signs, key=lambda sign: order.index(str(sign.certainty)))
    return replace(
        best,
        subject={},
        value="established",
        certainty="possible" if best.certainty == "possible" else "presumed",
        until=None,
        rules=(name, *best.rules),
        alternatives=(),
    )
