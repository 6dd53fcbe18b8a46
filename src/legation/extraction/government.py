"""Government: what a case ending means after the word that governs it.

In some languages a preposition takes several cases and means another thing with each, and an
ending may stand for several cases; only together do they tell how a name stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from legation.extraction.words import Words

ALTERNATIVE = "|"


@dataclass(frozen=True, slots=True)
class Government:
    """A language's table: marker of case (`before` of its grammar) and ending to case.

    `base` is the ending of a name as the lexicon has it, `subject` the one that only subjects
    have, `undeclined` that of a name that has no endings; several stand with a bar between.
    `verbs` are the ends of words after which nothing is a genitive, `participles` those of words
    that have no subject of their own, so that what follows is their object, `describing` those of
    passive ones, which have dates of their own, `plurals` those of
    verbs of several who act; `pronouns` have each the cases that its form may be.
    """

    rows: Mapping[str, Mapping[str, str]]
    base: str
    subject: str
    undeclined: str
    verbs: Words
    participles: Words
    describing: Words
    plurals: Words
    pronouns: Mapping[str, str]

    @classmethod
    def read(cls, table: Mapping[str, Any] | None) -> Government | None:
        """The table of a language's grammar.yaml, None where it has none."""
        if not table:
            return None
        return cls(
            table["rows"],
            table["base"],
            table["subject"],
            table["undeclined"],
            Words(table["verbs"]),
            Words(table.get("participles", ())),
            Words(table.get("describing", ())),
            Words(table.get("plurals", ())),
            table.get("pronouns", {}),
        )

    def case(self, marker: str, ending: str, *, after_verb: bool = False) -> str:
        """The case in which a name with `ending` stands after `marker` ('' for none).

        Right after a verb what could be a genitive is not, if it can be something else.

        >>> rows = {"in": {"loc": "in", "acc": "to"}, "": {"gen": "of", "dat": "to"}}
        >>> government = Government(rows, "nom|acc", "nom", "nom|acc|loc", *[Words(())] * 4, {})
        >>> government.case("in", "gen|acc"), government.case("", "gen|dat", after_verb=True)
        ('to', 'to')
        """
        possible = (ending or self.base).split(ALTERNATIVE)
        if after_verb and not marker and len(possible) > 1:
            possible = [case for case in possible if self.rows[""].get(case) != "of"] or possible
        row = self.rows.get(marker, {})
        return next((meant for said, meant in row.items() if said in possible), marker)

    def of_name(self, endings: Iterable[str], *, undeclined: bool) -> str:
        """What the endings found on one name say together; a form's own counts before the base."""
        if undeclined:
            return self.undeclined
        said = [one for ending in endings for one in ending.split(ALTERNATIVE) if one]
        return ALTERNATIVE.join(dict.fromkeys(said)) or self.base


def agree(one: str, other: str) -> bool:
    """Whether two endings can be of the same case.

    >>> agree("gen|dat", "dat"), agree("gen", "acc")
    (True, False)
    """
    return bool(set(one.split(ALTERNATIVE)) & set(other.split(ALTERNATIVE)))


def narrowed(one: str, other: str) -> str:
    """The cases that two words of one name have in common, or what either says.

    >>> narrowed("gen|dat", "gen|loc"), narrowed("", "gen")
    ('gen', 'gen')
    """
    if not one or not other:
        return one or other
    common = [c for c in one.split(ALTERNATIVE) if c in other.split(ALTERNATIVE)]
    return ALTERNATIVE.join(common) or other
