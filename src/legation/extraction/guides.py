"""Guides: pages in which a state tells of its relations with another, chapter by chapter.

'Recognition', 'Consular Presence', 'Diplomatic Relations' are their chapters; below them stand
titles, each over a short paragraph. What nobody is named for, the state that keeps the guide does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.extraction.discourse import Theme
from legation.extraction.hits import of_concept
from legation.extraction.pack import Unit
from legation.extraction.phrases import Hit
from legation.extraction.timing import Dated
from legation.extraction.tokens import Token
from legation.model.claims import Claim
from legation.model.kinds import kinds
from legation.model.spans import Span

_CHAPTERS = 2
"""So many chapters of different sorts make a page a guide."""
_CLEAR = 1.3
"""The guide's other state is named this much oftener than any third."""
_LONGEST = 24
_SMALL = 3
"""Words of up to so many letters need no capital in a title."""
_TOLD_BY_TITLES = ("relations", "missions")
"""The families of kinds that a title may tell of where no sentence below it does."""


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


def keeper(told: Iterable[tuple[Sequence[Hit], Sequence[Sequence[Hit]]]]) -> str | None:
    """Whose guide it is: the state most often named before recognition, and before its missions.

    `told` are the concepts and the names of each sentence.
    """
    votes: Counter[str] = Counter()
    for concepts, names in told:
        heads = of_concept(concepts, "RECOGNIZE")[:1]
        posts = {h.start for h in of_concept(concepts, "MISSION", "ENVOY")}
        for alternatives in names:
            hit = alternatives[0]
            recognizes = hit.case != "obj" and any(hit.end <= head.start for head in heads)
            if hit.unit.type in ("state", "person") and (recognizes or hit.end in posts):
                votes[hit.unit.value] += 1
    return votes.most_common(1)[0][0] if votes else None


def guided(state: str | None, counts: Counter[str]) -> Theme | None:
    """What a guide of `state` is about, by how often each state is named; None where unclear.

    >>> guided("PER", Counter({"PER": 9, "HUN": 7, "AUT": 1})).states
    ('PER', 'HUN')
    """
    others = [(s, n) for s, n in counts.most_common() if s != state]
    if state is None or not others:
        return None
    third = others[1][1] if len(others) > 1 else 0
    if others[0][1] < _CLEAR * third:
        return Theme((state,), keeper=state)
    return Theme((state, others[0][0]), keeper=state)


def without_titles(claims: Sequence[Claim], titles: Sequence[Span]) -> list[Claim]:
    """The claims but for those of titles, save where the text below leaves them to the title.

    `titles` are in order of the text; below each stands what it is the title of.
    """
    kept = []
    for claim in claims:
        at = next((i for i, t in enumerate(titles) if t.covers(_place(claim))), None)
        if at is None:
            kept.append(claim)
            continue
        end = titles[at + 1].start if at + 1 < len(titles) else claim.source.end
        below = [c for c in claims if titles[at].end <= c.source.start < end]
        if below and _alone(claim, below):
            kept.append(claim)
    return kept


def _place(claim: Claim) -> Span:
    """Where a claim is said: the last of its words, as a name in it may stand above."""
    return Span(claim.source.end - 1, claim.source.end)


def _alone(claim: Claim, below: Sequence[Claim]) -> bool:
    family = kinds()[claim.kind].family
    told = {kinds()[c.kind].family for c in below}
    return claim.when is not None and family in _TOLD_BY_TITLES and family not in told
