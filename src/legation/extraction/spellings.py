"""Spellings: how else hurried writers put the forms of a language, so that all are found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legation.extraction.forms import ANY, NUMBER
from legation.extraction.shadow import cast


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words that may be written together with the next, and letters that may stand for others."""

    joined: frozenset[str] = frozenset()
    plain: Mapping[str, str] | None = None

    @classmethod
    def read(cls, language: Mapping[str, Any]) -> Spellings:
        """The spellings that the `spelt` of a language's table tells; none where it has none.

        >>> Spellings.read({"spelt": {"joined": ["می"]}}).joined
        frozenset({'می'})
        """
        told = language.get("spelt", {})
        joined = frozenset(cast(word).text for word in told.get("joined", ()))
        return cls(joined, told.get("letters"))

    def of(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """A run of words in every spelling, the usual one first.

        >>> list(Spellings(frozenset({"می"})).of(("قطع", "می", "شود")))
        [('قطع', 'می', 'شود'), ('قطع', 'میشود')]
        """
        usual = tuple(words)
        runs = dict.fromkeys((usual, self._together(usual)))
        for run in runs:
            yield run
            if self.plain and (bare := self._bare(run)) != run:
                yield bare

    def _together(self, words: tuple[str, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for word in words:
            if found and found[-1] in self.joined and word not in (ANY, NUMBER):
                found[-1] += word
            else:
                found.append(word)
        return tuple(found)

    def _bare(self, words: tuple[str, ...]) -> tuple[str, ...]:
        table = str.maketrans(dict(self.plain or {}))
        return tuple(word.translate(table) for word in words)
