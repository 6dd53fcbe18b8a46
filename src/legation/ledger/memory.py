"""Memory: what was made of a ledger as known at one time, kept to be asked again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

Made = TypeVar("Made")
Known = Callable[[], int]

ROOM = 50_000
"""How many claims, at most, are behind all that is kept; what was asked longest ago goes first."""


class Memory:
    """Things made of a ledger, each by its name and by the last batch that was known.

    Batches are only ever added, so that the same name and batch always come to the same: nothing
    kept can be out of date.

    >>> memory = Memory()
    >>> memory.recall("names", lambda: 7, lambda: ["Oslo"], len)
    ['Oslo']
    >>> memory.recall("names", lambda: 7, lambda: ["Minsk"], len)
    ['Oslo']
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._kept: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()

    def recall(
        self, name: Hashable, known: Known, make: Callable[[], Made], size: Callable[[Made], int]
    ) -> Made:
        """What `make` makes, or made before when the last batch known was the same.

        It is not kept where another batch came while it was made, or where its size exceeds the
        room.
        """
        before = known()
        key = (name, before)
        if key in self._kept:
            self._kept.move_to_end(key)
            return cast(Made, self._kept[key][1])
        made = make()
        if known() == before:
            self._kept[key] = (size(made), made)
            self._make_room()
        return made

    def _make_room(self) -> None:
        held = sum(size for size, _ in self._kept.values())
        while held > self._room:
            _, (size, _) = self._kept.popitem(last=False)
            held -= size
