"""Labels: what to call an identity in a language, where people read it."""

from __future__ import annotations

from functools import cache

from legation.entities.lexicon import LANGUAGES, names

_PREFERENCE = ("short", "official", "abbreviation", "capital", "city", "alias")


def label(identity: str, language: str = "en") -> str:
    """The name of an identity in a language, else in English, else the identity itself.

    >>> label("BLR", "fa"), label("IRN", "bn"), label("no such thing", "en")
    ('بلاروس', 'ইরান', 'no such thing')
    """
    spoken = _labels(language) if language in LANGUAGES else {}
    return spoken.get(identity) or _labels("en").get(identity) or identity


@cache
def _labels(language: str) -> dict[str, str]:
    best: dict[str, tuple[int, str]] = {}
    for name in names(language):
        if name.form not in _PREFERENCE:
            continue
        rank = _PREFERENCE.index(name.form)
        if name.id not in best or rank < best[name.id][0]:
            best[name.id] = (rank, name.text)
    return {identity: text for identity, (_, text) in best.items()}
