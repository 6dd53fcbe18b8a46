"""Who answers for a decision, and why, is told in one line each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.model.answering import require_line
from legation.model.decisions import Decision
from legation.model.errors import UsageError
from legation.model.reviews import Review
from legation.model.withdrawals import Withdrawal

AT = "2026-01-31T12:00:00.000000Z"
MAKERS: list[Callable[..., object]] = [
    lambda by, why, at="": Review("5f0c", "accept", by, why, recorded_at=at),
    lambda by, why, at="": Decision("merge", ("Berg", "Dahl"), by, why, at),
    lambda by, why, at="": Withdrawal("sha256:0", "withdraw", by, why, at),
]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(("by", "why"), [("", "read it"), (" ", "read it"), ("A. Reader", "")])
def test_without_author_or_reason_nothing_is_decided(
    make: Callable[..., object], by: str, why: str
) -> None:
    for at in ("", AT):
        with pytest.raises(UsageError, match="LG-U014"):
            make(by, why, at)


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize(
    "told", ["A\nB", "A\rB", "A\0B", "A\tB", "A\x1b[2JB", "A\u2028B", "A\ud800"]
)
def test_an_author_and_a_reason_are_one_line_each(make: Callable[..., object], told: str) -> None:
    with pytest.raises(UsageError, match="LG-U044: the author"):
        make(told, "read it")
    with pytest.raises(UsageError, match="LG-U044: the reason"):
        make("A. Reader", told)


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_recorded_already_stays_as_it_was_written(make: Callable[..., object]) -> None:
    assert make("A\nB", "read it\nand again", AT) is not None


@pytest.mark.parametrize("told", ["سید‌علی", "অ্যাডাম স্মিথ", "Zoë O’Hara", ""])
def test_names_in_every_script_are_lines(told: str) -> None:
    require_line("the author", told)
    assert told.splitlines() in ([told], [])
