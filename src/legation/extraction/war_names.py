"""Names of wars and of treaties: what is in them is part of a name, not of what is said."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.hits import of_concept
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Hit
from legation.extraction.tokens import Token

_ADJECTIVE = 2
"""So many words, parts of one, may stand between a war and the two who wage it."""
_TREATIES = ("AGREEMENT", "CEASEFIRE", "PEACE")


def name_wars(named: Sequence[Argument], concepts: Sequence[Hit], pack: Pack) -> None:
    """'the Iran-Iraq War', 'the Korean War': the states are part of a name, not of the sentence."""
    told = of_concept(concepts, "WAR", "WAR_TIME")
    if not told:
        return
    wars = {h.start for h in told}
    for argument in reversed(named):
        beside = argument.end in wars and not pack.genitive_after
        joined = any(a.type == "event" and a.start == argument.end + 1 for a in named)
        if (beside or joined) and argument.case in ("", "gen", "of", "in", "on", "after_"):
            argument.type = "event"
    if pack.genitive_after:
        _name_wars_before(named, concepts)


def _name_wars_before(named: Sequence[Argument], concepts: Sequence[Hit]) -> None:
    """'جنگ ایران و عراق': the same where the states follow the word for war."""
    ends = {h.end for h in of_concept(concepts, "WAR", "WAR_TIME")}
    for argument in named:
        joined = any(a.type == "event" and a.end + 1 == argument.start for a in named)
        near = {argument.start - i for i in range(1, _ADJECTIVE + 1)} & ends
        beside = argument.start in ends or (bool(near) and _two(argument, named))
        if (beside or joined) and argument.case in ("", "gen"):
            argument.type = "event"


def _two(argument: Argument, named: Sequence[Argument]) -> bool:
    """'جنگ‌های پیاپی پرو و شیلی': two names may stand behind an adjective, as one would not."""
    other = any(a.start == argument.end + 1 and a.type == argument.type for a in named)
    return other and argument.case == "gen"


def name_treaties(
    named: Sequence[Argument], concepts: Sequence[Hit], tokens: Sequence[Token], pack: Pack
) -> None:
    """'the Algiers Agreement', 'the Treaty of Oslo': the place of a treaty's name signs nothing.

    Where capitals tell a name, only in one: 'the Algiers agreement' may be the government's.
    """
    if not pack.cased:
        _name_treaties_before(named, concepts, pack)
        return
    titles = [h for h in of_concept(concepts, *_TREATIES) if tokens[h.start].text[0].isupper()]
    starts, ends = {h.start for h in titles}, {h.end for h in titles}
    for argument in named:
        if argument.type != "place" or argument.form == "adjective":
            continue
        after = argument.case == "of" and argument.start - 1 in ends
        if after or (argument.end in starts and argument.case != "gen"):
            argument.form, argument.case = "city", "in"


def _name_treaties_before(named: Sequence[Argument], concepts: Sequence[Hit], pack: Pack) -> None:
    """'عهدنامهٔ پاریس': a capital right after a treaty is its name, and speaks for nobody, if no
    other is joined to it; where genitives follow."""
    ends = {h.end for h in of_concept(concepts, "AGREEMENT")}
    if not ends or not pack.genitive_after:
        return
    starts = {a.start for a in named}
    for argument in named:
        alone = argument.end + 1 not in starts
        if argument.form == "capital" and argument.start in ends and alone:
            argument.form = "city"
