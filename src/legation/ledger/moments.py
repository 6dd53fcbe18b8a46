"""Recorded times: when the ledger came to know something, always in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from legation.model.errors import UsageError

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
_DAY_LENGTH = len("2026-01-31")


def written(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, of one width, so that it sorts as time does.

    Raises UsageError (LG-U002) for a moment without a time zone.

    >>> written(datetime(2026, 1, 31, 12, tzinfo=UTC))
    '2026-01-31T12:00:00.000000Z'
    """
    if moment.tzinfo is None:
        raise UsageError(
            "LG-U002", "a recorded time has no time zone", remedy="give it one, such as UTC"
        )
    return moment.astimezone(UTC).strftime(_FORM)


def as_of(text: str) -> str:
    """The last moment that `text` covers, as the ledger writes it; a day counts to its end.

    `text` is an ISO 8601 day or time; a time without a zone is taken as UTC. Raises UsageError
    (LG-U003) for anything else.

    >>> as_of("2026-01-31")
    '2026-01-31T23:59:59.999999Z'
    >>> as_of("2026-01-31T12:00+03:30")
    '2026-01-31T08:30:00.000000Z'
    """
    try:
        moment = datetime.fromisoformat(text)
        if len(text) == _DAY_LENGTH:
            moment += timedelta(days=1) - timedelta(microseconds=1)
        return written(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    except (ValueError, OverflowError):  # the latter where its zone takes it out of the calendar
        raise UsageError(
            "LG-U003",
            f"{text!r} is neither a day nor a time",
            remedy="write it as 2026-01-31 or 2026-01-31T12:00:00Z",
        ) from None


def require_order(before: str, after: str | None) -> None:
    """Raise UsageError (LG-U046) where what is to come before comes after; None means now.

    >>> require_order("2026-01-31T12:00Z", "2026-01-31")
    """
    if after is not None and as_of(before) > as_of(after):
        raise UsageError(
            "LG-U046",
            f"{before} is later than {after}",
            remedy="give the earlier one first, with --before",
        )


def is_written(text: str) -> bool:
    """Whether a text is a moment as the ledger writes it.

    >>> is_written("2026-01-31T12:00:00.000000Z"), is_written("2026-01-31T12:00:00Z")
    (True, False)
    """
    try:
        return written(datetime.fromisoformat(text).astimezone(UTC)) == text
    except (ValueError, OverflowError):
        return False


def next_after(text: str) -> str:
    """The first moment after one that the ledger wrote.

    >>> next_after("2026-01-31T23:59:59.999999Z")
    '2026-02-01T00:00:00.000000Z'
    """
    return written(datetime.fromisoformat(text) + timedelta(microseconds=1))


def now() -> str:
    """The present moment as the ledger writes it.

    >>> len(now())
    27
    """
    return written(datetime.now(UTC))
