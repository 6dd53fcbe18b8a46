"""The cascade: a document goes in, its claims come out, each with the words that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from legation.entities import state
from legation.extraction.actors import Scene, with_actors
from legation.extraction.arguments import named_arguments
from legation.extraction.assembly import Assembly
from legation.extraction.background import governed, unreal
from legation.extraction.case_markers import Cases
from legation.extraction.clauses import clauses_of
from legation.extraction.coordination import grouped
from legation.extraction.crossing import crossed
from legation.extraction.discourse import Memory, Named, Theme
from legation.extraction.echoes import echoed
from legation.extraction.envoy_roles import note_envoy
from legation.extraction.eras import departed, outlived
from legation.extraction.frames import Match, matches, telling
from legation.extraction.gapping import parted
from legation.extraction.hits import of_concept
from legation.extraction.lending import lend_labels, lend_objects, own_objects
from legation.extraction.other_roles import note_organisation
from legation.extraction.pack import Pack
from legation.extraction.pages import Reading, below_titles, lead_in, named_states, read_page
from legation.extraction.participles import lend_antecedents
from legation.extraction.phrases import Argument, Clause, Group, Hit
from legation.extraction.places import with_countries
from legation.extraction.references import called, personal, referring
from legation.extraction.resuming import resume_subjects
from legation.extraction.retelling import told_once
from legation.extraction.run_ins import tell_relations
from legation.extraction.sections import announces, is_row, open_section, with_section
from legation.extraction.sessions import of_body
from legation.extraction.shown import show_missions
from legation.extraction.tenures import mark_held
from legation.extraction.tokens import Token
from legation.extraction.war_names import name_treaties, name_wars
from legation.extraction.witness import Witness
from legation.model.claims import Claim
from legation.model.documents import Document
from legation.model.kinds import kinds

_ENDING = ("VERB", "ADVERB")
"""Concepts after which a name belongs to nothing said before it."""


_OPENING = 3
"""Among so many words a phrase has its participle ('до апреля служивший')."""

_BREAKS = frozenset(",،;:()")


def extract(document: Document, witness: Witness | None = None) -> list[Claim]:
    """The claims of a document, in the order of its text; a `witness` is told how they came about.

    Raises LanguageError where there is no pack for the document's language.

    >>> page = Document("Peru opened an embassy in Warsaw in 1969.", "page.txt", "en")
    >>> [(c.kind, c.roles["sender"], c.roles["host"], c.when) for c in extract(page)]
    [('mission_opened', 'PER', 'POL', '1969')]
    """
    page = read_page(document)
    if witness:
        witness.opened(page)
    memory = Memory(page.theme, forerunners=_forerunners(page.theme, page.counts))
    memory.home = page.pack.home
    assembly = Assembly(document, page.shadow, page.pack)
    assembly.maker.gone = departed(page.counts, page.theme.states, guide=bool(page.theme.keeper))
    own = page.theme.states if page.theme.keeper else ()
    assembly.maker.heirs = outlived(page.counts, own)
    above: tuple[str, ...] = ()
    for paragraph, readings in page.paragraphs:
        states = [s for r in readings for s in named_states(r)]
        if paragraph.heading:
            above = tuple(dict.fromkeys(s for s in states))
        memory.heading = (not paragraph.heading and lead_in(readings)) or above
        memory.open_paragraph(states, title=paragraph.heading)
        for reading in readings:
            _say(reading, memory, assembly, page.pack, witness)
    return told_once(below_titles(assembly.claims, page))


def _forerunners(theme: Theme, counts: Counter[str]) -> dict[str, str]:
    """Which state of the theme, gone since, each state now there took the place of."""
    return {
        heir: gone
        for gone in theme.states
        for heir in state(gone).successors
        if counts[heir] <= counts[gone] / 2 and heir not in theme.states
    }


def _say(
    reading: Reading, memory: Memory, assembly: Assembly, pack: Pack, witness: Witness | None
) -> None:
    """The second pass over a sentence: arguments, clauses, claims; what is kept in memory."""
    tokens = reading.sentence.tokens
    if not reading.concepts and not reading.names and not _listed(reading, memory):
        return
    arguments = _arguments(reading, memory, pack)
    for argument in arguments:
        if argument.states and argument.form != "pronoun" and not argument.guessed:
            named = Named(argument, reading.sentence)
            for state_ in argument.states:
                memory.mentions[state_] = named
    groups = _without_lead_in(grouped(arguments, tokens, pack), reading, memory)
    if reading.sentence.heading:
        open_section(reading.sentence, reading.concepts, groups, memory, pack)
        memory.section.date = _title_date(reading, memory)
    clauses = clauses_of(tokens, reading.concepts, groups, pack, reading.whole)
    clauses = crossed(parted(clauses, reading.dates, tokens, pack), pack)
    if not pack.verb_last:
        resume_subjects(clauses, tokens)
        lend_antecedents(clauses, tokens, pack)
    with_section(clauses[0], reading.sentence, memory, reading.dates)
    tell_relations(clauses[0], reading.sentence, reading.dates, memory)
    lend_labels(clauses, tokens)
    show_missions(clauses, reading.sentence, pack)
    lend_objects(clauses, memory, own_objects(reading.markers, tokens, pack))
    mark_held(clauses, reading.dates, tokens)
    breaks = [] if pack.verb_last else _breaks(tokens, arguments)
    joints = [i for i, t in enumerate(tokens) if t.low in pack.conjunctions]
    matched = [matches(clause.hits, breaks, pack.verb_last, joints) for clause in clauses]
    if witness:
        witness.sentence(reading, arguments, memory)
    for i, clause in enumerate(clauses):
        unread = i > 0 and not matched[i - 1] and _tells(clauses[i - 1])
        if not matched[i] and not unread and (again := echoed(clause, memory)):
            clause.hits = [*clause.hits, *again]
            matched[i] = matches(clause.hits, breaks, pack.verb_last, joints)
        more = i + 1 < len(clauses)
        following = _following(i + 1, clauses, matched, tokens, pack)
        lent = more and pack.verb_last and not following
        lent = lent or (more and _dates_only(clauses[i + 1]))
        found = [
            replace(m, shares=True) if lent or (following and _shares(m, following)) else m
            for m in _told_so(matched[i], clause, reading, pack)
        ]
        _claim(clause, found, reading, memory, assembly, witness)
        note_envoy(clause, memory, pack, reading.sentence)
        note_organisation(clause, memory, reading.sentence)
        _carry_subject(clause, found, memory, pack)
    memory.section.fresh = memory.section.fresh and reading.sentence.heading
    memory.note(s for a in arguments if a.type in ("state", "actor") for s in a.states)
    _remember(arguments, groups, memory, reading)


def _listed(reading: Reading, memory: Memory) -> bool:
    """Whether a line with nothing but a date and strange names may be an item of its heading."""
    return (
        bool((memory.section.hits or memory.heading) and reading.dates)
        and not reading.sentence.heading
    )


def _tells(clause: Clause) -> bool:
    return any(h.concept in telling() for h in clause.hits)


def _breaks(tokens: Sequence[Token], arguments: Sequence[Argument]) -> list[int]:
    """Where commas and the like stand that are no part of an argument."""
    places = [i for i, t in enumerate(tokens) if t.text in _BREAKS]
    if not places:
        return places
    within = {i for a in arguments for i in range(a.start, a.end)}
    return [i for i in places if i not in within]


def _following(
    i: int,
    clauses: Sequence[Clause],
    matched: Sequence[Sequence[Match]],
    tokens: Sequence[Token],
    pack: Pack,
) -> Set[str]:
    """The kinds of what the next clause tells, whose date may be for both."""
    if i >= len(clauses) or _describes(clauses[i], tokens, pack):
        return frozenset()
    if pack.dashes and any(h.start == h.end for h in clauses[i].hits):
        return frozenset()  # a half without a verb has a date of its own
    return {m.frame.kind for m in matched[i]}


def _describes(clause: Clause, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether a clause is a participle's phrase, which dates nothing but itself."""
    words = {t.low for t in tokens[clause.start : clause.start + _OPENING]}
    return pack.government is not None and any(w in pack.government.participles for w in words)


def _title_date(reading: Reading, memory: Memory) -> str | None:
    """The date in the title of a guide, from which those below it may lead on."""
    dates = [d.mention.when for d in reading.dates if d.mention.when]
    return dates[0] if dates and memory.theme.keeper else None


def _told_so(found: Sequence[Match], clause: Clause, reading: Reading, pack: Pack) -> list[Match]:
    """The matches of what the clause tells, those that are the background of another marked."""
    tokens = reading.sentence.tokens
    real = [m for m in found if not unreal(m, clause, reading.concepts) and not of_body(m, clause)]
    real = [m for m in real if not governed(m, tokens, pack.undoing, pack)]
    opens = clause.start == 0 or bool(of_concept(clause.hits, "ECHO"))
    return [
        replace(
            m,
            background=governed(m, tokens, pack.backward, pack),
            opens=opens,
            several=_of_several(m, tokens, pack),
            finite=_finite(m, tokens, pack),
        )
        for m in real
    ]


def _finite(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether the head is a verb by its ending, where endings tell verbs."""
    if pack.government is None or not 0 <= match.head.start < len(tokens):
        return False
    return tokens[match.head.start].low in pack.government.verbs


def _of_several(match: Match, tokens: Sequence[Token], pack: Pack) -> bool:
    """Whether the head is a verb in the plural, where words show it."""
    if pack.government is None or not 0 < match.head.end <= len(tokens):
        return False
    return tokens[match.head.end - 1].low in pack.government.plurals


def _dates_only(clause: Clause) -> bool:
    """'… was the first to recognise it, doing so in 1962': the clause only says when."""
    return bool(of_concept(clause.hits, "ECHO")) and not clause.groups


def _shares(match: Match, following: Set[str]) -> bool:
    """Whether a date said after the next clause is for both: 'cut ties with A and recognised B'."""
    families = {kinds()[kind].family for kind in following}
    return match.frame.kind in following or (
        _steps(match.frame.kind) and kinds()[match.frame.kind].family in families
    )


def _steps(kind: str) -> bool:
    return kinds()[kind].aspect == "event" and kinds()[kind].family == "relations"


def _without_lead_in(groups: list[Group], reading: Reading, memory: Memory) -> list[Group]:
    """The groups but for states before a colon, which say what the paragraph is about.

    In a table of relations they are what a row tells of.
    """
    above = of_concept(memory.section.hits, "RELATIONS")
    if above and is_row(groups, reading.sentence, reading.dates):
        return groups
    labels = {h.start for h in of_concept(reading.concepts, "LABEL")}
    opening = [g for g in groups if g.start <= 1 and g.end in labels and g.type == "state"]
    return [g for g in groups if g not in opening]


def _carry_subject(clause: Clause, found: Sequence[Match], memory: Memory, pack: Pack) -> None:
    """The subject of a clause goes on in the next; it stands before the verb, wherever that is."""
    verb = clause.end if pack.verb_last else min((m.head.start for m in found), default=clause.end)
    for group in clause.groups:
        if group.start >= verb:
            return
        if not group.case and all(m.form == "stranger" for m in group.members) and not pack.cased:
            memory.subject = (memory.theme.alone,) if memory.theme.alone else ()
            return
        if not group.case and group.states and all(_speaks(m) for m in group.members):
            memory.subject = tuple(group.states)
            return


def _speaks(argument: Argument) -> bool:
    """Whether an argument acts for a state: it, its officials, or its capital."""
    return argument.type in ("state", "actor", "pair") or argument.form == "capital"


def _arguments(reading: Reading, memory: Memory, pack: Pack) -> list[Argument]:
    tokens = reading.sentence.tokens
    ends = {h.end for h in of_concept(reading.concepts, *_ENDING)} | {d.end for d in reading.dates}
    known = {i for h in reading.concepts for i in range(h.start, h.end)}
    known |= {i for d in reading.dates for i in range(d.start, d.end)}
    cases = Cases(tokens, reading.markers, pack, ends, known)
    named = named_arguments(reading.names, cases, memory, tokens, pack)
    joining = pack.conjunctions - set(_BREAKS)
    said = _said_at(reading.concepts)
    named = with_countries(named, tokens, pack.skipped, said, joining)
    name_wars(named, reading.concepts, pack)
    name_treaties(named, reading.concepts, tokens, pack)
    scene = Scene(tokens, reading.concepts, named, cases, memory, pack)
    persons = _officials(with_actors(scene)) if personal(reading.concepts) else []
    named += referring(reading.concepts, named, cases, memory, tokens, persons)
    named.sort(key=lambda a: a.start)
    return with_actors(scene)


def _officials(arguments: Sequence[Argument]) -> list[Argument]:
    return [a for a in arguments if a.type == "actor" and a.form != "government"]


def _said_at(concepts: Sequence[Hit]) -> set[int]:
    """Where a verb begins that needs somebody who acts."""
    return {h.start for h in of_concept(concepts, "HAVE", "MAINTAIN", "OPEN", "BE")}


def _claim(
    clause: Clause,
    found: Sequence[Match],
    reading: Reading,
    memory: Memory,
    assembly: Assembly,
    witness: Witness | None,
) -> None:
    if witness:
        witness.clause(clause, memory)
    for match in found:
        if announces(match, clause, reading.sentence):
            continue
        rivals: list[Match] = [m for m in found if m is not match]
        assembly.add(
            match, clause, reading.sentence, reading.concepts, reading.dates, memory, rivals
        )
        if witness:
            witness.met(match, assembly.claims)


def _remember(
    arguments: Sequence[Argument], groups: Sequence[Group], memory: Memory, reading: Reading
) -> None:
    tokens = reading.sentence.tokens
    for argument in arguments:
        if argument.person and argument.states and not argument.guessed:
            first, last = argument.person
            memory.remember_person((t.low for t in tokens[first:last]), argument.states[0])
    governed_ = {id(m) for g in groups if g.case not in ("", "by") for m in g.members}
    free = [a for a in arguments if id(a) not in governed_]
    bare = [a for a in free if a.case in ("", "by") and _speaks(a) and a.states]
    if persons := [a for a in _officials(bare) if a.form != "pronoun"]:
        name = persons[0].name or called(persons[0], tokens)
        memory.person = replace(persons[0], name=name)
    if bare and not of_concept(reading.concepts, "LABEL"):
        memory.subject = tuple(dict.fromkeys(bare[0].states))
    if reading.dates and reading.dates[-1].mention.when:
        memory.date = reading.dates[-1].mention.when
