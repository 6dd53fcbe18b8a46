"""The symbols that a form can begin with, so that it is tried only where it could match.

Reads the small part of regular expressions that forms are written in: characters, classes
without ranges or negation, groups, alternatives, look-arounds, `?`, `*`, `+` and `{m,n}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COUNT = re.compile(r"\{(\d+)(?:,\d*)?\}")
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_NEVER = "(?!)"


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a form: what it can begin with, whether it can be empty, where it ends."""

    firsts: frozenset[str]
    empty: bool
    end: int


def first_symbols(form: str) -> frozenset[str]:
    """The characters that a match of the form can begin with.

    >>> sorted(first_symbols("(?:a|b[cd])?(?=x)e+f"))
    ['a', 'b', 'e']
    """
    return _alternatives(form, 0).firsts


def _alternatives(form: str, start: int) -> _Part:
    part = _sequence(form, start)
    firsts, empty = part.firsts, part.empty
    while part.end < len(form) and form[part.end] == "|":
        part = _sequence(form, part.end + 1)
        firsts, empty = firsts | part.firsts, empty or part.empty
    return _Part(firsts, empty, part.end)


def _sequence(form: str, start: int) -> _Part:
    firsts: frozenset[str] = frozenset()
    at, empty = start, True
    while at < len(form) and form[at] not in "|)":
        part = _counted(form, _atom(form, at))
        if empty:
            firsts |= part.firsts
        empty = empty and part.empty
        at = part.end
    return _Part(firsts, empty, at)


def _atom(form: str, at: int) -> _Part:
    if form.startswith(_NEVER, at):
        return _Part(frozenset(), False, at + len(_NEVER))
    if form[at] == "(":
        looks = form.startswith(_LOOKS, at)
        inside = _alternatives(form, _opened(form, at))
        end = inside.end + 1
        return _Part(frozenset(), True, end) if looks else _Part(inside.firsts, inside.empty, end)
    if form[at] == "[":
        end = form.index("]", at)
        return _Part(frozenset(form[at + 1 : end].replace("\\", "")), False, end + 1)
    if form[at] == "\\":
        return _Part(frozenset(form[at + 1]), False, at + 2)
    return _Part(frozenset(form[at]), False, at + 1)


def _opened(form: str, at: int) -> int:
    for opening in ("(?<=", "(?<!", "(?:", "(?=", "(?!"):
        if form.startswith(opening, at):
            return at + len(opening)
    return at + 1


def _counted(form: str, part: _Part) -> _Part:
    mark = form[part.end : part.end + 1]
    if mark and mark in "?*+":
        return _Part(part.firsts, part.empty or mark != "+", part.end + 1)
    count = _COUNT.match(form, part.end)
    if count:
        return _Part(part.firsts, part.empty or count[1] == "0", count.end())
    return part
