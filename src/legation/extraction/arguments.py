"""The names of a sentence as arguments, each with the case it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.case_markers import Cases
from legation.extraction.discourse import Memory
from legation.extraction.pack import Pack
from legation.extraction.persons import spoken
from legation.extraction.phrases import Argument, Hit
from legation.extraction.tokens import Token

_EVERYONE = "UN"
"""For whom a statesman speaks who speaks for no state."""


def named_arguments(
    names: Sequence[Sequence[Hit]],
    cases: Cases,
    memory: Memory,
    tokens: Sequence[Token],
    pack: Pack,
) -> list[Argument]:
    """An argument for each name of a sentence; of several identities the likeliest."""
    found = []
    for alternatives in names:
        hit = _likeliest(alternatives, memory)
        known = _at_home(hit, memory) or _in_company(hit, names, pack)
        if hit.unit.risky and not known and not _stands_alone(hit, tokens, pack):
            continue
        if hit.unit.type == "city" and _part_of_name(hit, cases, memory):
            continue
        if hit.unit.form == "city" and pack.cased and _named_after(hit, names, cases):
            continue
        found.append(_argument(hit, alternatives, cases, tokens, memory))
    return found


def _argument(
    hit: Hit,
    alternatives: Sequence[Hit],
    cases: Cases,
    tokens: Sequence[Token],
    memory: Memory,
) -> Argument:
    unit = hit.unit
    if unit.type == "person":
        return _person(hit, alternatives, cases, tokens)
    place = unit.type == "city" or unit.form == "capital"
    state = memory.then(unit.country or unit.value) if place else unit.value
    ending = _ending(hit, alternatives, cases.pack, tokens)
    case = cases.of(hit.start, hit.end, ending)
    form, end = unit.form, hit.end
    if form == "adjective" and end < len(tokens) and tokens[end].low in cases.pack.plurals:
        form, end = "national", end + 1
        case = cases.of(hit.start, end, ending)
    if form in ("adjective", "prefix"):
        case, ending = "gen", ""
    return Argument(
        hit.start,
        end,
        (state,) if state else (),
        case,
        type="place" if place else ("org" if unit.type == "organisation" else "state"),
        form=form,
        ending=ending,
        name=unit.label,
        text=" ".join(t.text for t in tokens[hit.start : end]),
        place=unit.label if place else "",
        choices=tuple(
            dict.fromkeys((memory.then(a.unit.country), a.unit.label) for a in alternatives)
        ),
    )


def _person(
    hit: Hit, alternatives: Sequence[Hit], cases: Cases, tokens: Sequence[Token]
) -> Argument:
    """A statesman, who acts for a state, or for the organisation of all of them."""
    ending = _ending(hit, alternatives, cases.pack, tokens)
    words = (hit.start, hit.end)
    return Argument(
        *words,
        (hit.unit.country or _EVERYONE,),
        cases.of(*words, ending),
        type="actor" if hit.unit.country else "org",
        form="person",
        ending=ending,
        name=hit.unit.label,
        text=spoken(tokens, words),
        person=words,
    )


def _ending(hit: Hit, alternatives: Sequence[Hit], pack: Pack, tokens: Sequence[Token]) -> str:
    """The ending's case, of all that the readings of one name allow where cases are governed."""
    if pack.government is None:
        return hit.case
    said = [a.case for a in alternatives if a.unit.value == hit.unit.value]
    capitals = all(t.text.isupper() for t in tokens[hit.start : hit.end])
    return pack.government.of_name(said, undeclined=bool(hit.unit.exact) or capitals)


def _likeliest(alternatives: Sequence[Hit], memory: Memory) -> Hit:
    """The reading whose state the document is about, or the first."""
    states = [a for a in alternatives if a.unit.type in ("state", "territory", "organisation")]
    if states:
        return _noun_in_genitive(states) or _of_the_page(states, memory)
    about = {*memory.theme.states, memory.topic}
    known = [a for a in alternatives if not (a.unit.country or a.unit.value).startswith("X-")]
    return next((a for a in alternatives if a.unit.country in about), (known or alternatives)[0])


def _of_the_page(states: Sequence[Hit], memory: Memory) -> Hit:
    """Of the states that share an abbreviation the one that the document is about, or the first."""
    short = [s for s in states if s.unit.form == "abbreviation"]
    about = [s for s in short if s.unit.value in memory.theme.states]
    return about[0] if about and len(short) == len(states) else states[0]


def _noun_in_genitive(states: Sequence[Hit]) -> Hit | None:
    """Of an adjective and a noun's genitive that are one word, the noun: its case can be marked."""
    adjective = states[0].unit.form == "adjective"
    nouns = (s for s in states if s.unit.value == states[0].unit.value and s.case == "gen")
    return next((s for s in nouns if s.unit.form != "adjective"), None) if adjective else None


def _in_company(hit: Hit, names: Sequence[Sequence[Hit]], pack: Pack) -> bool:
    """Whether a word that may be a state's name stands in a sentence with a certain one.

    Only where no capitals tell names: there 'মালি' is a gardener, but not beside Senegal.
    """
    if pack.cased or hit.unit.form not in ("short", "adjective", "alias"):
        return False
    others = (n[0].unit for n in names if n[0].unit.value != hit.unit.value)
    return any(u.type in ("state", "organisation") and not u.risky for u in others)


def _stands_alone(hit: Hit, tokens: Sequence[Token], pack: Pack) -> bool:
    """'Jordan', but not 'Michael Jordan' or 'Chad Smith': no other capitalised word beside it."""
    if not pack.cased or hit.unit.form in ("adjective", "national", "prefix"):
        return False
    beside = [tokens[i].text for i in (hit.start - 1, hit.end) if 0 < i < len(tokens)]
    return not any(word[0].isupper() for word in beside)


def _part_of_name(hit: Hit, cases: Cases, memory: Memory) -> bool:
    """'سانتیاگو پنیا': a city the page is not about, bare, beside an unknown word."""
    if cases.pack.cased or not cases.pack.genitive_after or _at_home(hit, memory):
        return False
    if cases.of(hit.start, hit.end, hit.case) not in ("", "gen"):
        return False
    before = hit.unit.form != "capital" and cases.unknown(hit.start - 1)
    return before or cases.unknown(hit.end)


def _named_after(hit: Hit, names: Sequence[Sequence[Hit]], cases: Cases) -> bool:
    """'Milan Petrović', 'Jack London': a person's name, not a city, beside an unknown word."""
    if cases.preceding(hit.start):
        return False
    spoken = {i for alternatives in names for h in alternatives for i in range(h.start, h.end)}
    if hit.start > 2 and _initial(cases.tokens, hit.start - 2):
        return True
    beside = [i for i in (hit.start - 1, hit.end) if i > 0 and cases.unknown(i) and i not in spoken]
    return any(cases.tokens[i].text[0].isupper() for i in beside)


def _initial(tokens: Sequence[Token], at: int) -> bool:
    """Whether an initial with its full stop stands at a token, after another name: 'John B.'."""
    letter, before = tokens[at].text, tokens[at - 1].text
    stop = tokens[at + 1].text == "." and len(letter) == 1 and letter.isupper()
    return stop and before[0].isupper()


def _at_home(hit: Hit, memory: Memory) -> bool:
    """Whether the document's theme makes a name that is also a word a name."""
    state = hit.unit.country or hit.unit.value
    return state in memory.theme.states or state in memory.heading or state == memory.topic
