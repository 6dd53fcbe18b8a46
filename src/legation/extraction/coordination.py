"""Arguments joined by 'and', commas or a hyphen, as groups with one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.extraction.case_markers import EXAMPLE
from legation.extraction.government import agree
from legation.extraction.pack import Pack
from legation.extraction.phrases import Argument, Group
from legation.extraction.tokens import Token

_COMMAS = ",،"
_ALONG = "along"
_BESIDE = 4
"""A comma, and so many words at most that say 'along with', part a name from its companion."""
_SHARE = "%٪."
"""What stands with a number that is a name's share: 'partners: Peru 67%, Chile 28%'."""


def grouped(arguments: Sequence[Argument], tokens: Sequence[Token], pack: Pack) -> list[Group]:
    """Arguments of one sort joined by 'and', commas or a hyphen, as groups with one case."""
    groups: list[Group] = []
    for argument in sorted(arguments, key=lambda a: (a.start, a.end)):
        if groups and _joins(groups[-1], argument, tokens, pack):
            groups[-1].members.append(argument)
        else:
            groups.append(Group([argument]))
    groups = [part for group in groups for part in _lists(group, tokens, pack)]
    for group in groups:
        group.case = _shared_case(group, pack)
    groups = _with_examples(groups)
    return _with_companions(_led_by_companions(groups, tokens), tokens)


def _with_examples(groups: Sequence[Group]) -> list[Group]:
    """'with Peru and neighbours such as Chile': the examples go with those before the 'and'."""
    found: list[Group] = []
    for group in groups:
        if group.case != EXAMPLE:
            found.append(group)
            continue
        last = found.pop() if found and found[-1].type == group.type else None
        case = last.case if last else ""
        for member in group.members:
            member.case = case if member.case == EXAMPLE else member.case
        found.append(Group([*(last.members if last else []), *group.members], case))
    return found


def _with_companions(groups: Sequence[Group], tokens: Sequence[Token]) -> list[Group]:
    """'Peru, along with Chile, recognised …': who is named beside another does, or suffers, too."""
    found: list[Group] = []
    for group in groups:
        if group.case != _ALONG:
            found.append(group)
            continue
        for member in group.members:
            member.case = "with" if member.case == _ALONG else member.case
        group.case = "with"
        last = found[-1] if found else None
        between = tokens[last.end : group.start] if last else []
        beside = 1 < len(between) <= _BESIDE and _opens_aside(between, last, group)
        if last is not None and beside and not last.case and last.type == group.type:
            for member in group.members:
                member.case = ""
            last.members = [*last.members, *group.members]
        else:
            found.append(group)
    return found


def _led_by_companions(groups: Sequence[Group], tokens: Sequence[Token]) -> list[Group]:
    """'Together with Chile Peru declared …': a bare name right after its companions acts too."""
    found: list[Group] = []
    for group in groups:
        last = found[-1] if found else None
        if last is not None and last.case == _ALONG and _follows(last, group, tokens):
            for member in last.members:
                member.case = ""
            found[-1] = Group([*last.members, *group.members])
        else:
            found.append(group)
    return found


def _follows(along: Group, group: Group, tokens: Sequence[Token]) -> bool:
    between = tokens[along.end : group.start]
    told = bool(group.members[0].ending) and bool(along.members[0].ending)
    acts = not group.case and group.type in ("state", "event")
    return told and not between and acts and along.type == "state"


def _opens_aside(between: Sequence[Token], last: Group | None, along: Group) -> bool:
    """Whether only a comma and words of company part two names, or those words alone where the
    companion's ending tells it ('Перу совместно с Чили …')."""
    if between[0].text in _COMMAS:
        return True
    told = bool(along.members[0].ending) and bool(last and last.members[0].ending)
    return told and len(between) < _BESIDE and last is not None and last.type == "state"


def _lists(group: Group, tokens: Sequence[Token], pack: Pack) -> Iterator[Group]:
    """'Peru, and Chile, Bolivia and Cuba …': a comma with 'and' that closes no list begins one."""
    members = group.members
    for i in range(1, len(members) - 1):
        between = [t.low for t in tokens[members[i - 1].end : members[i].start]]
        joint = [w for w in between if w in pack.conjunctions]
        if len(joint) == 2 and joint[0] in _COMMAS and joint[1] not in _COMMAS:
            yield Group(members[:i])
            yield from _lists(Group(members[i:]), tokens, pack)
            return
    yield group


def _joins(group: Group, argument: Argument, tokens: Sequence[Token], pack: Pack) -> bool:
    last = group.members[-1]
    alike = _sort(last) == _sort(argument) or _co_owners(last, argument)
    if not alike or argument.type == "pair" or last.type == "pair":
        return False
    if argument.start < last.end:
        return False
    words = [t.low for t in tokens[last.end : argument.start]]
    between = _without_asides(words)
    if "(" in words and len(between) < len(words) and last.type != argument.type:
        return False  # 'the League (1920), and Peru …': a member of another sort after a date
    if between == ["-"]:
        return True
    if _closes_apposition(last, argument, between, tokens):
        return False
    if not any(w in pack.conjunctions for w in between) or _describes(between, pack):
        return False
    if last.type == "org" and argument.type == "state" and last.case == "at" and len(between) == 1:
        return False  # '… praised it at the League, Peru withdrew': a place, and then who acts
    if (
        pack.genitive_after
        and not pack.cased
        and _begins_anew(group, argument, between, tokens, pack)
    ):
        return False
    if not pack.and_between(between):
        return _same_marker(last, argument, between, pack)
    return not (argument.case and last.case and not _compatible(last, argument, pack))


def _describes(between: Sequence[str], pack: Pack) -> bool:
    """'Peru, having recognised Chile': a participle tells what the first has done to the second."""
    told = pack.government is not None and between[0] in _COMMAS
    return told and pack.government is not None and between[-1] in pack.government.participles


def _begins_anew(
    group: Group, argument: Argument, between: list[str], tokens: Sequence[Token], pack: Pack
) -> bool:
    """'با میانجیگری عمان، ایران …': after one name in a case, and a comma, who acts; a list would
    go on with another comma or 'and'."""
    alone = len(group.members) == 1 and bool(group.members[0].case) and not argument.case
    if not alone or not all(w in _COMMAS for w in between):
        return False
    following = tokens[argument.end].low if argument.end < len(tokens) else "."
    return following not in pack.conjunctions and following not in ".:("


def _closes_apposition(
    last: Argument, argument: Argument, between: list[str], tokens: Sequence[Token]
) -> bool:
    """'the president of Peru, Ana Ruiz, …': the second comma ends the name, and joins nothing; nor
    does that after an official before whom something else stood: 'Ruiz, the head of Peru, Chile'.
    """
    if not all(w in _COMMAS for w in between):
        return False
    held = any(t.text in _COMMAS for t in tokens[last.start : last.end])
    before = last.start > 0 and tokens[last.start - 1].text in _COMMAS
    return held or (before and last.type == "actor" and argument.type != "actor")


def _without_asides(words: list[str]) -> list[str]:
    """The words between two names without asides: 'Peru (1970), Chile', 'Peru 67%, Chile'."""
    while words and (words[0][0].isdigit() or words[0] in _SHARE):
        words = words[1:]
    if "(" not in words or ")" not in words:
        return words
    return words[: words.index("(")] + words[words.index(")") + 1 :]


def _same_marker(last: Argument, argument: Argument, between: list[str], pack: Pack) -> bool:
    """'with Iraq and with Iran': the marker said again, where it stands before after an 'and'."""
    if pack.genitive_after and not pack.cased and all(w in _COMMAS for w in between[:1]):
        return False
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
    if pack.government and not group.members[0].case:
        told = (m for m in group.members if m.ending not in ("", pack.government.undeclined))
        return next((m.case for m in told), "")
    cases = [m.case for m in group.members if m.case]
    if not cases:
        return ""
    first, last = group.members[0].case, group.members[-1].case
    if pack.endings and not pack.government and last and last != "gen":
        return last
    return first or last or cases[0]
