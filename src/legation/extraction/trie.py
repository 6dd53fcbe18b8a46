"""Forms of words and phrases (see forms.py), found in a run of tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from legation.extraction.forms import ANY, NUMBER, expand
from legation.extraction.government import narrowed
from legation.extraction.tokens import Token

V = TypeVar("V")

Stems = Callable[[str], Sequence[tuple[str, str]]]
"""The stems that a word may be a form of, each with the case its ending tells."""

_REMEMBERED = 50_000
_UNREAD: Any = object()
"""Stands for what a word begins while nobody has looked."""


@dataclass(slots=True)
class Node(Generic[V]):
    """A step into the trie: what may follow, and what ends here."""

    exact: dict[str, Node[V]] = field(default_factory=dict)
    prefixes: dict[str, Node[V]] = field(default_factory=dict)
    values: list[V] = field(default_factory=list)
    lengths: tuple[int, ...] = ()
    lenient: bool = False
    """Whether another word than those of `exact` may lead on."""

    def child(self, piece: str) -> Node[V]:
        """The node after `piece`, made if need be."""
        starred = len(piece) > 1 and piece.endswith("*")
        nodes, word = (self.prefixes, piece[:-1]) if starred else (self.exact, piece)
        if (node := nodes.get(word)) is None:
            node = nodes[word] = Node()
            self.lenient = self.lenient or starred or word in (ANY, NUMBER)
            if starred and len(word) not in self.lengths:
                self.lengths = tuple(sorted((*self.lengths, len(word))))
        return node

    def step(self, word: str) -> list[Node[V]]:
        """The nodes that `word` leads to."""
        found = [self.exact[word]] if word in self.exact else []
        for length in self.lengths:
            if length > len(word):
                break
            node = self.prefixes.get(word[:length])
            if node is not None:
                found.append(node)
        if ANY in self.exact:
            found.append(self.exact[ANY])
        if NUMBER in self.exact and word.isdigit():
            found.append(self.exact[NUMBER])
        return found


@dataclass(frozen=True, slots=True)
class Beginning(Generic[V]):
    """What a word begins: forms of this one word, with their case, and longer ones.

    `inflected` are the longer ones that it begins as an inflected form, with its case.
    """

    whole: tuple[tuple[str, V], ...]
    longer: tuple[Node[V], ...]
    inflected: tuple[tuple[str, Node[V]], ...] = ()


class Trie(Generic[V]):
    """Forms with what they mean, looked up at a place in a run of tokens."""

    def __init__(
        self, every_word: bool = False, positives: Mapping[str, str] | None = None
    ) -> None:
        """`every_word` lets each word of a form be inflected, not the last one only; `positives`
        gives for a negated word the word that the forms have in its place."""
        self.root: Node[V] = Node()
        self.every_word = every_word
        self.positives = positives or {}
        self._known: dict[str, Beginning[V] | None] = {}

    def add(self, form: str, value: V) -> None:
        """Put a form of the small language above, in lower case where the script has case."""
        for words in expand(form):
            self.add_words(words, value)

    def add_words(self, words: Sequence[str], value: V) -> None:
        """Put a run of words as they are."""
        node = self.root
        for word in words:
            node = node.child(word)
        if node is not self.root and value not in node.values:
            node.values.append(value)

    def at(self, tokens: Sequence[Token], i: int, stems: Stems) -> list[tuple[int, str, V]]:
        """All that begins at token i: (end, ending's case, value), longer ones later.

        `stems` gives, for a word, the words it may be an inflected form of, with the case that
        the ending marks; they count for the last word of a form, or for every one.
        """
        low = tokens[i].low
        # Most words of a text begin nothing, and a text says few words often: one look tells both.
        beginning = self._known.get(low, _UNREAD)
        if beginning is _UNREAD:
            beginning = self._learn(low, stems)
        if beginning is None:
            return []
        i += 1
        found = [(i, case, v) for case, v in beginning.whole] if beginning.whole else []
        if i < len(tokens):
            low = tokens[i].low
            apart = low in self.positives or bool(stems(low))
            for node in beginning.longer:
                if apart or node.lenient or low in node.exact:
                    self._walk(node, tokens, i, stems, found)
            for case, node in beginning.inflected:
                self._walk_narrowed(node, case, tokens, i, stems, found)
        return found

    def _learn(self, low: str, stems: Stems) -> Beginning[V] | None:
        """What a word begins, kept for the next time; None where it begins nothing."""
        nodes = self._steps(self.root, low)
        whole = [("", v) for n in nodes for v in n.values]
        whole += self._inflected(self.root, low, stems)
        longer = tuple(n for n in nodes if n.exact or n.prefixes)
        inflected = tuple(self._late(self.root, low, stems)) if self.every_word else ()
        known = whole or longer or inflected
        beginning = Beginning(tuple(whole), longer, inflected) if known else None
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[low] = beginning
        return beginning

    def _steps(self, node: Node[V], low: str) -> list[Node[V]]:
        """The nodes that a word leads to, said as it is or denied."""
        if not node.lenient and low not in self.positives:
            return [node.exact[low]] if low in node.exact else []
        found = node.step(low)
        return found + node.step(self.positives[low]) if low in self.positives else found

    def _late(self, node: Node[V], low: str, stems: Stems) -> Iterator[tuple[str, Node[V]]]:
        """Where an inflected word leads that is not the last of its form, with its case."""
        for stem, case in stems(low):
            following = node.exact.get(stem)
            if following is not None and (following.exact or following.prefixes):
                yield case, following

    def _inflected(self, node: Node[V], low: str, stems: Stems) -> list[tuple[str, V]]:
        return [
            (case, v)
            for stem, case in stems(low)
            if stem in node.exact
            for v in node.exact[stem].values
        ]

    def _walk(
        self,
        node: Node[V],
        tokens: Sequence[Token],
        i: int,
        stems: Stems,
        found: list[tuple[int, str, V]],
    ) -> None:
        if i >= len(tokens):
            return
        low = tokens[i].low
        if node.lenient or low in self.positives or low in node.exact:
            for following in self._steps(node, low):
                if following.values:
                    found += [(i + 1, "", v) for v in following.values]
                if following.exact or following.prefixes:
                    self._walk(following, tokens, i + 1, stems, found)
        if stems(low):
            found += [(i + 1, case, v) for case, v in self._inflected(node, low, stems)]
            if self.every_word:
                for case, late in self._late(node, low, stems):
                    self._walk_narrowed(late, case, tokens, i + 1, stems, found)

    def _walk_narrowed(
        self,
        node: Node[V],
        case: str,
        tokens: Sequence[Token],
        i: int,
        stems: Stems,
        found: list[tuple[int, str, V]],
    ) -> None:
        """Go on after an inflected word, whose case those of the words that follow must share."""
        longer: list[tuple[int, str, V]] = []
        self._walk(node, tokens, i, stems, longer)
        found += [(end, narrowed(case, other), v) for end, other, v in longer]
