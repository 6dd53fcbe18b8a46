"""The cascade: a document goes in, its claims come out, each with the words that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from legation.entities import state
from legation.extraction.antecedents import lend_relatives
from legation.extraction.assembly import Assembly
from legation.extraction.clauses import clauses_of
from legation.extraction.coordination import grouped
from legation.extraction.crossing import crossed
from legation.extraction.discourse import Memory, Named, Theme
from legation.extraction.echoes import echoed
from legation.extraction.envoy_roles import note_envoy
from legation.extraction.eras import departed, outlived
from legation.extraction.gapping import parted
from legation.extraction.hits import of_concept
from legation.extraction.lending import lend_labels, lend_objects, own_objects
from legation.extraction.matching import Match, matches
from legation.extraction.mentions import BREAKS, arguments_of
from legation.extraction.other_roles import note_organisation
from legation.extraction.pack import Pack
from legation.extraction.pages import Reading, below_titles, lead_in, named_states, read_page
from legation.extraction.participles import lend_antecedents
from legation.extraction.phrases import Argument, Clause, Group
from legation.extraction.protests import lend_protests
from legation.extraction.remembrance import carry_subject, remember
from legation.extraction.resuming import resume_subjects
from legation.extraction.retelling import told_once
from legation.extraction.run_ins import tell_relations
from legation.extraction.sections import announces, is_row, open_section, with_sections
from legation.extraction.shown import show_missions
from legation.extraction.tellings import dates_only, following_kinds, shares, tells, told_so
from legation.extraction.tenures import mark_held
from legation.extraction.tokens import Token
from legation.extraction.witness import Witness
from legation.model.claims import Claim
from legation.model.documents import Document

_LEAD = 6
"""Among so many tokens the mark stands that ends a lead-in."""


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
    arguments = arguments_of(reading, memory, pack)
    for argument in arguments:
        if argument.states and argument.form != "pronoun" and not argument.guessed:
            named = Named(argument, reading.sentence)
            for state_ in argument.states:
                memory.mentions[state_] = named
    groups = _without_lead_in(grouped(arguments, tokens, pack), reading, memory, pack)
    if reading.sentence.heading:
        open_section(reading.sentence, reading.concepts, groups, memory, pack)
        memory.section.date = _title_date(reading, memory)
    clauses = clauses_of(tokens, reading.concepts, groups, pack, reading.whole)
    clauses = crossed(parted(clauses, reading.dates, tokens, pack, memory.theme.focus), pack)
    if not pack.verb_last:
        resume_subjects(clauses, tokens)
        lend_antecedents(clauses, tokens, pack)
        lend_relatives(clauses, tokens)
    with_sections(clauses, reading.sentence, memory, reading.dates)
    tell_relations(clauses[0], reading.sentence, reading.dates, memory)
    lend_labels(clauses, tokens)
    show_missions(clauses, reading.sentence, pack)
    lend_objects(clauses, memory, own_objects(reading.markers, tokens, pack))
    lend_protests(clauses)
    mark_held(clauses, reading.dates, tokens)
    breaks = [] if pack.verb_last else _breaks(tokens, arguments)
    joints = [i for i, t in enumerate(tokens) if t.low in pack.conjunctions]
    matched = [matches(clause.hits, breaks, pack.verb_last, joints) for clause in clauses]
    if witness:
        witness.sentence(reading, arguments, memory)
    for i, clause in enumerate(clauses):
        unread = i > 0 and not matched[i - 1] and tells(clauses[i - 1])
        if not matched[i] and not unread and (again := echoed(clause, memory, reading.dates)):
            clause.hits = [*clause.hits, *again]
            matched[i] = matches(clause.hits, breaks, pack.verb_last, joints)
        more = i + 1 < len(clauses)
        following = following_kinds(i + 1, clauses, matched, tokens, pack)
        lent = more and pack.verb_last and not following
        lent = lent or (more and dates_only(clauses[i + 1]))
        found = [
            replace(m, shares=True) if lent or (following and shares(m, following)) else m
            for m in told_so(matched[i], clause, reading, pack)
        ]
        _claim(clause, found, reading, memory, assembly, witness)
        note_envoy(clause, memory, pack, reading.sentence)
        note_organisation(clause, memory, reading.sentence)
        carry_subject(clause, found, memory, pack)
    memory.section.fresh = memory.section.fresh and reading.sentence.heading
    memory.note(s for a in arguments if a.type in ("state", "actor") for s in a.states)
    remember(arguments, groups, memory, reading)


def _listed(reading: Reading, memory: Memory) -> bool:
    """Whether a line with nothing but a date and strange names may be an item of its heading."""
    return (
        bool((memory.section.hits or memory.heading) and reading.dates)
        and not reading.sentence.heading
    )


def _breaks(tokens: Sequence[Token], arguments: Sequence[Argument]) -> list[int]:
    """Where commas and the like stand that are no part of an argument."""
    places = [i for i, t in enumerate(tokens) if t.text in BREAKS]
    if not places:
        return places
    within = {i for a in arguments for i in range(a.start, a.end)}
    within |= {i for a in arguments for i in _brackets(a, tokens)}
    return [i for i in places if i not in within]


def _brackets(argument: Argument, tokens: Sequence[Token]) -> tuple[int, ...]:
    """Where brackets stand around a name alone: 'the United Nations (UN) Security Council'."""
    opening, closing = argument.start - 1, argument.end
    if opening < 0 or closing >= len(tokens):
        return ()
    around = tokens[opening].text == "(" and tokens[closing].text == ")"
    return (opening, closing) if around else ()


def _title_date(reading: Reading, memory: Memory) -> str | None:
    """The date in the title of a guide, from which those below it may lead on."""
    dates = [d.mention.when for d in reading.dates if d.mention.when]
    return dates[0] if dates and memory.theme.keeper else None


def _without_lead_in(
    groups: list[Group], reading: Reading, memory: Memory, pack: Pack
) -> list[Group]:
    """The groups but for states before a colon or a dash that leads in, which say what the
    paragraph is about.

    In a table of relations they are what a row tells of.
    """
    above = of_concept(memory.section.hits, "RELATIONS")
    if above and is_row(groups, reading.sentence, reading.dates):
        return groups
    labels = {h.start for h in of_concept(reading.concepts, "LABEL")}
    if lead_in([reading]) and not pack.dashes:
        labels |= {i for i, t in enumerate(reading.sentence.tokens[:_LEAD]) if t.text == "-"}
    opening = [g for g in groups if g.start <= 1 and g.end in labels and g.type == "state"]
    return [g for g in groups if g not in opening]


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
