"""Who attests a fact: how many claims, in how many documents, of how many independent voices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Voice:
    """Claims that count as one source, by their ids, with their documents.

    `rules` name what makes several documents one voice; a document by itself needs none.
    """

    claims: tuple[str, ...]
    documents: tuple[str, ...]
    rules: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The voice as a JSON object."""
        return {
            "claims": list(self.claims),
            "documents": list(self.documents),
            "rules": list(self.rules),
        }


@dataclass(frozen=True, slots=True)
class Attestations:
    """The voices that attest a fact, none of them a copy or a translation of another.

    >>> Attestations((Voice(("1", "2"), ("sha256:a",)),)).in_words
    '2 claims, 1 document'
    """

    voices: tuple[Voice, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims say it."""
        return sum(len(voice.claims) for voice in self.voices)

    @property
    def documents(self) -> int:
        """How many documents say it."""
        return len({document for voice in self.voices for document in voice.documents})

    @property
    def independent(self) -> int:
        """How many of them are independent of each other."""
        return len(self.voices)

    @property
    def in_words(self) -> str:
        """The three numbers, the last where it is less than the second."""
        said = [_counted(self.claims, "claim"), _counted(self.documents, "document")]
        said += [f"{self.independent} independent"] if self.independent < self.documents else []
        return ", ".join(said)

    def to_json(self) -> dict[str, Any]:
        """The attestations as a JSON object: the three numbers, then each voice."""
        return {
            "claims": self.claims,
            "documents": self.documents,
            "independent": self.independent,
            "voices": [voice.to_json() for voice in self.voices],
        }


UNATTESTED = Attestations()


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
