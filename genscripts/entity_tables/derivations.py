"""Derivations: the spellings of a name that follow from it by rule, language by language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Said = tuple[str, str, str]
"""(form, text, risk)."""

ZWNJ = "\u200c"
HAMZA_ABOVE = "\u0654"


def derived(said: list[Said], language: str) -> list[Said]:
    """What follows from the names of one identity in one language."""
    rule = _RULES.get(language)
    return [more for one in said for more in rule(*one)] if rule else []


def _persian(form: str, text: str, risk: str) -> Iterator[Said]:
    """Joined and spaced spellings; the plural of nationals in ها and ان."""
    as_alias = "alias" if form in {"short", "official"} else form
    for spelling in persian_spellings(text):
        yield as_alias, spelling, risk
    if form == "adjective" and " " not in text:
        for ending in (f"{ZWNJ}ها", "ها", *(("ان",) if text.endswith("ی") else ())):
            yield "national", text + ending, risk


def persian_spellings(text: str) -> list[str]:
    """The same words without the hamza of ezafe, and with a space or nothing for a ZWNJ.

    >>> persian_spellings("کره")
    []
    """
    plain = text.replace("ه" + HAMZA_ABOVE, "ه").replace("ۀ", "ه")
    spellings = [plain, " ".join(plain.replace(ZWNJ, " ").split()), plain.replace(ZWNJ, "")]
    return [one for one in dict.fromkeys(spellings) if one != text]


def _bengali(form: str, text: str, risk: str) -> Iterator[Said]:
    """Long and short i at the end of an adjective; a name without its joiners; plural nationals."""
    as_alias = "alias" if form in {"short", "official"} else form
    for spelling in bengali_spellings(text, adjective=form in {"adjective", "national"}):
        yield as_alias, spelling, risk
    if form == "adjective" and " " not in text:
        for ending in ("রা", "দের"):
            yield "national", text + ending, risk


def bengali_spellings(text: str, *, adjective: bool = False) -> list[str]:
    """The same word without zero-width joiners, and with the other letter i at its end.

    >>> bengali_spellings("ইরাকি", adjective=True)
    ['ইরাকী']
    """
    plain = text.replace("\u200c", "").replace("\u200d", "")
    spellings = [plain]
    if adjective and plain.endswith(("ি", "ী")):
        spellings.append(plain[:-1] + ("ী" if plain.endswith("ি") else "ি"))
    return [one for one in spellings if one != text]


_RULES: dict[str, Callable[[str, str, str], Iterator[Said]]] = {
    "fa": _persian,
    "bn": _bengali,
}
