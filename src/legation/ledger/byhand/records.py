"""Claims entered by hand: what a person says a source says, with its words and its citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from legation.ledger.byhand.corrections import (
    FIELDS,
    by_hand,
    one_of,
    require_distinct,
    require_keys,
    require_spans,
)
from legation.ledger.byhand.values import known_date, known_kind, role_value
from legation.ledger.byhand.words import only_place, role_spans
from legation.ledger.entries import Entry
from legation.model.answering import require_line
from legation.model.claims import Claim, Source
from legation.model.documents import Document
from legation.model.errors import UsageError
from legation.model.parties import parties
from legation.model.reviews import Review
from legation.model.spans import Span

if TYPE_CHECKING:
    from legation.ledger.store import Ledger

_LANGUAGE = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as a person enters it: kind, roles and date, the words, and where they stand.

    The words stand in `document`, one of the ledger's by its id or uri; or they are given by
    themselves, and then `cite` says where they are from and `lang` in what language they are.
    `spans` are the words of single roles, or their offsets in the document.

    >>> Statement("war", {"parties": ["IRQ", "IRN"]}, "the war of 1980", "A. Reader", "read").when
    """

    kind: str
    roles: Mapping[str, Any]
    words: str
    by: str
    reason: str
    when: str | None = None
    document: str = ""
    cite: str = ""
    lang: str = ""
    date: str | None = None
    polarity: str = "affirmed"
    modality: str = "asserted"
    spans: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement, made ready: the document in which its words stand, the claim, the reason."""

    document: Document
    claim: Claim
    review: Review

    def entries(self) -> tuple[Entry, Review]:
        """What is to be recorded of it: the reading of its author, and why it was entered."""
        return Entry(self.document, [self.claim], self.claim.extractor), self.review


def stated(ledger: Ledger, statement: Statement) -> Stated:
    """The claim that a statement comes to; nothing is recorded yet.

    Raises UsageError: LG-U005, LG-U014 no author or no reason, LG-U017 and LG-U037 no document or
    several are meant, LG-U030 to LG-U036, LG-U038 words without citation or language, LG-U044 what
    is no line of text, LG-U045 one party for two; and DateError where a date is not EDTF.
    """
    kind = known_kind(statement.kind)
    document, quote = _grounds(ledger, statement)
    spans = role_spans(document.text, statement.spans, quote)
    source = Source(
        document.id,
        document.uri,
        document.language,
        quote.start,
        quote.end,
        quote.of(document.text),
        spans,
    )
    claim = Claim(
        kind.name,
        {},
        source,
        when=known_date(statement.when) if statement.when else None,
        when_basis="stated" if statement.when else None,
        polarity=one_of("polarity", statement.polarity, FIELDS["polarity"]),
        modality=one_of("modality", statement.modality, FIELDS["modality"]),
        extractor=by_hand(statement.by),
    )
    claim = _with_roles(claim, statement.roles, document.text)
    require_keys(kind, claim.roles)
    require_distinct(kind, claim.roles)
    require_spans(claim)
    review = Review(claim.id, "accept", statement.by, statement.reason)
    return Stated(document, claim, review)


def record_all(ledger: Ledger, told: Iterable[Stated], dry_run: bool = False) -> list[bool]:
    """Record what was made ready as one batch; tells of each whether it is new to the ledger."""
    new: list[bool] = []
    entries: dict[tuple[str, str], Stated] = {}
    for one in told:
        key = (one.claim.id, one.claim.extractor)
        new.append(key not in entries and not _known(ledger, one))
        if new[-1]:
            entries[key] = one
    if entries and not dry_run:
        ledger.record_all(entry for one in entries.values() for entry in one.entries())
    return new


def _known(ledger: Ledger, one: Stated) -> bool:
    """Whether the same author entered the same claim before, and it still counts."""
    about = sorted(parties(one.claim))[:2]
    return any(
        (held.id, held.extractor) == (one.claim.id, one.claim.extractor)
        for held in ledger.claims(about or None)
    )


def _grounds(ledger: Ledger, statement: Statement) -> tuple[Document, Span]:
    if statement.document:
        document = ledger.find_document(statement.document)
        return document, only_place(document.text, statement.words)
    if not statement.words.strip() or not statement.cite.strip():
        raise _lacking("words and their citation")
    if not _LANGUAGE.fullmatch(statement.lang):
        raise _lacking("the language of the words, such as en")
    require_line("the citation", statement.cite)
    date = known_date(statement.date, "date") if statement.date else None
    document = Document(statement.words, statement.cite, statement.lang, date)
    return document, Span(0, len(statement.words))


def _with_roles(claim: Claim, given: Mapping[str, Any], text: str) -> Claim:
    """The claim with its roles, those of parties first: they tell which city is meant."""
    kind = known_kind(claim.kind)
    texts = {name: span.of(text) for name, span in claim.source.spans.items()}
    roles = {role: one for role, one in given.items() if one not in (None, "", [])}
    for role in sorted(roles, key=lambda role: (role not in kind.parties, role)):
        value = role_value(kind, role, roles[role], parties(claim), texts)
        claim = replace(claim, roles={**claim.roles, role: value})
    return claim


def _lacking(what: str) -> UsageError:
    return UsageError(
        "LG-U038",
        f"a claim entered by hand lacks {what}",
        remedy="give them, or name the document of the ledger in which the words stand",
    )
