"""Castings: who plays which role in what a match says, by the way its kind finds its roles."""

from __future__ import annotations

from legation.extraction.accreditation_roles import accreditation
from legation.extraction.directed_roles import directed
from legation.extraction.discourse import Memory
from legation.extraction.echoes import retold
from legation.extraction.envoy_roles import envoy
from legation.extraction.hits import of_concept
from legation.extraction.hosting import hosted
from legation.extraction.matching import Match
from legation.extraction.mission_roles import mission
from legation.extraction.other_roles import mediation, member, one_state, places
from legation.extraction.pack import Pack
from legation.extraction.party_roles import pair
from legation.extraction.phrases import Clause
from legation.extraction.protests import protest
from legation.extraction.recall_roles import expulsion, recall
from legation.extraction.roles import Casting
from legation.extraction.tokens import Sentence
from legation.model.kinds import kinds

_OF_OFFICES = {"mission": mission, "envoy": envoy, "accreditation": accreditation}
_AGENT = 2
"""'by' and an article stand between a deed and who did it."""
_OF_ONE = {"member": member, "state": one_state, "mediation": mediation, "protest": protest}


def cast(
    match: Match, clause: Clause, memory: Memory, pack: Pack, sentence: Sentence
) -> list[Casting]:
    """The castings of a match, one for each claim that it makes; none where nobody plays."""
    if again := retold(match, clause, memory):
        return again
    passive = _passive(match, clause, pack) and not _goes_on(match, sentence, pack)
    match match.frame.roles:
        case "pair":
            return pair(match, clause, memory, pack, passive)
        case "directed":
            key = match.frame.renamed or kinds()[match.frame.kind].key
            passive = passive or _by_agent(match, clause, pack)
            found = directed(match, clause, memory, pack, key, passive)
            return found or _recognized(match, clause, memory)
        case "hosted":
            return hosted(match, clause, memory, pack, passive)
        case roles if roles in _OF_OFFICES:
            return _OF_OFFICES[roles](match, clause, memory, pack, sentence.tokens)
        case "recall":
            return recall(match, clause, memory, pack)
        case "expulsion":
            return expulsion(match, clause, memory, pack)
        case "places":
            return places(match, clause)
        case roles:
            return _OF_ONE[roles](match, clause, memory)


def _passive(match: Match, clause: Clause, pack: Pack) -> bool:
    """'was recognised', 'به رسمیت شناخته شد': the one named before the verb suffers it.

    Where verbs come last the word stands after the head; who travels does so in any voice.
    """
    if match.frame.passive:
        return True
    hits = of_concept(clause.hits, "PASSIVE")
    if not hits:
        return False
    active = of_concept(clause.hits, "PLAN", "ACTIVE")
    hits = [h for h in hits if not any(a.start <= h.start and h.end <= a.end for a in active)]
    if pack.verb_last:
        after = any(0 <= h.start - match.head.end <= 2 for h in hits)
        return after and not match.frame.person
    own = (match.head.start, match.head.end)
    return any(0 <= own[0] - h.end <= 2 or (h.start, h.end) == own for h in hits)


def _goes_on(match: Match, sentence: Sentence, pack: Pack) -> bool:
    """'had been supplying': whether the verb's own ending says that its subject acts."""
    if match.frame.passive or not 0 <= match.head.start < len(sentence.tokens):
        return False
    return bool(pack.progressive) and sentence.tokens[match.head.start].low.endswith(
        pack.progressive
    )


def _by_agent(match: Match, clause: Clause, pack: Pack) -> bool:
    """'rebels armed by Peru', 'a blow by Peru': who is named right after 'by' acts alone."""
    if pack.verb_last or match.frame.person or match.frame.kind == "criticism":
        return False
    return any(g.case == "by" and 0 <= g.start - match.head.end <= _AGENT for g in clause.groups)


def _recognized(match: Match, clause: Clause, memory: Memory) -> list[Casting]:
    """'The new government was recognized in May': in a guide, by its keeper."""
    kept = memory.kept()
    told = match.frame.kind == "recognition" and of_concept(clause.hits, "PASSIVE")
    if kept is None or not told:
        return []
    return [Casting({"recognizer": kept[0], "recognized": kept[1]}, guessed=2)]
