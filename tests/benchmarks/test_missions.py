"""Events of missions: what is one event, what is wanted, and what answers it."""

from __future__ import annotations

from typing import Any

from scoring.missions import Count, compare, mission_events


def row(when: str | None, kind: str = "mission_opened", **fields: Any) -> dict[str, Any]:
    roles = {"sender": "PER", "host": "NOR", **fields.pop("roles", {})}
    return {"kind": kind, "roles": roles, "when": when, **fields}


def test_an_event_told_by_its_year_and_by_its_day_is_one() -> None:
    assert len(mission_events([row("1919"), row("1919-05-02")], "day")) == 1


def test_an_opening_and_a_closing_of_one_year_are_two() -> None:
    told = [row("1919"), row("1919", "mission_closed")]
    assert len(mission_events(told, "year")) == 2


def test_what_is_denied_planned_undated_or_lasted_is_no_event() -> None:
    told = [
        row("1919", polarity="denied"),
        row("1919", modality="planned"),
        row(None),
        row("1919/1940"),
        row("1919", "mission_present"),
    ]
    assert mission_events(told, "day") == []


def test_a_raised_rank_is_wanted_though_it_is_optional() -> None:
    raised = row("1949-08-03", optional=True, roles={"mission_type": "embassy"})
    assert compare([raised], [], "day").count == Count(wanted=1)


def test_another_optional_event_is_neither_missed_nor_wrong() -> None:
    closing = row("1949-08-03", "mission_closed", optional=True)
    assert compare([closing], [], "day").count == Count()
    assert compare([closing], [row("1949-08-03", "mission_closed")], "day").count == Count()


def test_a_reopening_answers_an_opening_and_a_sender_turned_round_does_not() -> None:
    again = row("1919-05-02", "mission_reopened")
    turned = row("1919-05-02", roles={"sender": "NOR", "host": "PER"})
    assert compare([row("1919-05-02")], [again], "day").count == Count(1, 1, 1)
    assert compare([row("1919-05-02")], [turned], "day").count == Count(1, 1, 0)
