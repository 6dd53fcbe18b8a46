"""Who is who in a ledger: the persons that its claims name, and why each spelling is theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rich.text import Text

from legation.ledger import Ledger
from legation.reconciliation.persons import Person, persons
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
