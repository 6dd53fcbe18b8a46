"""Whether two named things, a city, a person, a title, are one, as far as their names tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.model.claims import RoleValue
from legation.model.decisions import folded
from legation.model.facts import Fact


@dataclass(frozen=True, slots=True)
class Named:
    """A role's value as it is compared: its identities, its names, and these without case.

    `resolved`: it was recognised in a table of names, so that its names in all scripts are one.
    """

    ids: frozenset[str]
    folded: frozenset[str]
    names: tuple[str, ...]
    resolved: bool = False

    @property
    def key(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Equal for values that no comparison tells apart."""
        return tuple(sorted(self.ids)), tuple(sorted(self.folded))

    def is_as(self, other: Named) -> bool:
        """Whether two values share an identity or a name, letters compared without case."""
        return bool(self.ids & other.ids or self.folded & other.folded)


def named(value: RoleValue) -> Named:
    """A role's value in the form in which it is compared.

    >>> sorted(named({"name": "Minsk", "text": "MINSK", "state": "BLR"}).folded)
    ['minsk']
    """
    names = tuple(dict.fromkeys(names_of(value)))
    ids = _ids(value)
    known = isinstance(value, dict) and bool(ids or value.get("state"))
    return Named(ids, frozenset(map(_folded, names)), names, known)


def first_name(value: RoleValue) -> str | None:
    """The name to show of a role's value; None where it has none.

    >>> first_name({"name": "Minsk", "text": "মিন্স্কে"}), first_name(["Oslo", "Christiania"])
    ('Minsk', 'Oslo')
    """
    return next(names_of(value), None)


def same_thing(a: RoleValue, b: RoleValue) -> bool:
    """Whether two values share an identity or a name, letters compared without case.

    >>> same_thing({"id": "city:1", "name": "Kyiv"}, {"id": "city:1", "name": "Kiev"})
    True
    """
    return bool(a == b or named(a).is_as(named(b)))


def same_person(a: RoleValue, b: RoleValue) -> bool:
    """Whether two values name one person: by identity, by name, or by name across scripts.

    Where both have an identity, as a reader's decision gives it, no name speaks against it.

    >>> same_person({"name": "Haidar Hadi"}, {"text": "HAIDAR HADI"})
    True
    """
    return persons_agree(named(a), named(b))


def persons_agree(a: Named, b: Named) -> bool:
    """Whether two values in the form in which they are compared name one person."""
    if a.ids and b.ids:
        return bool(a.ids & b.ids)
    return a.is_as(b) or any(_named_alike(x, y) for x in a.names for y in b.names)


def of_two_persons(a: Fact, b: Fact) -> bool:
    """Whether two facts name two persons; of one that names nobody one cannot say so."""
    one, other = named(a.roles.get("person")), named(b.roles.get("person"))
    return bool(one.names and other.names) and not persons_agree(one, other)


def names_of(value: RoleValue) -> Iterator[str]:
    """Every name that a role's value gives, the one to show first.

    >>> list(names_of({"name": "Minsk", "text": "মিন্স্কে"}))
    ['Minsk', 'মিন্স্কে']
    """
    if isinstance(value, str) and value.strip():
        yield value
    elif isinstance(value, dict):
        for field in ("name", "label", "text"):
            yield from names_of(value.get(field))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from names_of(part)


def _ids(value: RoleValue) -> frozenset[str]:
    found = value.get("id") if isinstance(value, dict) else None
    return frozenset((str(found),)) if found else frozenset()


@cache
def _folded(name: str) -> str:
    return folded(name)


@cache
def _named_alike(a: str, b: str) -> bool:
    """Whether the names of two persons agree across scripts, by the room of entities."""
    from legation.entities.persons import SAME
    from legation.entities.persons import same_person as named_alike

    return named_alike(a, b).score >= SAME
