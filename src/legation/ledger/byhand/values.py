"""What a person writes for a role of a claim, as the claim holds it; or why it cannot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from legation.model.claims import RoleValue
from legation.model.decisions import folded
from legation.model.edtf import parse
from legation.model.errors import DateError, UsageError
from legation.model.kinds import Kind, kinds
from legation.model.roles import allowed, holding

_SEVERAL = {"parties": "party", "cities": "city", "persons": "person"}
_OF_THINGS = frozenset({"id", "code", "name", "text", "state", "romanised"})


def known_kind(name: str) -> Kind:
    """The kind of this name; raises UsageError (LG-U034) where there is none.

    >>> known_kind("visit").key
    ('from', 'to')
    """
    if name not in kinds():
        raise UsageError(
            "LG-U034",
            f"there is no kind of claim {name!r}",
            remedy=f"use one of {', '.join(kinds())}",
        )
    return kinds()[name]


def known_date(given: Any, field: str = "when") -> str:
    """The date of a field as EDTF writes it; raises DateError (LG-T001 to LG-T003) else.

    >>> known_date("2011-05")
    '2011-05'
    """
    try:
        return str(parse(str(given)))
    except DateError as problem:
        where = f"{field}: {given}"
        raise DateError(problem.code, problem.what, where=where, remedy=problem.remedy) from None


def require_role(kind: Kind, role: str) -> None:
    """Raise UsageError (LG-U030) unless the kind has the role.

    >>> require_role(known_kind("visit"), "to")
    """
    if role not in kind.roles:
        raise UsageError(
            "LG-U030",
            f"a claim of kind {kind.name!r} has no {role!r}",
            remedy=f"it has {', '.join(kind.roles)}, when, polarity and modality",
        )


def role_value(
    kind: Kind,
    role: str,
    given: Any,
    parties: Collection[str] = (),
    texts: Mapping[str, str] | None = None,
) -> RoleValue:
    """The value that `given`, a text or what JSON holds, is for a role of a kind.

    `parties` are the codes of the states that the claim is about, for telling cities; `texts` the
    words of the document for a thing, by the name of its span. Raises UsageError: LG-U005 a party
    is not known, LG-U030 the kind has no such role, LG-U031 the role cannot hold that.

    >>> visit = known_kind("visit")
    >>> role_value(visit, "to", "بلاروس"), role_value(visit, "city", "Minsk", {"BLR"})
    ('BLR', {'name': 'Minsk', 'state': 'BLR'})
    """
    require_role(kind, role)
    what = holding(kind.name, role)
    texts = texts or {}
    if what in _SEVERAL:
        values = [
            _one(kind, role, _SEVERAL[what], part, parties, texts.get(f"{role}.{place}"))
            for place, part in enumerate(_parts(kind, role, given))
        ]
        if any(value in values[:place] for place, value in enumerate(values)):
            raise _unfit(role, given, "name each once")
        return values
    return _one(kind, role, what, given, parties, texts.get(role))


def same_value(held: RoleValue, given: RoleValue) -> bool:
    """Whether `given` says no more and nothing else than what is held; words do not matter.

    >>> same_value({"name": "Minsk", "text": "মিন্স্কে", "state": "BLR"}, {"name": "minsk"})
    True
    """
    if isinstance(held, list) and isinstance(given, list):
        return len(held) == len(given) and all(map(same_value, held, given))
    if isinstance(held, dict) and isinstance(given, dict):
        said = {key: value for key, value in given.items() if key != "text"}
        return all(key in held and _alike(held[key], value) for key, value in said.items())
    return bool(held == given)


def _alike(held: Any, given: Any) -> bool:
    return folded(str(held)) == folded(str(given))


def _parts(kind: Kind, role: str, given: Any) -> Sequence[Any]:
    """The parts of a role that holds several: a list, or a text with commas."""
    parts = [part.strip() for part in given.split(",")] if isinstance(given, str) else given
    least = 2 if role in kind.key else 1
    if not isinstance(parts, (list, tuple)) or len(parts) < least:
        raise _unfit(role, given, f"name {least} or more, with commas between")
    return parts


def _one(
    kind: Kind, role: str, what: str, given: Any, parties: Collection[str], text: str | None
) -> RoleValue:
    if isinstance(given, Mapping) and what != "word":
        return _as_given(role, given)
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        given = str(given)
    if not isinstance(given, str) or not given.strip():
        raise _unfit(role, given, "write a name or a word")
    given = " ".join(given.split())
    if what == "party":
        return _party(role, given)
    if what == "word":
        return _word(kind, role, given)
    named = _city(given, parties) if what == "city" else _named(given, what)
    return {**named, "text": text} if text else named


def _as_given(role: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """A thing as JSON has it, with the fields that claims give to things."""
    texts = all(isinstance(v, str) for key, v in given.items() if key != "romanised")
    if not isinstance(given.get("name"), str) or not set(given) <= _OF_THINGS or not texts:
        raise _unfit(role, dict(given), "a thing has a name, and may have text, state and id")
    return dict(given)


def _party(role: str, given: str) -> RoleValue:
    from legation.entities.parties import party_named
    from legation.extraction.uncoded import identified

    try:
        return identified(party_named(given, organisation=role == "organisation"))
    except UsageError as problem:
        raise UsageError(problem.code, problem.what, where=role, remedy=problem.remedy) from None


def _word(kind: Kind, role: str, given: str) -> str:
    words = allowed(kind.name, role)
    if words and given not in words:
        raise _unfit(role, given, f"use one of {', '.join(words)}")
    return given


def _city(given: str, parties: Collection[str]) -> dict[str, Any]:
    """A city by its English name and its state; one that no list has stays as it is written."""
    from legation.entities import resolve_city

    found = resolve_city(given, countries=parties)
    if found.city is None or found.reason != "listed":
        return {"name": given}
    return {"name": found.city.name, "state": found.city.country}


def _named(given: str, what: str) -> dict[str, Any]:
    if what != "person":
        return {"name": given}
    from legation.entities.persons import romanise
    from legation.entities.romanisation import script_of

    if script_of(given) == "latin":
        return {"name": given}
    return {"name": romanise(given), "text": given, "romanised": True}


def _unfit(role: str, given: Any, remedy: str) -> UsageError:
    return UsageError("LG-U031", f"{role!r} cannot be {given!r}", remedy=remedy)
