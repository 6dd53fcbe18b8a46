"""The date nearest to what is said, with those listed beside it: 'in 1998 and 2006'."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date

from legation.extraction.dated import Dated, When
from legation.extraction.frames import heads
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_COMMA = 4
_SHORT = 3


def run_of(
    inside: Sequence[Dated], match: Match, clause: Clause, tokens: Sequence[Token], pack: Pack
) -> list[Dated]:
    """The nearest date with those listed beside it."""
    joined = _joined_verbs(match, clause, tokens, pack)
    nearest = min(
        inside,
        key=lambda d: (
            gap(d, match) + _apart(d, match, tokens) + _COMMA * any(d.start > j for j in joined),
            d.start,
        ),
    )
    at = inside.index(nearest)
    low = high = at
    heads_at = {h.start for h in clause.hits if h.unit.concept in {*heads(), "VERB", "MASK"}}
    while low > 0 and _listed(inside[low - 1], inside[low], tokens, pack, heads_at):
        low -= 1
    while high + 1 < len(inside) and _listed(
        inside[high], inside[high + 1], tokens, pack, heads_at
    ):
        high += 1
    run = list(inside[low : high + 1])
    if kinds()[match.frame.kind].aspect == "state" and _decades(run):
        return run
    if kinds()[match.frame.kind].aspect == "event" or match.frame.kind == "war":
        return run
    return [nearest]


def _decades(run: Sequence[Dated]) -> bool:
    """'in the 1970s and 1980s', 'in the 17th and 18th centuries'."""
    return len(run) > 1 and all((d.mention.when or "").endswith("X") for d in run)


def gap(dated: Dated, match: Match) -> int:
    """How many words part a date from what is said."""
    return max(dated.start - match.end, match.start - dated.end, 0)


def _apart(dated: Dated, match: Match, tokens: Sequence[Token]) -> int:
    """What commas between a date and a match add to the words between them."""
    between = tokens[min(dated.end, match.end) : max(dated.start, match.start)]
    return _COMMA * sum(t.text in ",،" for t in between)


def _joined_verbs(match: Match, clause: Clause, tokens: Sequence[Token], pack: Pack) -> list[int]:
    """Where 'and' follows the verb of a match: what comes after it is said of something else."""
    if not pack.verb_last:
        return []
    ends = (h.end for h in of_concept(clause.hits, "VERB") if h.end >= match.head.end)
    return [e for e in ends if e < clause.end and tokens[e].low in pack.conjunctions]


def _plain(token: Token, pack: Pack) -> bool:
    """Whether a token is a word of a sentence, and no name, preposition or conjunction."""
    low = token.low
    fixed = low in pack.conjunctions or low in pack.skipped or low in pack.nameless
    return token.text.islower() and len(low) > _SHORT and not fixed


def _listed(
    one: Dated, other: Dated, tokens: Sequence[Token], pack: Pack, heads_at: Set[int]
) -> bool:
    """'in 1998 and 2006', 'in Manila in 2012 and in Ankara in 2018'."""
    if one.mention.basis != other.mention.basis and other.start - one.end <= 2:
        return False
    heads_between = any(one.end <= at < other.start for at in heads_at)
    outside = _outside_brackets(tokens[one.end : other.start])
    between = [t.low for t in outside]
    if pack.government and sum(_plain(t, pack) for t in outside) > 1:
        return False
    if len(between) <= 5 and any(w in pack.conjunctions for w in between) and not heads_between:
        return True
    joins = all(w in pack.conjunctions or w in pack.skipped or w in "(" for w in between)
    return joins or (len(between) == 2 and between[0] in pack.conjunctions)


def _outside_brackets(words: Sequence[Token]) -> list[Token]:
    """Some words without those that brackets close in: 'in 1890 (Ruiz – Soto), 1897 (…)'."""
    opened = next((i for i, t in enumerate(words) if t.text == "("), len(words))
    closed = next((i for i, t in enumerate(words) if t.text == ")"), -1)
    return list(words) if closed < opened else [*words[:opened], *words[closed + 1 :]]


def in_a_row(dates: Sequence[When]) -> list[When]:
    """Two days that follow each other ('on 11 and 12 May') as the one time they are."""
    if len(dates) != 2:
        return list(dates)
    first, second = (_day(d.value) for d in dates)
    if first is None or second is None or (second - first).days != 1:
        return list(dates)
    return [replace(dates[0], value=f"{dates[0].value}/{dates[1].value}")]


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
