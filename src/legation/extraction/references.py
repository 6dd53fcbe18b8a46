"""Words that stand for states named before: 'both countries', 'it', 'its', 'the country'."""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.case_markers import Cases
from legation.extraction.discourse import Memory
from legation.extraction.frames import telling
from legation.extraction.hits import of_concept
from legation.extraction.persons import spoken
from legation.extraction.phrases import Argument, Hit
from legation.extraction.tokens import Token

_OWNING = ("own", "its", "their", "his", "our")
_FINITE = ("BE", "PASSIVE", "HAVE", "PLAN", "NOT")
_PERSONAL = ("he", "his")
_THEIRS = ("their", "they")
"""Words that may mean two states of which the sentence spoke as of a pair."""
_BESIDE = 3
"""A predicate so near after a name is told of it."""
_SPEAKING = ("we", "our")
"""Words by which the writer, a ministry, means its own state."""


def referring(
    concepts: Sequence[Hit],
    arguments: Sequence[Argument],
    cases: Cases,
    memory: Memory,
    tokens: Sequence[Token],
    persons: Sequence[Argument] = (),
) -> list[Argument]:
    """An argument for each word of reference whose state is known.

    `persons` are the officials of the sentence, for 'he' and 'his'.
    """
    found: list[Argument] = []
    for hit in of_concept(concepts, "PAIR", "SELF", "PRONOUN"):
        if any(a.start < hit.end and hit.start < a.end for a in arguments):
            continue
        if hit.unit.value == "opening" and (hit.start or any(a.start == 1 for a in arguments)):
            continue  # 'both Peru and Chile', 'the embassies of both'
        acts = any(c.start == hit.end and c.concept in _FINITE for c in concepts)
        person = _person(hit, persons, memory, concepts)
        pairs = [f for f in found if f.type == "pair" and hit.unit.value in _THEIRS]
        able = _no_mediators([*arguments, *pairs], concepts)
        states = person.states if person else _meant(hit, able, memory, tokens, acts)
        if states:
            found.append(_argument(hit, states, cases, tokens, person))
    return found


def _no_mediators(arguments: Sequence[Argument], concepts: Sequence[Hit]) -> list[Argument]:
    """The arguments without owners of a mediation, who are neither of the two it is between."""
    by = {h.start for h in of_concept(concepts, "MEDIATE")}
    return [a for a in arguments if not (a.case == "gen" and a.end in by)]


def personal(concepts: Sequence[Hit]) -> bool:
    """Whether a sentence has a word that stands for a person."""
    return any(h.unit.value in _PERSONAL for h in of_concept(concepts, "PRONOUN"))


def _person(
    hit: Hit, persons: Sequence[Argument], memory: Memory, concepts: Sequence[Hit]
) -> Argument | None:
    """Who 'he' is: the last official before it of whom a predicate was told, or the first bare one;
    if the sentence names none, the one spoken of last."""
    if hit.unit.concept != "PRONOUN" or hit.unit.value not in _PERSONAL:
        return None
    before = [p for p in persons if p.end <= hit.start and p.case in ("", "by") and p.states]
    told = {c.start for c in concepts if c.concept in telling()}
    acting = [p for p in before if any(0 <= at - p.end <= _BESIDE for at in told)]
    return acting[-1] if acting else (before[0] if before else memory.person)


def _argument(
    hit: Hit,
    states: tuple[str, ...],
    cases: Cases,
    tokens: Sequence[Token],
    person: Argument | None,
) -> Argument:
    owning = hit.unit.value in _OWNING
    words = (hit.start, hit.end)
    ending = hit.case or _form(hit, cases, tokens)
    case = "gen" if owning else cases.of(*words, ending)
    if person is None or owning:
        sort = "pair" if hit.unit.concept == "PAIR" else "state"
        noun = spoken(tokens, words) if hit.unit.concept == "SELF" else ""
        return Argument(
            *words, states, case, sort, "pronoun", guessed=True, ending=ending, text=noun
        )
    return Argument(
        *words,
        states,
        case,
        "actor",
        form="pronoun",
        name=person.name or called(person, tokens),
        text=spoken(tokens, words),
        office=person.office,
        guessed=True,
    )


def _form(hit: Hit, cases: Cases, tokens: Sequence[Token]) -> str:
    """The cases that a pronoun's form may be, where forms tell."""
    government = cases.pack.government
    return government.pronouns.get(tokens[hit.start].low, "") if government else ""


def called(person: Argument, tokens: Sequence[Token]) -> str:
    """The name of an official, or the words for his office where none is given."""
    return spoken(tokens, person.person) if person.person else person.text


def _same_clause(start: int, end: int, tokens: Sequence[Token]) -> bool:
    return not any(t.text in ",،;:()" for t in tokens[start:end])


def _meant(
    hit: Hit, named: Sequence[Argument], memory: Memory, tokens: Sequence[Token], acts: bool
) -> tuple[str, ...]:
    """The states of a word of reference; `acts`: a finite verb follows it ('it was closing …')."""
    if hit.unit.value in _SPEAKING:
        return memory.theme.states[:1]
    if hit.unit.value == "own":
        return _acting(hit, named, tokens) or memory.subject or _focus(memory)
    if hit.unit.concept == "PAIR":
        mutual = _acting(hit, named, tokens) if hit.unit.value == "each" else ()
        return mutual if len(mutual) > 1 else _two(hit, named, memory)
    before = [a for a in named if a.end <= hit.start and a.states and a.type != "place"]
    bare = _nominatives(hit, before)
    if hit.unit.concept == "SELF" and not bare:
        bare = _capitals(hit, named)
    if hit.unit.value == "his":
        return next((a.states for a in reversed(bare) if a.type == "actor"), ())
    if hit.unit.concept == "PRONOUN" and bare:
        return _before(hit, bare, memory, tokens, acts)
    if hit.unit.concept == "SELF":
        return _this_country(hit, before, bare, memory, tokens)
    if hit.unit.value in _THEIRS and len(memory.subject) < 2:
        return memory.subject
    if hit.unit.value == "its" and (owner := _owner(before)):
        return owner
    return memory.subject or _focus(memory)


def _nominatives(hit: Hit, before: Sequence[Argument]) -> list[Argument]:
    """Who acts before a word of reference; 'he' is no organisation, nor is 'it' one that another
    has done something to ('Peru joined the League, but it left …')."""
    bare = [a for a in before if a.case in ("", "by")]
    acting = next((a.start for a in bare if a.type != "org"), None)
    return [
        a
        for a in bare
        if a.type != "org"
        or (hit.unit.value not in _PERSONAL and (acting is None or a.start < acting))
    ]


def _capitals(hit: Hit, named: Sequence[Argument]) -> list[Argument]:
    """The capitals that act for their states before a word of reference."""
    speaking = (a for a in named if a.type == "place" and a.form == "capital" and not a.case)
    return [a for a in speaking if a.end <= hit.start and a.states]


def _before(
    hit: Hit, bare: Sequence[Argument], memory: Memory, tokens: Sequence[Token], acts: bool
) -> tuple[str, ...]:
    """The states of a pronoun that something named before it in the sentence can be."""
    if hit.unit.value == "it" and not acts and _same_clause(bare[-1].end, hit.start, tokens):
        earlier = [a.states for a in bare[:-1] if a.states != bare[-1].states]
        known = [s for s in (memory.subject,) if s and s != bare[-1].states]
        return next(iter([*reversed(earlier), *known]), ())
    if hit.unit.value in _THEIRS and len(bare) >= 2:
        return tuple(dict.fromkeys(s for a in bare[-2:] for s in a.states))
    return _in_a_row(bare, tokens)


def _acting(hit: Hit, named: Sequence[Argument], tokens: Sequence[Token]) -> tuple[str, ...]:
    """Who acts before a word that means the subject's own: bare names or their official."""
    before = [a for a in named if a.end <= hit.start and a.states]
    speaking = [a for a in before if a.type != "place" or a.form == "capital"]
    bare = [a for a in speaking if a.case in ("", "by")]
    owners = [a for a in speaking if a.case in ("of", "gen")]
    return _in_a_row(bare, tokens) if bare else (owners[0].states if owners else ())


def _owner(before: Sequence[Argument]) -> tuple[str, ...]:
    """The state that the sentence opens with as an owner: 'India's protest led to … its envoy'."""
    first = next((a for a in before if a.form != "pronoun"), None)
    return first.states if first is not None and first.case == "gen" else ()


def _two(hit: Hit, named: Sequence[Argument], memory: Memory) -> tuple[str, ...]:
    """The two states just named in the sentence, or the document's two."""
    pair = memory.pair()
    here = list(
        dict.fromkeys(
            s
            for a in named
            if a.end <= hit.start and a.type in ("state", "actor")
            for s in a.states
        )
    )
    alone = memory.theme.alone
    if len(here) == 1 and alone and here[0] != alone and not memory.heading:
        return (alone, here[0])
    if len(here) == 2 and not (memory.theme.dyad and set(pair) == set(memory.theme.dyad)):
        return (here[0], here[1])
    return pair


def _focus(memory: Memory) -> tuple[str, ...]:
    return (memory.theme.alone,) if memory.theme.alone else ()


def _in_a_row(bare: Sequence[Argument], tokens: Sequence[Token]) -> tuple[str, ...]:
    """The states of the last name and of those listed with it ('A, B and C withdrew their …')."""
    row = [bare[-1]]
    for argument in reversed(bare[:-1]):
        if row[-1].start - argument.end != 1 or tokens[argument.end].text[0].isdigit():
            break
        row.append(argument)
    return tuple(dict.fromkeys(s for a in reversed(row) for s in a.states))


def _headed(memory: Memory) -> tuple[str, ...]:
    """The state that a section is headed by, in a page on another's relations."""
    beside = tuple(s for s in memory.heading if s != memory.theme.focus)
    return beside if len(beside) == 1 and not memory.theme.dyad else ()


def _land(before: Sequence[Argument], acting: Argument) -> tuple[str, ...]:
    """The state in which the sentence says something happened: 'in Yemen … the new republic'."""
    placed = (a for a in reversed(before) if a.type == "state" and a.case == "in")
    return next((a.states[:1] for a in placed if a.states != acting.states), ())


def _this_country(
    hit: Hit,
    before: Sequence[Argument],
    bare: Sequence[Argument],
    memory: Memory,
    tokens: Sequence[Token],
) -> tuple[str, ...]:
    """'This country' is not the one that acts, if another does; else the last that did, or the
    section's. 'Our country' is the one of the page that writes in this language; 'the country' with
    nothing that points, where languages can say so, the one that the page is about."""
    if hit.unit.value == "home":
        return tuple(s for s in memory.theme.states if s in memory.home)[:1]
    acts = bool(bare) and _same_clause(bare[-1].end, hit.start, tokens)
    if acts and hit.unit.value == "there" and (land := _land(before, bare[-1])):
        return land
    if acts and (other := memory.counterpart(bare[-1].states[0])):
        return (other,)
    known = [s for s in (memory.agent, memory.subject, _headed(memory), _focus(memory)) if s]
    if hit.unit.value == "page":
        known = [s for s in (_focus(memory), *known) if s]
    owners = {s for a in before if a.case == "gen" for s in a.states}
    return next((s for s in known if s[0] not in owners), known[0] if known else ())[:1]
