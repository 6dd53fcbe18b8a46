"""Dates in a text: from runs of words to mentions."""

from __future__ import annotations

from collections.abc import Iterator

from legation.dates.expressions import find_expressions
from legation.dates.grammar import Grammar, grammar_of
from legation.dates.links import Linked, link
from legation.dates.mention import DateMention, Relation
from legation.dates.placing import Reached, moment_of, place
from legation.dates.runs import Run, find_runs
from legation.dates.shadow import Shadow, cast_shadow
from legation.dates.vocabulary import UNKNOWN, UNKNOWN_MANY

_RELATIONS: dict[str, Relation] = {
    "at": "at",
    "range": "range",
    "between": "between",
    "since": "from",
    "until": "until",
    "by": "by",
    "before": "before",
    "after": "after",
}


def find_dates(text: str, language: str, *, document_date: str | None = None) -> list[DateMention]:
    """The dates that `text` gives, in its order; spans are characters of `text` as given.

    `language` is ISO 639-1; `document_date` is EDTF and gives 'yesterday' its day. Raises
    LanguageError LG-T010 where the language has no table of dates, DateError where
    `document_date` is no EDTF.

    >>> [(found.text, found.when) for found in find_dates("It closed in mid-2006.", "en")]
    [('mid-2006', '2006~')]
    """
    grammar = grammar_of(language)
    shadow = cast_shadow(text)
    reached, passage = Reached(document=moment_of(document_date)), 0
    mentions: list[DateMention] = []
    owned = bool(grammar.vocabulary.table.get("owned_years"))
    for run in find_runs(shadow, grammar):
        if run.passage != passage:
            reached, passage = reached.in_next_passage(), run.passage
        for one in link([*find_expressions(run, grammar)], run, grammar):
            for mention in _mentions(one, run, shadow, reached):
                mentions.append(mention)
                if _aside(one, run, shadow, mention.when, reached):
                    continue
                if not (owned and _owned(one, run, mention.when, grammar)):
                    reached = reached.after(mention.when)
    return mentions


def _owned(one: Linked, run: Run, when: str | None, grammar: Grammar) -> bool:
    """Whether a bare year is that of the word right before it ('the treaty of 1873'), in a language
    in which it would have a preposition if something had happened then."""
    if one.first == 0 or one.kind != "at" or not (when or "").isdigit():
        return False
    before = run.tokens[one.first - 1].symbol
    owns = before in (UNKNOWN, UNKNOWN_MANY) or before in grammar.owners
    return owns and run.between(one.first - 1, one.first) == " "


def _aside(one: Linked, run: Run, shadow: Shadow, when: str | None, reached: Reached) -> bool:
    """Whether a date in brackets only recalls what was before: 'the recognition (1950)'."""
    start = run.tokens[one.first].start
    return shadow.text[max(start - 1, 0) : start] == "(" and reached.is_past(when)


def _mentions(one: Linked, run: Run, shadow: Shadow, reached: Reached) -> Iterator[DateMention]:
    placed = place(one, reached)
    if placed is None:
        return
    span = shadow.span(run.tokens[one.first].start, run.tokens[one.last].end)
    relation = _RELATIONS[one.kind]
    yield DateMention(span, span.of(shadow.original), placed.when, placed.basis, relation)
