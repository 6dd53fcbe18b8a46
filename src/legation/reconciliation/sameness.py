"""Whether two named things, a city, a person, a title, are one, as far as their names tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from legation.model.claims import RoleValue
from legation.model.decisions import folded


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
    if a == b or _ids(a) & _ids(b):
        return True
    return bool(_folded(a) & _folded(b))


def same_person(a: RoleValue, b: RoleValue) -> bool:
    """Whether two values name one person: by identity, by name, or by name across scripts.

    Where both have an identity, as a reader's decision gives it, no name speaks against it.

    >>> same_person({"name": "Haidar Hadi"}, {"text": "HAIDAR HADI"})
    True
    """
    if _ids(a) and _ids(b):
        return bool(_ids(a) & _ids(b))
    if same_thing(a, b):
        return True
    return any(_persons_agree(x, y) for x in names_of(a) for y in names_of(b))


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


def _ids(value: RoleValue) -> set[str]:
    found = value.get("id") if isinstance(value, dict) else None
    return {str(found)} if found else set()


def _folded(value: RoleValue) -> set[str]:
    return {folded(name) for name in names_of(value)}


@cache
def _persons_agree(a: str, b: str) -> bool:
    """Whether the names of two persons agree across scripts, by the room of entities."""
    from legation.entities.persons import SAME
    from legation.entities.persons import same_person as named_alike

    return named_alike(a, b).score >= SAME
