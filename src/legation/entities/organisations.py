"""Organisations: those that states found and join, and movements that act like states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from legation.entities.lexicon import LANGUAGES, Name, names_of_record
from legation.model.errors import UsageError


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation. `id` is its usual English abbreviation; `names` its full name by language.

    `abbreviations` are those of all languages together, former ones too.
    """

    id: str
    name: str
    names: Mapping[str, str]
    abbreviations: tuple[str, ...]


@cache
def organisations() -> Mapping[str, Organisation]:
    """Identity to organisation.

    >>> organisations()["AU"].name, "OAU" in organisations()["AU"].abbreviations
    ('African Union', True)
    """
    full: dict[str, dict[str, str]] = {}
    short: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for name in filter(_is_organisation, names_of_record(language)):
            if name.form == "official":
                full.setdefault(name.id, {}).setdefault(language, name.text)
            elif name.form == "abbreviation":
                short.setdefault(name.id, []).append(name.text)
    return MappingProxyType(
        {
            i: Organisation(i, known["en"], MappingProxyType(known), tuple(short.get(i, ())))
            for i, known in full.items()
        }
    )


def organisation(identity: str) -> Organisation:
    """The organisation of an identity.

    Raises UsageError (LG-E004) for an identity that none has.

    >>> organisation("NAM").names["fa"]
    'جنبش عدم تعهد'
    """
    try:
        return organisations()[identity]
    except KeyError:
        raise UsageError(
            "LG-E004",
            "no organisation has this abbreviation",
            where=identity,
            remedy="use its usual English abbreviation, or its name",
        ) from None


def _is_organisation(name: Name) -> bool:
    return name.kind == "organisation"
