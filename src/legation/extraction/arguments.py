"""Names with the case they stand in: who does, to whom, with whom, where."""

from __future__ import annotations

from collections.abc import Container, Sequence, Set
from dataclasses import replace

from legation.extraction.discourse import Memory
from legation.extraction.government import agree
from legation.extraction.pack import Pack
from legation.extraction.persons import spoken
from legation.extraction.phrases import Argument, Group, Hit
from legation.extraction.tokens import Token

_CLOSERS = {")", '"', "'", "]"}
_SKIPS = 3
_NOUNS = 3
"""So many plain words may stand between a case marker and the owner of what they name."""
_DIRECTIONS = ("to", "from", "in", "against", "on", "by")
"""Cases that hold of a thing and of whose it is; who acts 'with' another's help is alone."""
_EVERYONE = "UN"
"""For whom a statesman speaks who speaks for no state."""
_COMMAS = ",،"


class Cases:
    """The case markers of a sentence, by where they stand."""

    def __init__(
        self,
        tokens: Sequence[Token],
        markers: Sequence[Hit],
        pack: Pack,
        ends: Set[int] = frozenset(),
        known: Set[int] = frozenset(),
    ) -> None:
        """`ends` are the tokens at which verbs, adverbs and dates have ended, `known` those that
        the lexicon knows."""
        self.tokens, self.pack, self.ends = tokens, pack, ends
        self.known = known | {i for h in markers for i in range(h.start, h.end)}
        self.before = {h.end: h.unit.value for h in markers if h.unit.type == "before"}
        self.starts = {h.end: h.start for h in markers if h.unit.type == "before"}
        self.after = {h.start: h.unit.value for h in markers if h.unit.type == "after"}

    def of(self, start: int, end: int, ending: str = "") -> str:
        """The case of the phrase at [start:end), whose last word's ending says `ending`."""
        if self.pack.government:
            return self.governed(start, ending)
        after = self.following(end)
        if after == "obj" and (within := self.preceding(start)):
            return within  # 'سفارت خود در لیما را': the object marker closes the whole phrase
        return after or ending or self.leading(start)

    def governed(self, start: int, ending: str) -> str:
        """The case that marker and ending say together; whose a noun is where nothing tells."""
        government = self.pack.government
        if government is None:
            return ending
        marker = self.preceding(start)
        if not marker and ending == government.undeclined and self._after_noun(start):
            return "of"
        before = self.tokens[start - 1].low if start else ""
        verb = start in self.ends or before in government.verbs
        return government.case(marker, ending, after_verb=verb)

    def unknown(self, i: int) -> bool:
        """Whether the token at i is a word that the lexicon does not know."""
        if not 0 <= i < len(self.tokens) or i in self.known:
            return False
        low = self.tokens[i].low
        plain = low in self.pack.skipped or low in self.pack.conjunctions
        return low[0].isalpha() and not plain

    def leading(self, start: int) -> str:
        """The case that stands before a phrase: a marker's, or that of whose the noun is."""
        return self.preceding(start) or self.owning(start)

    def owning(self, start: int) -> str:
        """gen where the word before is a noun whose owner follows it ('سفارت ایران')."""
        if not self.pack.genitive_after or not self._after_noun(start):
            return ""
        return self._through(start) or "gen"

    def _through(self, start: int) -> str:
        """The case of a noun that means nothing here, for whose it is: 'از موضع ترکیه'."""
        at = start
        while start - at < _NOUNS and at not in self.ends and self._plain(at - 1):
            at -= 1
            if (case := self.before.get(at)) is not None:
                return case if case in _DIRECTIONS else ""
        return ""

    def _plain(self, i: int) -> bool:
        return self.unknown(i) or (i >= 0 and self.tokens[i].low in self.pack.skipped)

    def _after_noun(self, start: int) -> bool:
        at = start
        while at > 0 and at not in self.ends and self.tokens[at - 1].low in self.pack.skipped:
            at -= 1
        if at == 0 or at in self.ends or at in self.before or at - 1 in self.after:
            return False
        word = self.tokens[at - 1].low
        apart = word in self.pack.conjunctions or word in self.pack.separators
        return not apart and word[0].isalpha()

    def following(self, end: int) -> str:
        """The case that a word after the phrase marks."""
        at = end
        while at < len(self.tokens) and self.tokens[at].text in _CLOSERS and at < end + 2:
            if at in self.after:
                break
            at += 1
        return self.after.get(at, "")

    def preceding(self, start: int) -> str:
        """The case that a word before the phrase marks, over articles and adjectives."""
        at = start
        for _ in range(_SKIPS + 1):
            if at in self.before:
                return self.before[at]
            if at == 0 or self.tokens[at - 1].low not in self.pack.skipped:
                return ""
            at -= 1
        return ""


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
    if unit.form in ("adjective", "prefix"):
        case, ending = "gen", ""
    return Argument(
        hit.start,
        hit.end,
        (state,) if state else (),
        case,
        type="place" if place else ("org" if unit.type == "organisation" else "state"),
        form=unit.form,
        ending=ending,
        name=unit.label,
        text=" ".join(t.text for t in tokens[hit.start : hit.end]),
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
        return _noun_in_genitive(states) or states[0]
    about = {*memory.theme.states, memory.topic}
    known = [a for a in alternatives if not (a.unit.country or a.unit.value).startswith("X-")]
    return next((a for a in alternatives if a.unit.country in about), (known or alternatives)[0])


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
    beside = [i for i in (hit.start - 1, hit.end) if i > 0 and cases.unknown(i) and i not in spoken]
    return any(cases.tokens[i].text[0].isupper() for i in beside)


def _at_home(hit: Hit, memory: Memory) -> bool:
    """Whether the document's theme makes a name that is also a word a name."""
    state = hit.unit.country or hit.unit.value
    return state in memory.theme.states or state in memory.heading or state == memory.topic


def grouped(arguments: Sequence[Argument], tokens: Sequence[Token], pack: Pack) -> list[Group]:
    """Arguments of one sort joined by 'and', commas or a hyphen, as groups with one case."""
    groups: list[Group] = []
    for argument in sorted(arguments, key=lambda a: (a.start, a.end)):
        if groups and _joins(groups[-1], argument, tokens, pack):
            groups[-1].members.append(argument)
        else:
            groups.append(Group([argument]))
    for group in groups:
        group.case = _shared_case(group, pack)
    return groups


def _joins(group: Group, argument: Argument, tokens: Sequence[Token], pack: Pack) -> bool:
    last = group.members[-1]
    alike = _sort(last) == _sort(argument) or _co_owners(last, argument)
    if not alike or argument.type == "pair" or last.type == "pair":
        return False
    if argument.start < last.end:
        return False
    between = _without_asides([t.low for t in tokens[last.end : argument.start]])
    if between == ["-"]:
        return True
    if _closes_apposition(last, between, tokens):
        return False
    if not between or not any(w in pack.conjunctions for w in between):
        return False
    if not pack.and_between(between):
        return _same_marker(last, argument, between, pack)
    return not (argument.case and last.case and not _compatible(last, argument, pack))


def _closes_apposition(last: Argument, between: list[str], tokens: Sequence[Token]) -> bool:
    """'the president of Peru, Ana Ruiz, …': the second comma ends the name, and joins nothing."""
    held = any(t.text in _COMMAS for t in tokens[last.start : last.end])
    return held and all(w in _COMMAS for w in between)


def with_countries(
    named: Sequence[Argument], tokens: Sequence[Token], skipped: Container[str] = ()
) -> list[Argument]:
    """A city and the state after it between commas are one place: 'in Lima, Peru, was closed'."""
    found: list[Argument] = []
    for argument in named:
        city = found[-1] if found else None
        if city is not None and _gloss(city, argument, tokens):
            closed = argument.end < len(tokens) and tokens[argument.end].text == ")"
            inner = city.inner or (city.start, city.end)
            found[-1] = replace(city, end=argument.end + 1, inner=inner) if closed else city
            continue
        if city is not None and _its_country(city, argument, tokens):
            comma = argument.end < len(tokens) and tokens[argument.end].text in _COMMAS
            inner = city.inner or (city.start, city.end)
            end = argument.end + comma
            found[-1] = replace(city, end=end, inner=inner, states=argument.states)
        elif city is not None and _of_its_country(city, argument, found[:-1], tokens, skipped):
            found[-1] = replace(argument, states=city.states)
        else:
            found.append(argument)
    return found


def _of_its_country(
    state: Argument,
    city: Argument,
    before: Sequence[Argument],
    tokens: Sequence[Token],
    skipped: Container[str],
) -> bool:
    """'নরওয়ের অসলোতে', 'Norway's capital Oslo': a genitive that only says where a city lies."""
    theirs = set(city.states) | {country for country, _ in city.choices}
    listed = bool(before) and before[-1].type == state.type and state.start - before[-1].end == 1
    return (
        all(t.low in skipped for t in tokens[state.end : city.start])
        and state.type == "state"
        and (state.ending or state.case) == "gen"
        and city.type == "place"
        and not listed
        and bool(theirs & set(state.states))
    )


def _gloss(first: Argument, second: Argument, tokens: Sequence[Token]) -> bool:
    """'the Kingdom of Yemen (North Yemen)', 'Fort Lamy (now N'Djamena)': the same said again."""
    near = first.end < second.start <= first.end + 1 + (first.type == "place")
    beside = near and tokens[first.end].text == "("
    alike = first.type == second.type and first.type in ("state", "place")
    return beside and alike and first.states == second.states


def _its_country(city: Argument, state: Argument, tokens: Sequence[Token]) -> bool:
    beside = state.start == city.end + 1 and tokens[city.end].text in _COMMAS
    theirs = set(city.states) | {country for country, _ in city.choices}
    return (
        beside
        and city.type == "place"
        and state.type == "state"
        and bool(theirs & set(state.states))
    )


def _without_asides(words: list[str]) -> list[str]:
    """The words between two names without those in brackets ('Peru (1970), Chile')."""
    if "(" not in words or ")" not in words:
        return words
    return words[: words.index("(")] + words[words.index(")") + 1 :]


def _same_marker(last: Argument, argument: Argument, between: list[str], pack: Pack) -> bool:
    """'with Iraq and with Iran': the marker said again."""
    rest = [w for w in between if w not in pack.conjunctions and w not in pack.skipped]
    return len(rest) <= 1 and bool(argument.case) and argument.case == last.case


def _compatible(last: Argument, argument: Argument, pack: Pack) -> bool:
    if argument.case == last.case:
        return True
    if pack.government and argument.ending and last.ending:
        return agree(argument.ending, last.ending)
    if pack.genitive_after and argument.case == "obj" and last.case != "obj":
        return True  # the marker closes the whole phrase: 'سفیران خود در لیما و کیتو را'
    marked_last = pack.endings and not pack.genitive_after
    return (bool(marked_last) and last.case in ("", "gen")) or argument.case in ("", "gen")


def _sort(argument: Argument) -> str:
    return "state" if argument.type in ("state", "org") else argument.type


def _co_owners(last: Argument, argument: Argument) -> bool:
    """'the foreign ministers of Armenia and Hungary': a state joined to an official's own."""
    owned = last.type == "actor" and last.inner is not None and last.inner[1] == last.end
    return owned and bool(last.states) and argument.type == "state" and argument.case in ("", "gen")


def _shared_case(group: Group, pack: Pack) -> str:
    cases = [m.case for m in group.members if m.case]
    if not cases:
        return ""
    first, last = group.members[0].case, group.members[-1].case
    if pack.endings and not pack.government and last and last != "gen":
        return last
    return first or last or cases[0]
