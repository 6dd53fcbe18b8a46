"""What readers decided, as JSON Lines: a file to read, to keep under version control, to apply.

A line is the last verdict on one claim, one pair of names or one document, and its order and keys
are fixed, so that two files differ by what was decided. Ids of claims and documents are the same on
every machine: a file fits any ledger that has read the same documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from legation.exports.json_lines import Line, written_line
from legation.ledger import Ledger
from legation.ledger.byhand.corrections import Change, difference
from legation.ledger.byhand.verdicts import verdict_on
from legation.model.claims import Claim
from legation.model.decisions import Decision, Verdict
from legation.model.documents import Document
from legation.model.errors import InputError, LegationError
from legation.model.parties import parties
from legation.model.reviews import Review, ReviewVerdict
from legation.model.withdrawals import Withdrawal, WithdrawalVerdict
from legation.views.persons import require_known

_OF_CLAIMS = ("claim", "verdict", "set", "words", "spans", "by", "reason", "about")
_OF_NAMES = ("names", "verdict", "by", "reason")
_OF_DOCUMENTS = ("document", "verdict", "by", "reason", "about")
_TAKEN_BACK = ("undo", "restore")
Made = Review | Decision | Withdrawal
Subject = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file of verdicts comes to: those that would be new, and how many hold already."""

    new: tuple[Made, ...]
    holding: int

    def to_json(self) -> dict[str, Any]:
        """The plan as a JSON object.

        >>> Plan((), 2).to_json()
        {'new': 0, 'unchanged': 2, 'verdicts': []}
        """
        told = [one.to_json() for one in self.new]
        return {"new": len(self.new), "unchanged": self.holding, "verdicts": told}


def review_lines(ledger: Ledger, as_of: str | None = None) -> Iterator[str]:
    """The last verdict on each claim, then on each pair of names, then on each document that was
    withdrawn or restored, as lines in a fixed order."""
    last = {review.claim: review for review in ledger.reviews(as_of)}
    for claim in sorted(last):
        yield written_line(_row(ledger.find(claim, as_of).claim, last[claim]))
    decided = {decision.pair: decision for decision in ledger.decisions(as_of)}
    for pair in sorted(decided):
        one = decided[pair]
        names = sorted(one.names)
        yield written_line(
            {"names": names, "verdict": one.verdict, "by": one.by, "reason": one.reason}
        )
    withdrawn = {withdrawal.document: withdrawal for withdrawal in ledger.withdrawals(as_of)}
    for id_ in sorted(withdrawn):
        yield written_line(_row_of_document(ledger.document(id_, as_of), withdrawn[id_]))


def planned(ledger: Ledger, lines: Sequence[Line]) -> Plan:
    """What the lines of a file would add to a ledger; nothing is recorded.

    A line whose verdict holds already, by the same author for the same reason, adds nothing.
    Raises InputError (LG-I010) with the line and what is wrong with it.
    """
    holding = _holding(ledger)
    decided: dict[Subject, int] = {}
    new: list[Made] = []
    for line in lines:
        made = _read(ledger, line)
        subject = _subject(made)
        if subject in decided:
            raise line.wrong(
                f"line {decided[subject]} decides on the same already", "keep one of the two"
            )
        decided[subject] = line.number
        if not _holds(holding.get(subject), made):
            new.append(made)
    return Plan(tuple(new), len(lines) - len(new))


def apply(ledger: Ledger, plan: Plan) -> Plan:
    """Record a plan as one batch, all of it or nothing, and give it back with its recorded time."""
    if not plan.new:
        return plan
    at = ledger.record_all(plan.new)
    return Plan(tuple(replace(made, recorded_at=at) for made in plan.new), plan.holding)


def _row(claim: Claim, review: Review) -> dict[str, Any]:
    row: dict[str, Any] = {"claim": claim.id, "verdict": review.verdict}
    if review.replacement:
        change = difference(claim, review.replacement)
        row |= {"set": change.values}
        row |= {"words": change.words} if change.words else {}
        row |= {"spans": change.spans} if change.spans else {}
    about = ", ".join([claim.kind, *sorted(parties(claim)), claim.when or "undated"])
    said = {"about": f"{about}: {' '.join(claim.source.quote.split())}"}
    return row | {"by": review.by, "reason": review.reason} | said


def _row_of_document(document: Document, last: Withdrawal) -> dict[str, Any]:
    said = {"by": last.by, "reason": last.reason, "about": document.uri}
    return {"document": document.id, "verdict": last.verdict} | said


def _holding(ledger: Ledger) -> dict[Subject, Made]:
    last: dict[Subject, Made] = {_subject(one): one for one in ledger.reviews()}
    last |= {_subject(one): one for one in ledger.decisions()}
    return last | {_subject(one): one for one in ledger.withdrawals()}


def _subject(made: Made) -> Subject:
    if isinstance(made, Withdrawal):
        return "", "document", made.document
    return made.pair if isinstance(made, Decision) else (made.claim,)


def _holds(last: Made | None, made: Made) -> bool:
    """Whether a verdict changes nothing; nor does it to take back what does not hold."""
    if last is None or last.verdict in _TAKEN_BACK:
        return made.verdict in _TAKEN_BACK
    if not (isinstance(last, Review) and isinstance(made, Review)):
        return (last.verdict, last.by, last.reason) == (made.verdict, made.by, made.reason)
    return last == replace(made, recorded_at=last.recorded_at)


def _read(ledger: Ledger, line: Line) -> Made:
    """The verdict of a line; what is wrong with it is told with its place."""
    try:
        reader = next((_READERS[field] for field in _READERS if field in line.row), _review)
        return reader(ledger, line)
    except InputError:
        raise
    except LegationError as problem:
        raise line.blamed(problem) from problem


def _review(ledger: Ledger, line: Line) -> Review:
    line.require_fields(_OF_CLAIMS)
    verdict, by, reason = _verdict(line, get_args(ReviewVerdict))
    held = ledger.find(line.text("claim"))
    if verdict == "undo":
        return Review(held.corrects or held.claim.id, "undo", by, reason)
    change = Change(line.mapping("set"), line.text("words", "") or None, line.mapping("spans"))
    return verdict_on(ledger, held.claim.id, verdict, by, reason, change)


def _decision(ledger: Ledger, line: Line) -> Decision:
    line.require_fields(_OF_NAMES)
    names = line.row["names"]
    if not isinstance(names, list) or [type(name) for name in names] != [str, str]:
        raise line.wrong("'names' is no list of two names", "give two, as `persons` shows them")
    verdict, by, reason = _verdict(line, get_args(Verdict))
    decision = Decision(verdict, (names[0], names[1]), by, reason)
    require_known(ledger, decision)
    return decision


def _withdrawal(ledger: Ledger, line: Line) -> Withdrawal:
    line.require_fields(_OF_DOCUMENTS)
    verdict, by, reason = _verdict(line, get_args(WithdrawalVerdict))
    return Withdrawal(ledger.document(line.text("document")).id, verdict, by, reason)


_READERS: dict[str, Callable[[Ledger, Line], Made]] = {
    "names": _decision,
    "document": _withdrawal,
}


def _verdict(line: Line, verdicts: tuple[str, ...]) -> tuple[Any, str, str]:
    verdict = line.text("verdict")
    if verdict not in verdicts:
        raise line.wrong(f"{verdict!r} is no verdict", f"use {', '.join(verdicts)}")
    return verdict, line.text("by"), line.text("reason")
