"""What the roles of claims hold: a party, a city, a person, a thing, or one of a few words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

from legation.model.tables import read_table

Holding = Literal["party", "parties", "city", "cities", "person", "persons", "thing", "word"]


@cache
def holdings() -> Mapping[str, Holding]:
    """What each role holds, by the name of the role.

    >>> holdings()["host"], holdings()["parties"], holdings()["title"]
    ('party', 'parties', 'thing')
    """
    held = read_table("legation.model", "roles.yaml")["holds"]
    return MappingProxyType({role: what for what in get_args(Holding) for role in held[what]})


def holding(kind: str, role: str) -> Holding:
    """What a role of a kind holds; where only certain words may stand, it is one of these.

    >>> holding("trade", "value"), holding("tenor", "value")
    ('thing', 'word')
    """
    return "word" if allowed(kind, role) else holdings()[role]


def allowed(kind: str, role: str) -> tuple[str, ...]:
    """The words that alone may stand in a role of a kind; empty where any may.

    >>> allowed("tenor", "value"), allowed("trade", "value")
    (('good', 'bad', 'mixed'), ())
    """
    return _only().get(f"{kind}.{role}", ())


@cache
def _only() -> Mapping[str, tuple[str, ...]]:
    rows = read_table("legation.model", "roles.yaml")["only"]
    return MappingProxyType({name: tuple(words) for name, words in rows.items()})
