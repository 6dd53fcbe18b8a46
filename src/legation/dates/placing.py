"""Placing: from what the words say to EDTF, with what the text has said before.

A day or month without a year takes the year the paragraph has reached; 'two years later' counts
from the date it has reached; 'yesterday' from the date of the document.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from legation.dates.links import Linked
from legation.dates.mention import Basis
from legation.dates.points import GREGORIAN, YEARS_BEHIND, Point, Step, write
from legation.model.edtf import Edtf, Moment, is_edtf, parse

_DAYS = {"day": 1, "week": 7}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_WIDTHS = {"decade": 1, "century": 2}
_HALF_WEEK = 3


@dataclass(frozen=True, slots=True)
class Reached:
    """What a text has reached: the last date of the passage, the document's own date, and the
    last date of the passages before.

    `course` is the last date that did not look back: a bare year before it is background
    ('a claim that goes back to 1833'), and no passage after it goes on from there. `daily` is the
    last that gave a day.
    """

    said: Moment | None = None
    document: Moment | None = None
    earlier: Moment | None = None
    course: Moment | None = None
    daily: Moment | None = None

    def in_next_passage(self) -> Reached:
        """The same at the beginning of another passage."""
        return Reached(None, self.document, self.course or self.earlier)

    def after(self, when: str | None) -> Reached:
        """The same, once the text has given another date (its end, where it has two)."""
        if when is None:
            return self
        found = parse(when)
        ends = [end for end in (found.upper, found.lower) if isinstance(end, Moment)]
        if not ends or not ends[0].year.isdigit() or self._is_to_come(ends[0]):
            return self
        back = self._looks_back(ends[0])
        if back and when.endswith("/.."):
            return self
        course = self.course if back else ends[0]
        daily = ends[0] if ends[0].day.isdigit() else self.daily
        return replace(self, said=ends[0], course=course, daily=daily)

    def in_report(self) -> Moment | None:
        """The last date of a report's own year, where a bare year before it was its background
        ('on 26 March they ended ties that dated back to 1941; on 5 June the embassy opened')."""
        if not (self.said and self.course and self.document) or self.said.month:
            return None
        return self.course if self.course.year == self.document.year else None

    def is_past(self, when: str | None) -> bool:
        """Whether a date is before the last of the passage."""
        moment = moment_of(when)
        if moment is None or self.said is None or not moment.year.isdigit():
            return False
        return (moment.year, moment.month) < (self.said.year, self.said.month or moment.month)

    def _is_to_come(self, moment: Moment) -> bool:
        """Whether a bare year is after the document was written, so that nothing goes on from it:
        'the programme, which was to run until 2029'."""
        return bool(self.document and not moment.month) and int(moment.year) > int(
            self.document.year  # type: ignore[union-attr]
        )

    def _looks_back(self, moment: Moment) -> bool:
        """Whether a bare year is before what the passage had reached."""
        bare = self.course is not None and not moment.month
        return bare and int(moment.year) < int(self.course.year)  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Placed:
    """A date in EDTF (None where no year is known) and whence it is."""

    when: str | None
    basis: Basis


def place(one: Linked, reached: Reached) -> Placed | None:
    """The date of an expression, or None where it leans on something that is not there."""
    lower = _place_point(one.lower, reached)
    if lower is None:
        return None
    if one.upper is not None:
        return _place_range(one, lower, reached)
    when = lower.when
    if when is not None and one.kind == "since":
        when = f"{when}/.."
    elif when is not None and one.kind == "until":
        when = f"../{when}"
    return Placed(when, lower.basis)


def _place_range(one: Linked, lower: Placed, reached: Reached) -> Placed | None:
    upper = _place_point(one.upper, reached.after(lower.when)) if one.upper else None
    if upper is None or lower.when is None or upper.when is None:
        return None
    ends = sorted([lower.when, upper.when], key=_first_day)
    basis = upper.basis if lower.basis == "stated" else lower.basis
    when = ends[0] if ends[0] == ends[1] else "/".join(ends)
    return Placed(when, basis) if is_edtf(when) else None


def _first_day(when: str) -> date:
    return parse(when).earliest or date.min


def _place_point(point: Point, reached: Reached) -> Placed | None:
    if point.step is not None:
        return _place_step(point, point.step, reached)
    if point.year is not None:
        when = write(point)
        return Placed(when, "stated") if when else None
    if point.month is None and point.season is None:
        return _place_day(point, reached.said)
    for moment, basis in _sources(reached):
        if basis == "carried" and _goes_back(point, reached):
            continue
        when = _in_year_of(point, int(moment.year), moment)
        if when:
            return Placed(when, basis)
    return Placed(None, "carried")


def _place_day(point: Point, said: Moment | None) -> Placed | None:
    """A day of the month that the passage has reached ('on the 11th Peru, on the 28th Chile')."""
    if point.day is None or said is None or not said.month.isdigit() or int(said.month) > 12:
        return None
    when = write(replace(point, year=int(said.year), month=int(said.month)))
    return Placed(when, "carried") if when else None


def _in_year_of(point: Point, year: int, moment: Moment | None = None) -> str | None:
    """The point in a year of ours; a January that follows on a December is in the next."""
    if point.calendar in YEARS_BEHIND:
        early = moment is not None and moment.month in ("01", "02", "03")
        year -= YEARS_BEHIND[point.calendar] + early
    elif point.calendar != GREGORIAN:
        return None
    elif moment and point.month == 1 and moment.month == "12":
        year += 1
    return write(replace(point, year=year, step=None))


def _goes_back(point: Point, reached: Reached) -> bool:
    """Whether a month would be before what the passage has reached, and is not in the year of the
    document: in a report of February 2022, after 'since May 2021', '9 January' is of 2022."""
    said, written = reached.said, reached.document
    if said is None or written is None or point.month is None or point.calendar != GREGORIAN:
        return False
    if not (said.month.isdigit() and written.month.isdigit() and int(said.month) <= 12):
        return False
    after = int(said.year) + 1 == int(written.year)
    return after and point.month < int(said.month) and point.month <= int(written.month)


def _sources(reached: Reached) -> list[tuple[Moment, Basis]]:
    found: list[tuple[Moment, Basis]] = []
    if reached.said:
        found.append((reached.in_report() or reached.said, "carried"))
    if reached.document:
        found.append((reached.document, "document"))
    if reached.earlier:
        found.append((reached.earlier, "carried"))
    return found


def _place_step(point: Point, step: Step, reached: Reached) -> Placed | None:
    origin, basis = _origin(point, step, reached)
    if origin is None:
        return None
    try:
        when = _stepped(origin, step, point, basis)
    except (ValueError, OverflowError):
        return None
    if when is None or (basis == "carried" and _beyond(when, reached)):
        return None
    about = "~" if point.approximate and not when.endswith("~") else ""
    return Placed(when + about, basis)


def _beyond(when: str, reached: Reached) -> bool:
    """Whether a count from the text would lead to years after the document was written: in a
    report of 2025 'the first in 13 years' counts from no date of it."""
    year = when[:4]
    return reached.document is not None and year.isdigit() and year > reached.document.year


def _origin(point: Point, step: Step, reached: Reached) -> tuple[Moment | None, Basis]:
    """Whence a step counts; for one word that is both 'earlier' and 'ago', the text comes first."""
    if step.anchor == "text" or (step.anchor == "either" and reached.said):
        said = reached.said or reached.earlier
        by_days = step.unit == "day" and point.month is None and point.season is None
        coarse = by_days and said is not None and not said.day.isdigit()
        return (reached.daily or said) if coarse else said, "carried"
    if step.unit == "weekday" and reached.document is None:
        return reached.said, "carried"
    return reached.document, "document"


def _stepped(origin: Moment, step: Step, point: Point, basis: Basis) -> str | None:
    """The date so many units from `origin`, no finer than the unit and no finer than `origin`."""
    mark = "~" if origin.mark else ""
    if step.unit == "weekday":
        return _weekday_stepped(origin, step, nearest=basis == "carried")
    if point.month is not None or point.season is not None:
        behind = origin if point.calendar in YEARS_BEHIND else None
        return _in_year_of(point, _year_stepped(origin, step, point), behind)
    if step.unit in _YEARS:
        return _years_stepped(int(origin.year), step, mark)
    if step.unit == "month":
        month = _month_stepped(origin, step.amount, mark)
        return _day_in(month, point.day) if month and point.day else month
    return _day_stepped(origin, step, mark)


def _years_stepped(year: int, step: Step, mark: str) -> str:
    """A year; 'that decade' is all of it, 'a decade later' about ten years on."""
    wide = _WIDTHS.get(step.unit, 0)
    year = date(year + step.amount * _YEARS[step.unit], 1, 1).year
    if wide and step.amount == 0:
        return f"{year:04d}"[: 4 - wide] + "X" * wide
    return f"{year:04d}" + ("~" if wide else mark)


def _year_stepped(origin: Moment, step: Step, point: Point) -> int:
    year = int(origin.year)
    if step.unit != "named" or point.month is None or not origin.month.isdigit():
        return year + step.amount
    if point.month == int(origin.month) and point.day and origin.day.isdigit():
        passed = point.day < int(origin.day)
        return year - (step.amount < 0 and not passed) + (step.amount > 0 and passed)
    if step.amount < 0:
        return year - (point.month >= int(origin.month))
    return year + (step.amount > 0 and point.month <= int(origin.month))


def _weekday_stepped(origin: Moment, step: Step, nearest: bool) -> str | None:
    """The day of that name in the week that ends with the origin, or after it if it is to come; the
    `nearest` to a day of the text ('on Wednesday 1 February …; on Thursday he …')."""
    if not origin.day.isdigit() or not origin.month.isdigit() or step.named is None:
        return None
    day = date(int(origin.year), int(origin.month), int(origin.day))
    if step.amount > 0:
        return (day + timedelta(days=(step.named - day.isoweekday() - 1) % 7 + 1)).isoformat()
    past = (day.isoweekday() - step.named) % 7
    return (day - timedelta(days=past - 7 * (nearest and past > _HALF_WEEK))).isoformat()


def _month_stepped(origin: Moment, amount: int, mark: str) -> str | None:
    if not origin.month.isdigit() or int(origin.month) > 12:
        return f"{origin.year}~" if amount else None
    months = int(origin.year) * 12 + int(origin.month) - 1 + amount
    return f"{date(months // 12, months % 12 + 1, 1).isoformat()[:7]}{mark}"


def _day_in(month: str, day: int) -> str:
    """'On the 13th of that month': the day, where the month itself is sure."""
    return month if month.endswith("~") else date.fromisoformat(f"{month}-{day:02d}").isoformat()


def _day_stepped(origin: Moment, step: Step, mark: str) -> str | None:
    if not origin.day.isdigit() or not origin.month.isdigit():
        known = origin.month.isdigit() and step.amount != 0
        return f"{origin.year}-{origin.month}~" if known else None
    day = date(int(origin.year), int(origin.month), int(origin.day))
    day += timedelta(days=step.amount * _DAYS.get(step.unit, 1))
    return day.isoformat() + ("~" if step.unit == "week" else mark)


def moment_of(when: str | None) -> Moment | None:
    """The single date (or the beginning of the interval) that an EDTF text gives, if any.

    >>> str(moment_of("2004-05-03"))
    '2004-05-03'
    """
    found: Edtf | None = parse(when) if when else None
    if found is None or not isinstance(found.lower, Moment) or not found.lower.year.isdigit():
        return None
    return found.lower
