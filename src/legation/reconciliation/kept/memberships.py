"""The memberships of a party, written down with their lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from legation.reconciliation.kept import timelines
from legation.reconciliation.kept.shelf import Shelf
from legation.reconciliation.kept.shelving import Shelving
from legation.reconciliation.memberships import Membership, Memberships


def written(held: Memberships) -> bytes:
    """The memberships of a party.

    >>> read(written(Memberships())).size
    0
    """
    shelf = Shelving(held.presents)
    lines = {
        name: [timelines.written(line(), shelf) for line in (one.whole, one.dated)]
        for name, one in held.held.items()
    }
    return shelf.written({"held": lines, "size": held.size})


def read(content: bytes) -> Memberships:
    """What `written` wrote."""
    shelf = Shelf(content)
    held = {name: _membership(lines, shelf) for name, lines in shelf.head["held"].items()}
    return Memberships(held, shelf.presents, shelf.head["size"])


def _membership(numbers: Sequence[int], shelf: Shelf) -> Membership:
    return Membership(*(cache(partial(timelines.read, number, shelf)) for number in numbers))
