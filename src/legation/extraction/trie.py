"""Forms of words and phrases (see forms.py), found in a run of tokens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from legation.extraction.forms import ANY, NUMBER, expand
from legation.extraction.government import narrowed
from legation.extraction.tokens import Token

V = TypeVar("V")

Stems = Callable[[str], Sequence[tuple[str, str]]]
"""The stems that a word may be a form of, each with the case its ending tells."""


@dataclass(slots=True)
class Node(Generic[V]):
    """A step into the trie: what may follow, and what ends here."""

    exact: dict[str, Node[V]] = field(default_factory=dict)
    prefixes: dict[str, Node[V]] = field(default_factory=dict)
    values: list[V] = field(default_factory=list)
    lengths: tuple[int, ...] = ()

    def child(self, piece: str) -> Node[V]:
        """The node after `piece`, made if need be."""
        starred = len(piece) > 1 and piece.endswith("*")
        nodes, word = (self.prefixes, piece[:-1]) if starred else (self.exact, piece)
        if (node := nodes.get(word)) is None:
            node = nodes[word] = Node()
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
        self._first: dict[str, list[Node[V]]] = {}

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
        if (nodes := self._first.get(low)) is None:
            nodes = self._first[low] = self._steps(self.root, low)
        found = [(i + 1, "", v) for n in nodes for v in n.values]
        found += self._inflected(self.root, low, i + 1, stems)
        for node in nodes:
            if node.exact or node.prefixes:
                self._walk(node, tokens, i + 1, stems, found)
        if self.every_word:
            self._walk_inflected(self.root, tokens, i, stems, found)
        return found

    def _steps(self, node: Node[V], low: str) -> list[Node[V]]:
        """The nodes that a word leads to, said as it is or denied."""
        found = node.step(low)
        return found + node.step(self.positives[low]) if low in self.positives else found

    def _walk_inflected(
        self,
        node: Node[V],
        tokens: Sequence[Token],
        i: int,
        stems: Stems,
        found: list[tuple[int, str, V]],
    ) -> None:
        """Go on after an inflected word that is not the last of its form."""
        for stem, case in stems(tokens[i].low):
            following = node.exact.get(stem)
            if following is not None and (following.exact or following.prefixes):
                longer: list[tuple[int, str, V]] = []
                self._walk(following, tokens, i + 1, stems, longer)
                found += [(end, narrowed(case, other), v) for end, other, v in longer]

    def _inflected(
        self, node: Node[V], low: str, end: int, stems: Stems
    ) -> list[tuple[int, str, V]]:
        return [
            (end, case, v)
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
        for following in self._steps(node, tokens[i].low):
            found += [(i + 1, "", v) for v in following.values]
            if following.exact or following.prefixes:
                self._walk(following, tokens, i + 1, stems, found)
        found += self._inflected(node, tokens[i].low, i + 1, stems)
        if self.every_word:
            self._walk_inflected(node, tokens, i, stems, found)
