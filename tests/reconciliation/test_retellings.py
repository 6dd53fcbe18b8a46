"""How much two documents have to tell alike, for one to be no second voice beside the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from legation.model.claims import Claim, Source
from legation.model.evidence import Evidence
from legation.reconciliation import facts
from legation.reconciliation.retelling import Retellings

YEARS = list(range(1950, 1970))


def telling(
    document: str, years: Sequence[int], words: str = "", language: str = "en"
) -> list[Claim]:
    """A visit in each of `years`, in this order, in words that are the same for every year."""
    return [
        Claim(
            "visit",
            {"from": "NOR", "to": "SWE"},
            Source(f"sha256:{document}", document, language, at * 10, at * 10 + 4, words),
            when=str(year),
        )
        for at, year in enumerate(years)
    ]


def voices(*told: list[Claim]) -> int:
    """How many independent voices attest the visit of the first year."""
    found = facts(Evidence([claim for claims in told for claim in claims]))
    return next(one for one in found if one.when == "1950").attestations.independent


@pytest.mark.parametrize(
    ("same", "otherwise", "own", "independent"),
    [
        (3, 0, 0, 1),
        (2, 0, 0, 2),
        (3, 1, 0, 1),  # of four shared, three in the same words
        (3, 2, 0, 2),
        (3, 0, 3, 1),  # half of what the shorter one tells
        (3, 0, 4, 2),
    ],
)
def test_a_copy_has_three_things_and_half_of_all_in_the_same_words(
    same: int, otherwise: int, own: int, independent: int
) -> None:
    shared = telling("one", YEARS[:same], "said so")
    more = telling("one", YEARS[same : same + otherwise], "said so")
    one = [*shared, *more, *telling("one", range(1800, 1800 + own))]
    two = telling("two", YEARS[:same], "said so")
    two += telling("two", YEARS[same : same + otherwise], "told so")
    two += telling("two", range(1700, 1700 + own))
    assert voices(one, two) == independent


def test_of_two_the_shorter_one_may_be_the_copy() -> None:
    one = telling("one", YEARS, "said so")
    assert voices(one, telling("two", YEARS[:3], "said so")) == 1
    assert voices(telling("two", YEARS[:3], "said so"), one) == 1


@pytest.mark.parametrize(
    ("shared", "own", "independent"), [(5, 0, 1), (4, 0, 2), (6, 2, 1), (6, 3, 2)]
)
def test_a_translation_has_five_things_and_three_quarters_of_all(
    shared: int, own: int, independent: int
) -> None:
    one = telling("one", [*YEARS[:shared], *range(1800, 1800 + own)])
    assert voices(one, telling("two", YEARS[:shared], language="fa")) == independent
    assert voices(telling("two", YEARS[:shared], language="fa"), one) == independent


@pytest.mark.parametrize(
    ("order", "independent"),
    [
        ([0, 1, 2, 3, 4], 1),
        ([0, 1, 3, 2, 4], 1),
        ([1, 0, 3, 2, 4], 2),
        ([4, 0, 1, 2, 3], 1),
        ([4, 3, 2, 1, 0], 2),
    ],
)
def test_a_translation_tells_four_of_five_in_the_same_order(
    order: list[int], independent: int
) -> None:
    other = telling("two", [YEARS[place] for place in order], language="fa")
    assert voices(telling("one", YEARS[:5]), other) == independent


@pytest.mark.parametrize(("finer", "independent"), [(0, 1), (1, 1), (2, 2)])
def test_a_translation_gives_four_of_five_the_same_date(finer: int, independent: int) -> None:
    other = telling("two", YEARS[:5], language="fa")
    for place in range(finer):
        claim = other[-1 - place]
        other[-1 - place] = Claim(claim.kind, claim.roles, claim.source, f"{claim.when}-05")
    assert voices(telling("one", YEARS[:5]), other) == independent


@pytest.mark.parametrize(("documents", "pairs"), [(64, 64 * 63 // 2), (65, 0)])
def test_what_everybody_tells_says_nothing_of_who_retells_whom(documents: int, pairs: int) -> None:
    told = [telling(f"{number:03}", YEARS[:3], "said so") for number in range(documents)]
    retold = Retellings([list(claims) for claims in zip(*told, strict=True)])
    names = [f"sha256:{number:03}" for number in range(documents)]
    found = {(one, other) for one, other, _ in retold.of(names) if one < other}
    assert len(found) == pairs
    assert {name for *_, name in retold.of(names)} <= {"a-copy-is-no-second-voice"}
