"""Rows of which each value is made when it is first looked at, and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Lazily(Sequence[T]):
    """The values that `make` makes of `places`, each made once; so also in slices.

    >>> row = Lazily(range(3), str)
    >>> row[-1], list(row[:2]), len(row)
    ('2', ['0', '1'], 3)
    """

    __slots__ = ("_made", "_make", "_places")

    def __init__(
        self, places: Sequence[int], make: Callable[[int], T], made: dict[int, T] | None = None
    ) -> None:
        self._places, self._make = places, make
        self._made: dict[int, T] = {} if made is None else made

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Lazily[T]: ...
    def __getitem__(self, at: int | slice) -> T | Lazily[T]:
        if isinstance(at, slice):
            return Lazily(self._places[at], self._make, self._made)
        return self._at(self._places[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._at, self._places)

    def _at(self, place: int) -> T:
        if place not in self._made:
            self._made[place] = self._make(place)
        return self._made[place]
