"""Missions and offices that go by several names, and which of them are one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from legation.model.claims import RoleValue
from legation.model.tables import read_table
from legation.reconciliation.sameness import first_name

HEAD, CHARGE = "head of mission", "chargé d'affaires"
"""The classes of offices whose holder represents his state."""

_APART = re.compile(r"[\s_\-]+")
_MARKS = re.compile(r"['’ʼ.]")


@dataclass(frozen=True, slots=True)
class MissionClass:
    """A class of missions; `one_per_host`: its city is no part of its identity."""

    name: str
    one_per_host: bool


def mission_class(mission_type: RoleValue) -> MissionClass:
    """The class of a mission's type; an embassy where none is given, its own class if unknown.

    >>> mission_class("consulate-general").name, mission_class("Legation").name
    ('consulate', 'embassy')
    """
    return _class_of_mission(first_name(mission_type) or "embassy")


def office_class(office: RoleValue) -> str:
    """The class of an office; a head of mission where none is given or it is not known.

    >>> office_class("Chargé d’Affaires"), office_class(None), office_class("Consul")
    ("chargé d'affaires", 'head of mission', 'consul')
    """
    return _class_of_office(first_name(office) or "")


@cache
def _class_of_mission(name: str) -> MissionClass:
    plain = _plain(name)
    return _missions().get(plain) or MissionClass(plain, one_per_host=False)


@cache
def _class_of_office(name: str) -> str:
    return _offices().get(_plain(name), HEAD)


def _plain(name: str) -> str:
    return _APART.sub(" ", _MARKS.sub("", name)).strip().casefold()


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = read_table("legation.reconciliation", "classes.yaml")
    return table


@cache
def _missions() -> dict[str, MissionClass]:
    return {
        _plain(type_): MissionClass(name, row["one_per_host"])
        for name, row in _table()["missions"].items()
        for type_ in row["types"]
    }


@cache
def _offices() -> dict[str, str]:
    return {_plain(t): name for name, row in _table()["offices"].items() for t in row["types"]}


def is_head_of_mission(office: RoleValue) -> bool:
    """Whether an office is that of a head of mission: an ambassador's or a chargé's.

    >>> is_head_of_mission("ambassador"), is_head_of_mission("consul")
    (True, False)
    """
    return office_class(office) in (HEAD, CHARGE)
