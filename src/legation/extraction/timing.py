"""Which date belongs to what is said, and how it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from legation.extraction.date_runs import gap, in_a_row, run_of
from legation.extraction.dated import CONTACTS, Dated, When
from legation.extraction.discourse import Memory
from legation.extraction.hits import of_concept
from legation.extraction.matching import Match
from legation.extraction.onward import lasting, value_of
from legation.extraction.pack import Pack
from legation.extraction.phrases import Clause
from legation.extraction.tenures import of_a_post
from legation.extraction.tokens import Token
from legation.model.kinds import kinds

_BEGINNINGS = ("JOIN", "CREDENTIALS")
"""Heads that tell how a state of affairs began, so that 'since 1962' is when it did."""
_BEGUN = ("membership", "sister_cities")
"""Kinds of which a date since which they last tells when they began."""
_APART = ",،;.:"

_STEPS = (
    *("mission_opened", "mission_reopened", "mission_closed", "mission_relocated"),
    "envoy_recalled",
)
"""What comes about in the year of which a guide's title or the sentence before it tells."""
_YEAR = re.compile(r"\d{4}")
_TURN = re.compile(r"\d{4}(-\d{2})?")
_TURNS = ("improving", "worsening")
"""Values of a tenor that tell of a change, which has its day as events have."""
_RESUMES = 3
"""So near after an aside the date stands of what it was said of ('the war, which …, lasted')."""
_NEW = ";.:।؛"
_TOGETHER = 3
"""So many words may stand between two dates that are said together ('on 2 and on 3 May')."""
_MONTH = len("2000-01")


def whens(
    match: Match,
    clause: Clause,
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    memory: Memory,
    pack: Pack,
    others: Sequence[Match],
) -> list[When]:
    """The dates of a match: several where the text lists several, one empty where it gives none."""
    inside = _inside(match, clause, dates, tokens, pack, others)
    if inside:
        return _in_all(
            match, [when_of(d, match) for d in run_of(inside, match, clause, tokens, pack)]
        )
    if match.background:
        return [When()]
    if (since := lasting(match, clause, dates)) is not None:
        return [when_of(since, match)]
    after = [d for d in dates if d.start >= clause.end]
    if after and match.shares and match.frame.kind in _STEPS:
        return [when_of(after[0], match)]
    before = [d for d in dates if d.start < clause.start and d.tells(match)]
    before = [] if of_concept(clause.hits, "SINCE") and _tied(match) else before
    if before and (not _tied(match) or match.head.unit.value in _TURNS or _imposed(match, clause)):
        return [_at_its_end(when) for when in _last_of(before, match, tokens)]
    if memory.date and not _tied(match) and of_concept(clause.hits, "CARRY"):
        after = []
    if after and _told_after(match, clause, after[0]):
        return [when_of(after[0], match)]
    if memory.date and _carries(match, clause, memory):
        return [When(memory.date, "carried")]
    if match.frame.kind == "accreditation" and memory.theme.keeper and len(dates) == 1:
        return [when_of(dates[0], match)]
    return [_about(match, memory)]


def _told_after(match: Match, clause: Clause, dated: Dated) -> bool:
    """Whether a date of a later clause is that of a match too."""
    if match.shares and (not _tied(match) or dated.mention.relation == "between"):
        return True
    return not _tied(match) and _while(clause)


def _inside(
    match: Match,
    clause: Clause,
    dates: Sequence[Dated],
    tokens: Sequence[Token],
    pack: Pack,
    others: Sequence[Match],
) -> list[Dated]:
    """The dates of its own clause that a match may have."""
    inside = [d for d in dates if clause.start <= d.start < clause.end]
    if not inside and match.frame.kind == "war":
        inside = [d for d in dates if _resumes(d, clause, tokens)][:1]
    inside = [d for d in inside if not of_a_post(d, match, clause)]
    inside = [d for d in inside if d.tells(match)] or inside
    inside = [d for d in inside if not _anothers(d, match, others)] or inside
    inside = [d for d in inside if not _names(d, match, clause, tokens, pack)] or inside
    return [d for d in inside if not _of_participle(d, match, tokens, pack)]


def _resumes(dated: Dated, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a date stands right after an aside, and nothing new has begun before it."""
    between = tokens[clause.end - 1 : dated.start]
    return 0 <= dated.start - clause.end <= _RESUMES and not any(t.text in _NEW for t in between)


def _about(match: Match, memory: Memory) -> When:
    """The year of what stands above, about which a guide tells what it gives no date for.

    What comes of relations that are cut or resumed, comes in the same month.
    """
    stepped = match.frame.kind in _STEPS or match.head.concept == "BECOME"
    if memory.theme.keeper is None or not stepped or not memory.date:
        return When()
    turned = memory.event and kinds()[memory.event].family == "relations"
    year = (_TURN if turned else _YEAR).match(memory.date)
    return When(f"{year[0]}~", "carried") if year else When()


def _in_all(match: Match, dates: list[When]) -> list[When]:
    """Days in a row, and decades in which something lasted, as the one time they are."""
    if kinds()[match.frame.kind].aspect == "state" and len(dates) > 1:
        return [replace(dates[0], value=f"{dates[0].value}/{dates[-1].value}")]
    return in_a_row(dates)


def _last_of(before: Sequence[Dated], match: Match, tokens: Sequence[Token]) -> list[When]:
    """The last of the dates said before; of two days in a row, said together, the one time they
    are."""
    between = tokens[before[-2].end : before[-1].start] if len(before) > 1 else ()
    listed = 0 < len(between) <= _TOGETHER and not any(t.text in _NEW for t in between)
    together = in_a_row([when_of(d, match) for d in before[-2 if listed else -1 :]])
    return together[-1:]


def _at_its_end(when: When) -> When:
    """'They served until 1975, when …': what happened is told of the end of the years before."""
    start, _, end = (when.value or "").partition("/")
    if start == ".." and end not in ("", ".."):
        return replace(when, value=end)
    lasted = start not in ("", "..") and end not in ("", "..") and len(end) <= _MONTH
    return replace(when, value=end) if lasted else when


def _names(dated: Dated, match: Match, clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Where owners wear an ending, whether a date only tells a treaty: '১৮৩৯ সালের চুক্তি'."""
    owns = any(case == "gen" for _, case in pack.stems(tokens[dated.end - 1].low))
    if not owns or not pack.verb_last or pack.genitive_after:
        return False
    of = [h for h in of_concept(clause.hits, "AGREEMENT") if 0 <= h.start - dated.end <= 1]
    return any(h.start not in (match.head.start, match.object and match.object.start) for h in of)


def _tied(match: Match) -> bool:
    """States of affairs have no date but their own."""
    return kinds()[match.frame.kind].aspect == "state"


def _imposed(match: Match, clause: Clause) -> bool:
    """'On 3 May Peru took sides, and sanctions came into force': a verb of what befell tells it."""
    return match.frame.kind == "sanction" and bool(of_concept(clause.hits, "BEFALLS"))


def _of_participle(dated: Dated, match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """'imposed sanctions, lifted in 2014': a date of a participle that opens after a comma."""
    if pack.government is None or dated.start < match.end:
        return False
    commas = [i for i in range(match.end, dated.start - 1) if tokens[i].text == ","]
    opens = commas[-1] + 1 if commas else 0
    return bool(opens) and tokens[opens].low in pack.government.describing


def _anothers(dated: Dated, match: Match, others: Sequence[Match]) -> bool:
    """Whether a date stands nearer to another head of the clause."""
    mine = gap(dated, match)
    rivals = [o for o in others if o.head.start != match.head.start]
    return any(gap(dated, o) + 2 < mine for o in rivals)


def when_of(dated: Dated, match: Match) -> When:
    """The date of a mention as a claim of the match's kind takes it."""
    value = value_of(dated, match)
    if value is None:
        return When()
    aspect = kinds()[match.frame.kind].aspect
    relation = dated.mention.relation
    begins = (
        aspect == "event" or match.frame.kind in _BEGUN or match.head.unit.concept in _BEGINNINGS
    )
    if begins and not match.frame.lasts and "/" in value and relation in ("from", "until"):
        value = value.removesuffix("/..").removeprefix("../")
    return When(value, dated.mention.basis, dated)


def _while(clause: Clause) -> bool:
    """Whether the next clause says when: 'the legation came into being when he arrived in May'."""
    return any(h.end == clause.end for h in of_concept(clause.hits, "WHEN"))


def _carries(match: Match, clause: Clause, memory: Memory) -> bool:
    """Whether a sentence with no date goes on with the event told before."""
    if match.frame.kind in CONTACTS and memory.event in CONTACTS:
        return True
    if match.head.concept == "VOTE":
        return True
    return bool(of_concept(clause.hits, "CARRY")) and not _tied(match)


def beside(
    argument_ends: Sequence[int], dates: Sequence[Dated], tokens: Sequence[Token]
) -> list[Dated]:
    """The dates in brackets right after a name: its own, in a list of names ('Angola (1977)')."""
    opened = [end for end in argument_ends if end < len(tokens) and tokens[end].text == "("]
    for end in opened:
        for i, dated in enumerate(dates):
            if end <= dated.start <= end + 2:
                return _bracketed(dates[i:], tokens)
    return []


def _bracketed(dates: Sequence[Dated], tokens: Sequence[Token]) -> list[Dated]:
    """The first of some dates, with those before the bracket closes."""
    closing = (i for i in range(dates[0].end, len(tokens)) if tokens[i].text == ")")
    end = next(closing, dates[0].end)
    return [d for d in dates if d.start < end]


def entitled(
    match: Match, dates: Sequence[Dated], tokens: Sequence[Token], others: Sequence[Match]
) -> Dated | None:
    """The date that stands with a title, and no verb: 'Trade agreement (1953)'.

    None where a predicate of the clause has the title for its object.
    """
    if any(o.object is not None and o.object.start == match.head.start for o in others):
        return None
    for dated in dates:
        between = tokens[match.head.end : dated.start]
        if 0 <= dated.start - match.head.end <= match.frame.beside:
            outside = takewhile(lambda t: t.text != "(", between)
            apart = any(t.text in _APART for t in outside)
            return None if apart else dated
    return None
