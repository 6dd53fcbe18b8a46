"""How much of single sentences is read whose writers had seen no rule and sought new words.

    python benchmarks/sentences.py [LANGUAGE …] [--third 0|1|2]

Reads tests/corpora/*/sentences.jsonl, each sentence under a title that names its states, and
prints precision, recall and F1 of the core kinds: strictly, and of kind and parties alone. Rules
are written with two thirds at hand; the last, every third sentence, is for measuring alone.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import yaml

from legation.entities import names
from legation.extraction import extract
from legation.model.documents import Document
from legation.model.kinds import kinds
from scoring.agreement import Row, same_kind, same_roles
from scoring.matching import largest, match
from scoring.samples import CORPORA

THIRDS = 3


def sentences(language: str) -> list[dict[str, Any]]:
    """The practice sentences of a language, each with its topic and its claims."""
    path = CORPORA / language / "sentences.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def page(sentence: Mapping[str, Any], language: str) -> tuple[str, int]:
    """A sentence as a page of its own, under its title, and where it begins there."""
    known = [_short(language).get(state, state) for state in sentence["topic"][:2]]
    title = _titles()[language]["one" if len(known) == 1 else "two"].format(*known)
    return f"{title}\n\n{sentence['text']}", len(title) + 2


@cache
def _titles() -> dict[str, dict[str, str]]:
    titles: dict[str, dict[str, str]] = yaml.safe_load((CORPORA / "titles.yaml").read_text("utf-8"))
    return titles


@cache
def _short(language: str) -> dict[str, str]:
    """The name of each state by its code."""
    short = (n for n in names(language) if n.kind in ("state", "territory") and n.form == "short")
    return {name.id: name.text for name in reversed(list(short))}


def told(sentence: Mapping[str, Any], language: str) -> Iterator[Row]:
    """The core claims that are read in a sentence."""
    text, start = page(sentence, language)
    for claim in extract(Document(text, "sentence", language)):
        if claim.source.start >= start and kinds()[claim.kind].tier == "core":
            yield claim.to_json()


def near(wanted: Sequence[Row], given: Sequence[Row]) -> int:
    """How many of the claims are of the kind and the parties that were wanted."""
    alike = [
        [i for i, w in enumerate(wanted) if same_kind(w, g, "strict") and same_roles(w, g)]
        for g in given
    ]
    return len(largest(alike))


def counted(language: str, third: int | None) -> Counter[str]:
    """What was wanted and given, and how much of it was right, over a language's sentences."""
    counts: Counter[str] = Counter()
    for number, sentence in enumerate(sentences(language)):
        if third is not None and number % THIRDS != third:
            continue
        wanted = [c for c in sentence["claims"] if kinds()[c["kind"]].tier == "core"]
        given = list(told(sentence, language))
        right = len(match(wanted, given, "strict").pairs)
        counts.update(wanted=len(wanted), given=len(given), right=right, near=near(wanted, given))
    return counts


def figures(right: int, counts: Mapping[str, int]) -> str:
    """Precision, recall and F1 as a line.

    >>> figures(1, {"given": 2, "wanted": 4})
    'P 0.500 R 0.250 F1 0.333'
    """
    given, wanted = max(counts["given"], 1), max(counts["wanted"], 1)
    f1 = 2 * right / (given + wanted)
    return f"P {right / given:.3f} R {right / wanted:.3f} F1 {f1:.3f}"


def main() -> None:
    """Prints the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    there = sorted(path.parent.name for path in CORPORA.glob("*/sentences.jsonl"))
    parser.add_argument("languages", nargs="*", default=there, help="their codes; all if none")
    parser.add_argument("--third", type=int, choices=range(THIRDS), help="of the sentences")
    options = parser.parse_args()
    for language in options.languages:
        counts = counted(language, options.third)
        strict, loose = figures(counts["right"], counts), figures(counts["near"], counts)
        print(f"{language}: {strict} | kind and parties {loose}", flush=True)


if __name__ == "__main__":
    main()
