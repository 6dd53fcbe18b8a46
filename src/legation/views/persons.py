"""Who is who in a ledger: the persons that its claims name, and why each spelling is theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.text import Text

from legation.ledger import Ledger
from legation.model.decisions import Decision, folded
from legation.model.errors import UsageError
from legation.reconciliation.persons import Person, named_in, persons
from legation.views.naming import party_name


def known_persons(
    ledger: Ledger, of: Collection[str] | None = None, as_of: str | None = None
) -> list[Person]:
    """The persons named in claims on `of` (one party, or two; None: on all), as known `as_of`.

    Raises UsageError where `as_of` is no day or time (LG-U003), LedgerError where the ledger
    fails.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "a.ledger", create=True) as ledger:
    ...         known_persons(ledger)
    []
    """
    return persons(ledger.claims(of, as_of), ledger.decisions(as_of))


def decide(ledger: Ledger, decision: Decision) -> Decision:
    """Record a decision on two names that the ledger knows, and give it back as recorded.

    Raises as `require_known` does.
    """
    require_known(ledger, decision)
    return ledger.decide(decision)


def require_known(ledger: Ledger, decision: Decision) -> None:
    """Hold that the ledger knows both names of a decision.

    Raises UsageError (LG-U015) where no claim names a person so: a slip of the pen would decide
    nothing, and say nothing of it. What was decided before may be undone whatever is known now.
    """
    before = {known.pair for known in ledger.decisions()}
    if decision.pair not in before:
        named = named_in(ledger.claims())
        for name in decision.names:
            if folded(name) not in named:
                raise UsageError(
                    "LG-U015",
                    f"no claim of the ledger names a person {name!r}",
                    remedy="name both as `legation persons` shows them",
                )


def persons_text(found: Collection[Person]) -> Iterator[Text]:
    """A line for each person, and below it one for each further spelling, with score and reason.

    >>> [str(line) for line in persons_text([])]
    ['No person is named.']
    """
    if not found:
        yield Text("No person is named.")
    for person in found:
        states = ", ".join(party_name(code) for code in person.states)
        count = f"{len(person.claims)} claim{'' if len(person.claims) == 1 else 's'}"
        yield Text.assemble((person.name, "bold"), f"  {states} · {count}")
        for one in person.spellings[1:]:
            yield Text.assemble(f"  = {one.name}  ", (f"{one.score:.2f}, {one.reason}", "dim"))
