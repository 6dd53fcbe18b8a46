"""Guides: pages in which a state tells of its relations with another, chapter by chapter.

'Recognition', 'Consular Presence', 'Diplomatic Relations' are their chapters; below them stand
titles, each over a short paragraph. What nobody is named for, the state that keeps the guide does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from legation.entities import states
from legation.extraction.dated import Dated
from legation.extraction.discourse import Theme
from legation.extraction.hits import of_concept
from legation.extraction.lexicon import Unit
from legation.extraction.phrases import Hit
from legation.extraction.title_claims import told_by_title
from legation.extraction.tokens import Token
from legation.model.claims import Claim
from legation.model.spans import Span

_CHAPTERS = 2
"""So many chapters of different sorts make a page a guide."""
_RECOGNIZES = 3
"""So many votes has a state that recognizes, of those whose guide it may be."""
_KNOWN = 9
"""... and so many one that is known to keep guides."""
_CLEAR = 1.3
"""The guide's other state is named this much oftener than any third."""
_PASSING = 3
"""A state that is gone stands for its family if it is named this part of the times at least."""
_LONGEST = 24
_SMALL = 3
"""Words of up to so many letters need no capital in a title."""


def chapter(tokens: Sequence[Token], concepts: Sequence[Hit]) -> str:
    """Which chapter a line is the title of; empty where it says more, or is none."""
    hits = of_concept(concepts, "CHAPTER")
    words = sum(t.text.isalnum() for t in tokens)
    return next((h.unit.value for h in hits if h.end - h.start == words and h.start == 0), "")


def is_guide(chapters: Iterable[str]) -> bool:
    """Whether the chapters of a page are those of a guide.

    >>> is_guide(["summary", "recognition", ""]), is_guide(["relations", "relations"])
    (True, False)
    """
    return len({c for c in chapters if c}) >= _CHAPTERS


def is_title(tokens: Sequence[Token], dates: Sequence[Dated] = ()) -> bool:
    """Whether a line is written as titles are: 'Opening of the Consulate in Lima – 1911 to 1920'.

    Every word of some length has its capital, but for those of its dates.
    """
    dated = {i for d in dates for i in range(d.start, d.end)}
    words = [t.text for i, t in enumerate(tokens) if t.text[0].isalpha() and i not in dated]
    if not words or len(tokens) > _LONGEST or not words[0][0].isupper():
        return False
    return all(w[0].isupper() or len(w) <= _SMALL for w in words)


def with_posts(concepts: Sequence[Hit]) -> list[Hit]:
    """The concepts of a guide's sentence, where a minister is an envoy, not one of a cabinet."""
    posts = {(h.start, h.end): h for h in of_concept(concepts, "POST")}
    kept = []
    for hit in concepts:
        if hit.concept == "POST":
            unit = Unit("concept", "ENVOY", hit.unit.value)
            kept.append(replace(hit, unit=unit))
        elif (hit.start, hit.end) not in posts or hit.concept not in ("OFFICE", "ENVOY"):
            kept.append(hit)
    return kept


def keeper(
    told: Iterable[tuple[Sequence[Hit], Sequence[Sequence[Hit]]]], known: Iterable[str] = ()
) -> str | None:
    """Whose guide it is: the state most often named before recognition, and before its missions.

    `told` are the concepts and the names of each sentence, `known` the states that are known to
    keep guides in the language.
    """
    votes: Counter[str] = Counter()
    for concepts, names in told:
        heads = of_concept(concepts, "RECOGNIZE")[:1]
        posts = {h.start for h in of_concept(concepts, "MISSION", "ENVOY")}
        for alternatives in names:
            hit = alternatives[0]
            if hit.unit.type in ("state", "person"):
                recognizes = hit.case != "obj" and any(hit.end <= head.start for head in heads)
                votes[hit.unit.value] += _RECOGNIZES * recognizes + (hit.end in posts)
    for state in known:
        votes[state] += _KNOWN * (state in votes)
    return votes.most_common(1)[0][0] if votes else None


def guided(state: str | None, counts: Counter[str]) -> Theme | None:
    """What a guide of `state` is about, by how often each state is named; None where unclear.

    >>> guided("PER", Counter({"PER": 9, "HUN": 7, "AUT": 1})).states
    ('PER', 'HUN')
    """
    others = [(s, n) for s, n in counts.most_common() if s != state]
    if state is None or not others:
        return None
    family = _family(others[0][0], counts)
    first = next((s for s, n in others if s in family and _ruled(s, n, others[0][1])), others[0][0])
    third = next((n for s, n in others if s not in family and s in states()), 0)
    if others[0][1] < _CLEAR * third:
        return Theme((state,), keeper=state)
    return Theme((state, first), keeper=state)


def concerns(theme: Theme, sender: object, host: object) -> bool:
    """Whether a mission or an envoy is of the two states of a guide, or those they came of.

    >>> peru = Theme(("PER", "CSK"), keeper="PER")
    >>> concerns(peru, "CZE", "PER"), concerns(peru, "SWE", "PER"), concerns(Theme(), "SWE", "PER")
    (True, False, True)

    The keeper's own may be in a city that is another state's today.
    """
    if theme.keeper is None or theme.dyad is None:
        return True
    a, b = theme.dyad
    abroad = host == b or not kin(host, (a,))
    return (kin(sender, (a,)) and abroad) or (kin(sender, (b,)) and host == a)


def _family(code: str, named: Iterable[str]) -> set[str]:
    """A state with those named that it came of, and the others that came of them."""
    gone = [s for s in named if s in states() and code in {s, *states()[s].successors}]
    return {code} | {heir for s in gone for heir in (s, *states()[s].successors)}


def _ruled(code: str, times: int, most: int) -> bool:
    """Whether a state of a family is one that is gone and is not only named in passing."""
    return code in states() and states()[code].gone and times * _PASSING >= most


def kin(code: object, about: Iterable[str]) -> bool:
    """Whether a state is one of some, or came before or after one of them."""
    if not isinstance(code, str) or code not in states():
        return isinstance(code, str)
    own = {code, *states()[code].successors}
    return any(own & {other, *states()[other].successors} for other in about)


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a guide: where it stands, and the concepts in it."""

    span: Span
    concepts: frozenset[str]


def below(claims: Sequence[Claim], titles: Sequence[Title]) -> list[Claim]:
    """The claims of a guide, as the titles above them have it, and but for those of the titles.

    A title tells something of its own where the text below leaves it to the title. `titles` are
    in order of the text; below each stands what it is the title of.
    """
    kept: list[Claim] = []
    starts = [t.span.start for t in titles]
    for claim in claims:
        at = bisect_right(starts, claim.source.end - 1) - 1
        if at < 0:
            kept.append(claim)
        elif not titles[at].span.covers(_place(claim)):
            kept.append(_again(claim, titles[at], kept))
        else:
            end = starts[at + 1] if at + 1 < len(starts) else claim.source.end
            text = [c for c in claims if titles[at].span.end <= c.source.start < end]
            if (own := told_by_title(claim, text)) is not None:
                kept.append(own)
    return kept


def _again(claim: Claim, title: Title, before: Sequence[Claim]) -> Claim:
    """'Reopening of the Embassy' above 'The Embassy was opened on …': it was opened again."""
    if claim.kind != "mission_opened" or not title.concepts & {"REOPEN", "RESTORE"}:
        return claim
    sides = _sides(claim)
    ended = any(c.kind == "mission_closed" and _sides(c) == sides for c in before)
    severed = any(c.kind == "relations_severed" for c in before)
    told = "REOPEN" in title.concepts and "MISSION" in title.concepts
    return replace(claim, kind="mission_reopened") if told or ended or severed else claim


def _sides(claim: Claim) -> set[str]:
    return {str(claim.roles.get(role)) for role in ("sender", "host")}


def _place(claim: Claim) -> Span:
    """Where a claim is said: the last of its words, as a name in it may stand above."""
    return Span(claim.source.end - 1, claim.source.end)
