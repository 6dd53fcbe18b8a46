"""A city and the state it lies in, said together, as one place."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from legation.extraction.phrases import Argument
from legation.extraction.tokens import Token

_COMMAS = ",،"


def with_countries(
    named: Sequence[Argument],
    tokens: Sequence[Token],
    skipped: Container[str] = (),
    verbs: Container[int] = (),
    joining: Container[str] = (),
) -> list[Argument]:
    """A city and the state after it between commas are one place: 'in Lima, Peru, was closed'.

    `verbs` are the tokens at which something is said: 'in Lima, Peru has …' are two. So are the
    last of cities joined by a word of `joining` and the next state: a clause may begin there.
    """
    found: list[Argument] = []
    for argument in named:
        city = found[-1] if found else None
        if argument.end in verbs and argument.type == "state":
            found.append(argument)
            continue
        if city is not None and _gloss(city, argument, tokens):
            closed = argument.end < len(tokens) and tokens[argument.end].text == ")"
            inner = city.inner or (city.start, city.end)
            found[-1] = replace(city, end=argument.end + 1, inner=inner) if closed else city
            continue
        if city is not None and _its_country(city, argument, tokens, joining):
            comma = argument.end < len(tokens) and tokens[argument.end].text in _COMMAS
            inner = city.inner or (city.start, city.end)
            end = argument.end + comma
            found[-1] = replace(city, end=end, inner=inner, states=argument.states)
        elif city is not None and _of_its_country(city, argument, found[:-1], tokens, skipped):
            found[-1] = replace(argument, states=city.states)
        else:
            found.append(argument)
    return found


def _of_its_country(
    state: Argument,
    city: Argument,
    before: Sequence[Argument],
    tokens: Sequence[Token],
    skipped: Container[str],
) -> bool:
    """'নরওয়ের অসলোতে', 'Norway's capital Oslo': a genitive that only says where a city lies."""
    theirs = set(city.states) | {country for country, _ in city.choices}
    listed = bool(before) and before[-1].type == state.type and state.start - before[-1].end == 1
    return (
        all(t.low in skipped for t in tokens[state.end : city.start])
        and state.type == "state"
        and (state.ending or state.case) == "gen"
        and city.type == "place"
        and not listed
        and bool(theirs & set(state.states))
    )


def _gloss(first: Argument, second: Argument, tokens: Sequence[Token]) -> bool:
    """'the Kingdom of Yemen (North Yemen)', 'Fort Lamy (now N'Djamena)': the same said again."""
    near = first.end < second.start <= first.end + 1 + (first.type == "place")
    beside = near and tokens[first.end].text == "("
    alike = first.type == second.type and first.type in ("state", "place")
    return beside and alike and first.states == second.states


def _its_country(
    city: Argument, state: Argument, tokens: Sequence[Token], joining: Container[str]
) -> bool:
    beside = state.start == city.end + 1 and tokens[city.end].text in _COMMAS
    if city.start > 0 and tokens[city.start - 1].low in joining:
        return False
    theirs = set(city.states) | {country for country, _ in city.choices}
    return (
        beside
        and city.type == "place"
        and state.type == "state"
        and bool(theirs & set(state.states))
    )
