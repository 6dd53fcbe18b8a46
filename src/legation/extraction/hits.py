"""The first pass over a sentence: which forms of the lexicon stand where."""

from __future__ import annotations

from collections.abc import Sequence, Set

from legation.extraction.pack import Pack
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

NAMES = ("state", "territory", "organisation", "person", "city")
_GRAMMAR = frozenset({"VERB", "PASSIVE"})
"""Concepts that say how a verb stands; they count inside longer ones too, as negation does
where it is a part of the verb."""
_SHOWN = _GRAMMAR | {"NOT"}
_TRANSPARENT = (
    "CARRY",
    "PLAN",
    "ALLEGE",
    "ACCREDIT",
    "UNDONE",
    "FOREIGN_AFFAIRS",
    "RELOCATE",
    "RAISE",
    "WITHIN",
    "ACTIVE",
    "SINCE",
    "SEVERALLY",
    "MISSIONS",
    "UNTIL",
)
"""Concepts that may hold another word with a meaning of its own ('agreed to open', 'through its
embassy in')."""
_LIGHT = (
    "TAKE_OFFICE",
    "BECOME",
    "APPOINT",
    "SERVE",
    "END_TENURE",
    "RECALL",
    "EXPEL",
    "RAISE",
    "OCCUPIED",
)
"""Concepts that may hold an office or a mission where verbs come last and are often a noun and a
light verb ('به ریاست جمهوری رسید')."""
_HELD = ("OFFICE", "ENVOY", "MISSION", "DIPLOMAT", "GOVERNMENT")
_LONG = 6
_RANK = {name: rank for rank, name in enumerate(NAMES)}


def find_hits(
    tokens: Sequence[Token], pack: Pack, dated: Sequence[tuple[int, int]]
) -> tuple[list[Hit], list[list[Hit]], list[Hit]]:
    """The concepts, the names (alternatives of one place together) and the markers of a sentence.

    `dated` are the runs of tokens that dates cover: no word in them means anything else.
    """
    concepts: list[Hit] = []
    named: list[Hit] = []
    markers: list[Hit] = []
    taken = {i for start, end in dated for i in range(start, end)} if dated else set()
    at, stems = pack.trie.at, pack.stems
    for i in range(len(tokens)):
        for end, case, unit in at(tokens, i, stems):
            if taken and not taken.isdisjoint(range(i, end)):
                continue
            hit = Hit(i, end, unit, case)
            if unit.type == "concept":
                concepts.append(hit)
            elif unit.type in NAMES:
                if _written_as_name(tokens, hit, pack):
                    named.append(hit)
            else:
                markers.append(hit)
    if pack.government:
        concepts = _not_markers(concepts, markers)
    named = _persons_apart(_unmasked(named, concepts), [*concepts, *markers], tokens, pack)
    chosen = _leftmost_longest(named)
    return _outermost(concepts, [c[0] for c in chosen], pack), chosen, _longest_markers(markers)


def _not_markers(concepts: list[Hit], markers: list[Hit]) -> list[Hit]:
    """The concepts without words that only look like an inflected form and are prepositions."""
    fixed = {(m.start, m.end) for m in markers}
    return [h for h in concepts if not (h.case and (h.start, h.end) in fixed)]


def _written_as_name(tokens: Sequence[Token], hit: Hit, pack: Pack) -> bool:
    """Capitals tell 'Turkey' from 'turkey' and 'US' from 'us' where the script has them."""
    if hit.unit.exact:
        return _capital_letters(_surface(tokens, hit), declined=bool(hit.case))
    if not pack.cased:
        return True
    if hit.unit.form == "prefix" and pack.government:
        return not hit.case and hit.end < len(tokens) and tokens[hit.end].text == "-"
    if hit.unit.form in pack.uncapitalised:
        return True
    return tokens[hit.start].text[0].isupper() or tokens[hit.start].text[0].isdigit()


def _capital_letters(word: str, declined: bool) -> bool:
    """Whether a word is spelt as an abbreviation: 'WTO', 'AfDB', or, if it is long, 'Interpol'.

    Not where an ending makes it long: 'Андрей' is no 'АНДР'.
    """
    capitals = sum(c.isupper() for c in word)
    long = len(word) >= _LONG and not declined
    return capitals > 1 or word.upper() == word or (capitals == 1 and long)


def _surface(tokens: Sequence[Token], hit: Hit) -> str:
    return "".join(t.text for t in tokens[hit.start : hit.end])


def _unmasked(named: list[Hit], concepts: list[Hit]) -> list[Hit]:
    """Names that are not inside a phrase that only sounds like one ('Persian Gulf')."""
    masks = of_concept(concepts, "MASK")
    return [h for h in named if not any(_inside(h, m) for m in masks)] if masks else named


def _persons_apart(
    named: list[Hit], others: Sequence[Hit], tokens: Sequence[Token], pack: Pack
) -> list[Hit]:
    """The names without persons whose names are a part of another's or of a thing's."""
    if not pack.cased or not any(h.unit.type == "person" for h in named):
        return named
    places = [h for h in named if h.unit.type != "person"]
    known = {i for h in [*others, *places] for i in range(h.start, h.end)}
    return [h for h in named if h.unit.type != "person" or _apart(tokens, h, known, pack)]


def _apart(tokens: Sequence[Token], hit: Hit, known: Set[int], pack: Pack) -> bool:
    """Not 'Carter Center', nor 'Grace Mugabe': no strange capitalised word stands beside it."""
    beside = [hit.end] if hit.end - hit.start > 1 else [hit.start - 1, hit.end]
    return not any(
        0 <= i < len(tokens)
        and tokens[i].text[0].isupper()
        and i not in known
        and tokens[i].low not in pack.separators
        and tokens[i].low not in pack.conjunctions
        and tokens[i].low not in pack.skipped
        for i in beside
    )


def _leftmost_longest(named: list[Hit]) -> list[list[Hit]]:
    """Names that do not overlap, with every identity that the same words could mean."""
    ordered = sorted(named, key=lambda h: (h.start, -h.end, bool(h.case), _RANK[h.unit.type]))
    chosen: list[list[Hit]] = []
    for hit in ordered:
        if chosen and hit.start < chosen[-1][0].end:
            first = chosen[-1][0]
            if (hit.start, hit.end) == (first.start, first.end):
                chosen[-1].append(hit)
            continue
        chosen.append([hit])
    return chosen


def _outermost(concepts: list[Hit], names: list[Hit], pack: Pack) -> list[Hit]:
    """Concepts that stand in no longer concept or name ('trade' in 'trade office')."""
    solid = [c for c in concepts if c.unit.concept not in _TRANSPARENT]
    longer = _covering([*solid, *names])
    kept: list[Hit] = []
    shown = _SHOWN if pack.verb_last else _GRAMMAR
    for hit in sorted(concepts, key=lambda h: (h.start, -h.end)):
        if hit.unit.concept not in shown and (over := longer.get(hit.start)):
            held = pack.verb_last and hit.unit.concept in _HELD
            over = [o for o in over if o.unit.concept not in _LIGHT] if held else over
            if any(_inside(hit, other) for other in over):
                continue
        kept.append(hit)
    return _one_a_concept(kept)


def _covering(hits: Sequence[Hit]) -> dict[int, list[Hit]]:
    """The hits of several tokens by each token that they cover: what else stands in them."""
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.end - hit.start > 1:
            for i in range(hit.start, hit.end):
                found.setdefault(i, []).append(hit)
    return found


def _inside(hit: Hit, other: Hit) -> bool:
    """Whether a hit stands in a longer one; a verb hides no word that begins it."""
    if other.unit.concept == "VERB" and hit.start == other.start:
        return False
    wider = other.end - other.start > hit.end - hit.start
    return wider and other.start <= hit.start and hit.end <= other.end


def _one_a_concept(hits: list[Hit]) -> list[Hit]:
    """One hit of a value at a place, and no mission that begins inside another."""
    seen: set[tuple[int, str, str]] = set()
    kept: list[Hit] = []
    ends: dict[str, int] = {}
    for hit in hits:
        if hit.unit.concept == "MISSION" and ends.get("MISSION", 0) > hit.start:
            continue
        ends[hit.unit.concept] = hit.end
        key = (hit.start, hit.unit.concept, hit.unit.value)
        if key not in seen:
            seen.add(key)
            kept.append(hit)
    return kept


def _longest_markers(markers: list[Hit]) -> list[Hit]:
    longer = _covering(markers)
    kept: list[Hit] = []
    for hit in sorted(markers, key=lambda h: (h.start, -h.end)):
        over = longer.get(hit.start, ())
        if not any(o.unit.type == hit.unit.type and _inside(hit, o) for o in over):
            kept.append(hit)
    return kept


def of_concept(hits: Sequence[Hit], *concepts: str) -> list[Hit]:
    """The hits of some concepts, in order."""
    found: list[Hit] = []
    for hit in hits:
        if hit.unit.concept in concepts:
            found.append(hit)
    return found
