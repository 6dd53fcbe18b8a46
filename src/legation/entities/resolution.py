"""Resolution: what a name stands for, the likeliest first, and why.

Precision comes first: a name that could be two states is given to neither with confidence, and a
spelling is forgiven only where no other name is near.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legation.entities import codes, nearness, world
from legation.entities.gazetteer import City, cities_named, city
from legation.entities.labels import label
from legation.entities.lexicon import LANGUAGES, Name
from legation.entities.name_index import bearers, city_bearers
from legation.entities.organisations import organisations
from legation.entities.romanisation import script_of
from legation.entities.statehood import states
from legation.entities.suffixes import without_suffixes

_FORM = {"adjective": 0.04, "national": 0.04, "prefix": 0.3, "capital": 0.05}
"""What a form costs: it names the state less plainly than the state's own name does."""

_ELSEWHERE = 0.05
"""What it costs that the name is one of another language."""

_WRITTEN_IN = {"latin": "en", "arabic": "fa", "bengali": "bn", "cyrillic": "ru"}
"""The language whose endings a name may wear, by its script, where no language is said."""

_RANK = {"state": 0, "organisation": 1, "territory": 2, "city": 3}


@dataclass(frozen=True, slots=True)
class Resolution:
    """A name and one identity it may stand for; `score` is from 0 to 1, `country` a city's."""

    name: str
    id: str
    kind: str
    score: float
    reason: str
    country: str | None = None


def resolve(name: str, language: str | None = None) -> list[Resolution]:
    """The identities a name may stand for, the best first; none where there is doubt of all.

    >>> [(r.id, r.reason) for r in resolve("Republic of Belarus")]
    [('BLR', 'official')]
    >>> resolve("ইরাকের", "bn")[0].id, resolve("cow:645")[0].id, resolve("Minsk")[0].kind
    ('IRQ', 'IRQ', 'city')
    >>> resolve("Blefuscu")
    []
    """
    name = name.strip()
    steps = (_by_code_or_name, _by_bare_name, _by_world, _by_gazetteer, _by_nearness)
    for step in steps:
        found = _best_first(step(name, language))
        if found:
            return found
    return []


def best(name: str, language: str | None = None) -> Resolution | None:
    """The one identity a name stands for, None where there is none or where two are as likely.

    >>> best("Congo") is None, best("DR Congo").id
    (True, 'COD')
    """
    found = resolve(name, language)
    if not found:
        return None
    rivals = [r for r in found[1:] if r.score == found[0].score and r.kind != "city"]
    doubtful = bool(rivals) and found[0].kind != "city"
    return None if doubtful else found[0]


def resolution_rows(
    names: Iterable[str], language: str | None = None
) -> Iterator[dict[str, object]]:
    """For each name a row with name, id, kind and score; the id is None where nobody is meant.

    >>> next(resolution_rows(["Persia"]))["id"]
    'IRN'
    """
    for name in names:
        found = best(name, language)
        if found is None:
            yield {"name": name, "id": None, "kind": None, "score": 0.0, "reason": "unknown"}
            continue
        row = {"name": name, "id": found.id, "kind": found.kind, "score": round(found.score, 3)}
        where = {"country": found.country} if found.country else {}
        yield {**row, "label": _label_of(found), "reason": found.reason, **where}


def _label_of(found: Resolution) -> str:
    """What to call what was found; 'NAM' is a state's code and an organisation's."""
    if found.kind == "organisation" and found.id in organisations():
        return organisations()[found.id].name
    known = city(found.id) if found.kind == "city" else None
    return known.name if known else label(found.id)


def _by_code_or_name(name: str, language: str | None) -> Iterator[Resolution]:
    """By a code of a state, and by name: 'NAM' is Namibia's code and a movement's abbreviation."""
    found = codes.state_of_code(name)
    if found:
        yield _state(name, found, 0.99 if len(name) > 2 else 0.95, "code")
    yield from _by_name(name, language)


def _by_name(name: str, language: str | None, cost: float = 0.0) -> Iterator[Resolution]:
    """In the language asked for or, where none is, in all."""
    lexicons = [language] if language in LANGUAGES else LANGUAGES if language is None else ()
    for spoken in lexicons:
        for level, known in bearers(name, spoken):
            yield from (_of(name, one, level, cost) for one in known)
            if any(one.risk for one in known):
                yield from _cities(name, cities_named(name), cost)
        yield from _cities(name, city_bearers(name, spoken), cost)
    if language not in LANGUAGES:
        yield from _spoken(name, language, cost)


def _spoken(name: str, language: str | None, cost: float) -> Iterator[Resolution]:
    """In the names of CLDR."""
    for identity in sorted(world.named_in(name, language) - {world.REGION}):
        yield _state(name, identity, 0.97 - cost, "name in CLDR")


def _by_bare_name(name: str, language: str | None) -> Iterator[Resolution]:
    """Without the ending or title that the name wears in a sentence."""
    for bare in without_suffixes(name, language or _WRITTEN_IN[script_of(name)]):
        yield from _by_name(bare, language, 0.1)


def _by_world(name: str, language: str | None) -> Iterator[Resolution]:
    """In whatever other language, unless the language's own CLDR says it is a part of the world."""
    if language is None or world.REGION in world.named_in(name, language):
        return
    known = {identity for identity in world.named_in(name, None) if identity != world.REGION}
    for other in LANGUAGES:
        known |= {one.id for _, ones in bearers(name, other) for one in ones if _plain(one)}
    if len(known) == 1:
        yield _state(name, known.pop(), 0.97 - _ELSEWHERE, "name in another language")


def _by_gazetteer(name: str, language: str | None) -> Iterator[Resolution]:
    """A city by whatever name of it, unless states bear the name, or a part of the world does."""
    if not world.named_in(name, None):
        yield from _cities(name, cities_named(name), _ELSEWHERE)


def _by_nearness(name: str, language: str | None) -> Iterator[Resolution]:
    """One letter away from one name and from no other."""
    if world.REGION in world.named_in(name, None):
        return
    for spoken in [language] if language in LANGUAGES else LANGUAGES:
        near = nearness.one_letter_away(name, spoken)
        if near:
            yield _state(name, near, 0.75, "one letter away")


def _plain(name: Name) -> bool:
    return name.form not in _FORM and name.kind != "city"


def _of(name: str, known: Name, level: str, cost: float) -> Resolution:
    score = _LEVEL[level] - _FORM.get(known.form, 0.0) - cost - _doubt(known)
    reason = known.form if level == "exact" else f"{known.form}, {level}"
    return Resolution(name, known.id, known.kind, round(score, 3), reason, known.country)


def _doubt(known: Name) -> float:
    """What a doubtful name costs: much if its state is gone, as a city or region now has it."""
    gone = known.id in states() and states()[known.id].gone
    return (0.12 if gone else 0.02) if known.risk else 0.0


_LEVEL = {"exact": 1.0, "folded": 0.99, "respelt": 0.9}


def _state(name: str, identity: str, score: float, reason: str) -> Resolution:
    kind = "organisation"
    if identity in states():
        present = states()[identity].status
        kind = "territory" if present in {"dependency", "contested", "region"} else "state"
    return Resolution(name, identity, kind, round(score, 3), reason)


def _cities(name: str, found: Sequence[City], cost: float) -> Iterator[Resolution]:
    for rank, one in enumerate(found[:5]):
        yield _city(name, one, 0.9 - cost - 0.05 * rank)


def _city(name: str, found: City, score: float) -> Resolution:
    return Resolution(name, found.id, "city", round(score, 3), "listed city", found.country)


def _best_first(found: Iterable[Resolution]) -> list[Resolution]:
    """One resolution an identity, the surest of each, states before cities at the same score."""
    surest: dict[str, Resolution] = {}
    for one in found:
        if one.id not in surest or surest[one.id].score < one.score:
            surest[one.id] = one
    return sorted(surest.values(), key=lambda r: (-r.score, _RANK[r.kind], r.id))
