"""States that were before: what is told of a predecessor is shown as the predecessor's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from legation.entities import states
from legation.entities.ends import gone_on
from legation.model.facts import Fact
from legation.reconciliation.asked import Question
from legation.reconciliation.authorities import INFERENCE, SUCCESSION
from legation.reconciliation.rules import rule


@cache
def predecessors(code: str) -> tuple[str, ...]:
    """The states that are gone and that a state continues, or took in, the latest first.

    One that broke away from them is none: Ukraine does not continue the Soviet Union.

    >>> predecessors("RUS"), predecessors("SRB"), predecessors("UKR")
    (('SUN',), ('SCG', 'YUG'), ())
    """
    gone = [s for s in states().values() if s.gone and s.successors and s.successors[0] == code]
    nearest = sorted(gone, key=lambda state: (-(state.end or 0), state.id))
    return tuple(old for state in nearest for old in (state.id, *predecessors(state.id)))


def pairs_before(a: str, b: str) -> list[tuple[str, str]]:
    """The pairs in which a predecessor stands for one of two parties, or for both.

    >>> pairs_before("IRN", "RUS")
    [('IRN', 'SUN')]
    """
    ways = [(x, y) for x in (a, *predecessors(a)) for y in (b, *predecessors(b))]
    return [pair for pair in ways if pair != (a, b) and len(set(pair)) == 2]


def last_day(a: str, b: str) -> date:
    """The last day on which two states, of which one is gone, were both there.

    >>> last_day("IRN", "SUN").isoformat()
    '1991-12-25'
    """
    ends = [end for code in (a, b) if (end := gone_on(code)) is not None]
    return min(ends) - timedelta(days=1)


@rule("told-of-a-predecessor", SUCCESSION)
def told_of_a_predecessor(asked: Question) -> Iterator[tuple[Question, str]]:
    """What is told of a state that is gone is not its heir's: on a day before its end it is shown
    as the predecessor's, later as how the predecessor's relations stood at its end."""
    for a, b in pairs_before(asked.a, asked.b):
        end = last_day(a, b)
        yield Question(a, b, min(asked.on, end)), end.isoformat()


@rule("undated-words-are-of-states-that-are", INFERENCE)
def undated_words_are_of_states_that_are(facts: Sequence[Fact], asked: Question) -> list[Fact]:
    """What is said without a date is said of no day before either of the two was a state, nor of
    one on which another stood in its place."""
    return [] if both_are_there(asked) else [fact for fact in facts if not fact.when]


def both_are_there(asked: Question) -> bool:
    """Whether both were states on the day asked for, and no other stood in the place of either."""
    return all(_there(code, asked.on) for code in asked.pair)


def _there(code: str, day: date) -> bool:
    known = states().get(code)
    if known and known.start and day.year < known.start:
        return False
    return not any(_stood_for(old, code, day) for old in predecessors(code))


def _stood_for(old: str, code: str, day: date) -> bool:
    """Whether a state that another continues, and did not merely take in, was there on a day."""
    gone, heir = states()[old], states()[code]
    continues = len(gone.successors) > 1 or (heir.start or 0) >= (gone.end or 0)
    numbered = bool(gone.all_cow or gone.all_gw)
    began = gone.start is None or gone.start <= day.year
    return continues and numbered and began and day <= last_day(code, old)
