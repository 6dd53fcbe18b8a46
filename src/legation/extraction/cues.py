"""How a thing is said: denied, planned, alleged."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.phrases import Clause, Hit
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

CONTACTS = ("visit", "meeting", "consultation")
_TALKING = (*CONTACTS, "backing", "criticism", "resolution_stance")
_OWNED = ("membership", "attack", "occupation")
"""Kinds whose nouns may stand after whose they are, as the object of another verb."""
_OWNER = 2
_NEAR = 7
_BESIDE = 3
_COMMAS = ",;:("


def polarity(
    match: Match,
    clause: Clause,
    others: Sequence[Match],
    until: bool,
    tokens: Sequence[Token] | None = None,
    participle: bool = False,
) -> str:
    """`denied` where a negation belongs to this match and to no nearer one.

    A `participle` before its object ('the treaty signed in 1990 …') is not what the verb denies.

    `until`: a date says till when it was not so ('did not recognise it until 1967'): then it was.
    `tokens`: the sentence's, in a language whose negation bears on the very next word.
    """
    if match.head.unit.value == "denied":
        return "denied"
    if undone(match, clause):
        return "denied"
    for cue in of_concept(clause.hits, "NOT", "NONE_OF", "REFUSE"):
        if not _bears_on(cue, match, clause) or (participle and _behind(cue, match)):
            continue
        if _labelled(cue, match, clause) or _of_the_verb(cue, match, clause):
            continue
        gap = 0 if _is_subject(cue, clause) else _gap(cue, match)
        ended = until or _till_then(match, clause)
        if ended and cue.unit.concept == "NOT" and kinds()[match.frame.kind].aspect == "event":
            continue
        if _helps(match, cue, others):
            continue
        rivals = [o for o in others if not _helps(o, cue, (match,))]
        if gap <= _NEAR and all(gap <= _gap(cue, o) for o in rivals):
            return "denied" if tokens is None or _denies(match, clause, tokens) else "affirmed"
    return "affirmed"


def _till_then(match: Match, clause: Clause) -> bool:
    """'…, пока не открылось посольство', 'না খোলা পর্যন্ত': till it came about, so that it did.

    The word that opens a further clause says so; elsewhere it may say 'not yet'.
    """
    return any(
        0 <= h.start - match.head.end <= _BESIDE
        if h.unit.value == "behind"
        else 0 < h.start == clause.start
        for h in of_concept(clause.hits, "UNTIL")
    )


def _is_subject(cue: Hit, clause: Clause) -> bool:
    """'None of these had led to a truce': who did it is nobody, however far the deed stands."""
    return cue.concept == "NONE_OF" and cue.start == clause.start


def _helps(match: Match, cue: Hit, others: Sequence[Match]) -> bool:
    """'It was never closed, and an envoy …': whether a head only helps the verb that is denied."""
    if match.head.concept != "BE" or match.head.end > cue.start:
        return False
    far = match.object is None or match.object.start > cue.end
    return far and any(0 <= o.head.start - cue.end <= _BESIDE for o in others)


def _labelled(cue: Hit, match: Match, clause: Clause) -> bool:
    """Whether a cue is part of a label ahead of what is told: 'Peru or not Chile: it chose …'."""
    return any(cue.end <= h.start < match.start for h in of_concept(clause.hits, "LABEL"))


def _of_the_verb(cue: Hit, match: Match, clause: Clause) -> bool:
    """'did not block Peru's entry': the verb is denied, and not the deed that somebody owns."""
    if match.frame.kind not in _OWNED:
        return False
    owners = (g for g in clause.groups if g.case == "gen" and g.states)
    return any(cue.end < g.start and 0 <= match.head.start - g.end <= _OWNER for g in owners)


def _denies(match: Match, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a match is denied where a negation bears on the very next word alone.

    It stands right before the head or its object, or it is that of the verb whose subject the
    head is ('признания не последовало'), with no comma between.
    """
    if of_concept(clause.hits, "NONE_OF", "REFUSE"):
        return True
    words = [match.head, *([match.object] if match.object else [])]
    for cue in of_concept(clause.hits, "NOT"):
        if any(0 <= w.start - cue.end <= _BESIDE or w.start <= cue.start < w.end for w in words):
            return True
        after = [w for w in words if w.end <= cue.start]
        if after and not any(t.text in _COMMAS for t in tokens[after[-1].end : cue.start]):
            return True
    return False


def modality(
    match: Match, clause: Clause, sentence: Sequence[Hit], participle: bool = False
) -> str:
    """`alleged` under a word of hearsay, `planned` under one of intention, else asserted.

    What a `participle` before its object tells is done, whatever the verb intends.
    """
    if fixed := match.frame.set.get("modality"):
        return str(fixed)
    if match.head.unit.value in ("planned", "alleged"):
        return match.head.unit.value
    if undone(match, clause):
        return "asserted"
    hearsay = of_concept(clause.hits, "ALLEGE")
    hearsay = [c for c in hearsay if c.end <= match.head.start or match.head.end <= c.start]
    if any(_bears_on(cue, match, clause) for cue in hearsay) or _governs(sentence, clause):
        return "alleged"
    intentions = [c for c in of_concept(clause.hits, "PLAN") if _bears_on(c, match, clause)]
    intentions = [c for c in intentions if not (participle and _behind(c, match))]
    refusals = [c.start for c in of_concept(clause.hits, "REFUSE") if c.start < match.head.start]
    intentions = [c for c in intentions if not any(c.start < r for r in refusals)]
    if any(_within(cue, match, clause) for cue in intentions):
        return "planned"
    if of_concept(clause.hits, "SUBJUNCTIVE") and any(
        h.start < clause.start for h in of_concept(sentence, "PLAN")
    ):
        return "planned"
    return "planned" if _only_wished(match, clause, sentence) else "asserted"


def _only_wished(match: Match, clause: Clause, sentence: Sequence[Hit]) -> bool:
    """Whether a head has the verb of what may come, and nothing says that it was brought about."""
    wished = of_concept(clause.hits, "SUBJUNCTIVE")
    own = [s for s in wished if match.head.start <= s.start <= match.head.end]
    done = (h for h in of_concept(sentence, "BROUGHT_ABOUT") if own and h.start < own[0].start)
    return bool(own) and not any(done)


def planned_at(match: Match, clause: Clause) -> bool:
    """Whether a title itself is of what is planned ('a draft treaty (1990)'), whatever its clause
    intends ('under the treaty of 1902 it promised to …')."""
    return any(_gap(cue, match) < _BESIDE for cue in of_concept(clause.hits, "PLAN"))


def undone(match: Match, clause: Clause) -> bool:
    """Whether a visit or a meeting that was planned is said not to have come about."""
    return match.frame.kind in CONTACTS and bool(of_concept(clause.hits, "UNDONE"))


def _behind(cue: Hit, match: Match) -> bool:
    """Whether a cue stands after the object of a participle."""
    return match.object is not None and cue.start >= match.object.end


def _bears_on(cue: Hit, match: Match, clause: Clause) -> bool:
    """Whether a cue can speak of a match: one whose value is `ahead` only does of what follows.

    A plan that is a `topic` is what a meeting is about: the meeting itself took place.
    A negation may also stand between a verb and its object ('opened no embassy').
    """
    if cue.unit.value in ("topic", "any") and match.frame.kind in _TALKING:
        return cue.unit.value == "any" and match.frame.kind in CONTACTS
    if cue.unit.value == "topic":
        return True
    if cue.unit.value != "ahead" or cue.start < match.head.start:
        return True
    if _happens(cue, match, clause):
        return True
    return cue.concept == "NOT" and match.object is not None and cue.start < match.object.start


def _happens(cue: Hit, match: Match, clause: Clause) -> bool:
    """'The visit will take place', 'the talks were not held': a noun whose verb follows the cue."""
    if not 0 <= cue.start - match.head.end <= _NEAR:
        return False
    verb = any(0 <= h.start - cue.end <= 2 for h in of_concept(clause.hits, "HOLD"))
    relatives = of_concept(clause.hits, "RELATIVE")
    return verb and not any(match.head.end <= r.start < cue.start for r in relatives)


def _governs(sentence: Sequence[Hit], clause: Clause) -> bool:
    """Hearsay that opens the sentence covers all of it."""
    return any(h.start < min(4, clause.start) for h in of_concept(sentence, "ALLEGE"))


def _within(cue: Hit, match: Match, clause: Clause) -> bool:
    """Near enough; a cue that the head is a part of ('talks on opening …') tells of others."""
    part = cue.start < match.head.start < cue.end < match.head.end and cue.unit.value != "ahead"
    return _gap(cue, match) <= 10 and not part


def _gap(cue: Hit, match: Match) -> int:
    """Words between a cue and the nearer of a match's own words."""
    ends = [match.head] + ([match.object] if match.object else [])
    return min(max(cue.start - e.end, e.start - cue.end, 0) for e in ends)
