"""The case markers of a sentence: who does, to whom, with whom, where."""

from __future__ import annotations

from collections.abc import Sequence, Set

from legation.extraction.pack import Pack
from legation.extraction.phrases import Hit
from legation.extraction.tokens import Token

_CLOSERS = {")", '"', "'", "]"}
_SKIPS = 3
_NOUNS = 3
"""So many plain words may stand between a case marker and the owner of what they name."""
EXAMPLE = "such"
"""The case of names that stand for the noun before them: 'with neighbours such as Peru'."""
_DIRECTIONS = ("to", "from", "in", "against", "on", "by")
"""Cases that hold of a thing and of whose it is; who acts 'with' another's help is alone."""


class Cases:
    """The case markers of a sentence, by where they stand."""

    def __init__(
        self,
        tokens: Sequence[Token],
        markers: Sequence[Hit],
        pack: Pack,
        ends: Set[int] = frozenset(),
        known: Set[int] = frozenset(),
    ) -> None:
        """`ends` are the tokens at which verbs, adverbs and dates have ended, `known` those that
        the lexicon knows."""
        self.tokens, self.pack, self.ends = tokens, pack, ends
        self.known = known | {i for h in markers for i in range(h.start, h.end)}
        self.before = {h.end: h.unit.value for h in markers if h.unit.type == "before"}
        self.starts = {h.end: h.start for h in markers if h.unit.type == "before"}
        self.after = {h.start: h.unit.value for h in markers if h.unit.type == "after"}

    def of(self, start: int, end: int, ending: str = "") -> str:
        """The case of the phrase at [start:end), whose last word's ending says `ending`."""
        if self.pack.government:
            return self.governed(start, ending)
        after = self.following(end)
        if after == "obj" and (within := self.preceding(start)):
            return within  # 'سفارت خود در لیما را': the object marker closes the whole phrase
        return after or ending or self.leading(start)

    def governed(self, start: int, ending: str) -> str:
        """The case that marker and ending say together; whose a noun is where nothing tells."""
        government = self.pack.government
        if government is None:
            return ending
        marker = self.preceding(start)
        before = self.tokens[start - 1].low if start else ""
        if not marker and before in government.participles and "acc" in (ending or government.base):
            return "obj"
        verb = start in self.ends or before in government.verbs
        if not (marker or verb) and ending == government.undeclined and self._after_noun(start):
            return "of"
        return government.case(marker, ending, after_verb=verb)

    def unknown(self, i: int) -> bool:
        """Whether the token at i is a word that the lexicon does not know."""
        if not 0 <= i < len(self.tokens) or i in self.known:
            return False
        low = self.tokens[i].low
        plain = low in self.pack.skipped or low in self.pack.conjunctions
        return low[0].isalpha() and not plain

    def leading(self, start: int) -> str:
        """The case that stands before a phrase: a marker's, or that of whose the noun is."""
        return self.preceding(start) or self.owning(start)

    def owning(self, start: int) -> str:
        """gen where the word before is a noun whose owner follows it ('سفارت ایران')."""
        if not self.pack.genitive_after or not self._after_noun(start):
            return ""
        return self._through(start) or "gen"

    def _through(self, start: int) -> str:
        """The case of a noun that means nothing here, for whose it is: 'از موضع ترکیه'."""
        at = start
        while start - at < _NOUNS and at not in self.ends and self._plain(at - 1):
            at -= 1
            if (case := self.before.get(at)) is not None:
                return case if case in _DIRECTIONS else ""
        return ""

    def _of_examples(self, at: int) -> str:
        """The case of the noun that names after it are examples of; unsettled after 'and'."""
        start = self.starts[at]
        while start > 0 and start not in self.before and self.unknown(start - 1):
            start -= 1
        joined = start > 0 and self.tokens[start - 1].low in self.pack.conjunctions
        return EXAMPLE if joined else self.preceding(start)

    def _plain(self, i: int) -> bool:
        return self.unknown(i) or (i >= 0 and self.tokens[i].low in self.pack.skipped)

    def _after_noun(self, start: int) -> bool:
        at = start
        while at > 0 and at not in self.ends and self.tokens[at - 1].low in self.pack.skipped:
            at -= 1
        if at == 0 or at in self.ends or at in self.before or at - 1 in self.after:
            return False
        word = self.tokens[at - 1].low
        apart = word in self.pack.conjunctions or word in self.pack.separators
        return not apart and word[0].isalpha()

    def following(self, end: int) -> str:
        """The case that a word after the phrase marks."""
        at = end
        while at < len(self.tokens) and self.tokens[at].text in _CLOSERS and at < end + 2:
            if at in self.after:
                break
            at += 1
        return self.after.get(at, "")

    def preceding(self, start: int) -> str:
        """The case that a word before the phrase marks, over articles and adjectives."""
        at = start
        for _ in range(_SKIPS + 1):
            if at in self.before:
                return self._of_examples(at) if self.before[at] == EXAMPLE else self.before[at]
            if at == 0 or self.tokens[at - 1].low not in self.pack.skipped:
                return ""
            at -= 1
        return ""
