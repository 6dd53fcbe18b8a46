"""Writes the sentences of the benchmark of dates from their templates, always the same ones.

    python benchmarks/write_date_expressions.py

A template is a sentence with its dates in brackets and their values beside it; small names in
braces are filled with the language's own digits and words, capital ones with EDTF. No finder of
dates is asked: the values of other calendars come from the calendars' own libraries.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hijridate import Hijri
from persiantools.jdatetime import JalaliDate

FOLDER = Path(__file__).parent / "date_expressions"
TIMES_DATED, TIMES_DATELESS = 7, 3
BANGLA_MONTHS = (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30)
Calendar = Callable[[int, int, int], date]


def jalali(year: int, month: int, day: int) -> date:
    """The day of ours that a day of the solar calendar of Iran is."""
    solar: Any = JalaliDate
    return date.fromordinal(solar(year, month, day).to_gregorian().toordinal())


def hijri(year: int, month: int, day: int) -> date:
    """The day of ours that a day of the lunar calendar is, by the tables of Umm al-Qura."""
    return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())


def bangla(year: int, month: int, day: int) -> date:
    """The day of ours that a day of the calendar of Bangladesh is; Falgun is longer in leap years.

    >>> bangla(1358, 11, 8)
    datetime.date(1952, 2, 21)
    """
    start, ours = date(year + 593, 4, 14), year + 594
    leap = ours % 4 == 0 and month == 12
    return start + timedelta(days=sum(BANGLA_MONTHS[: month - 1]) + leap + day - 1)


def larger_share(calendar: Calendar, year: int, month: int | None = None) -> str:
    """The month (or the year) of ours that holds most days of one of another calendar, about.

    >>> larger_share(jalali, 1367, 5)
    '1988-08~'
    """
    first = calendar(year, month or 1, 1)
    last = calendar(year + 1, 1, 1)
    if month is not None:
        last = calendar(year + month // 12, month % 12 + 1, 1)
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days)]
    length = 4 if month is None else 7
    return Counter(day.isoformat()[:length] for day in days).most_common(1)[0][0] + "~"


def words_of(lists: dict[str, list[str]], chance: random.Random) -> dict[str, Any]:
    """What is drawn for one sentence: a date, a later one, and words for coarser times."""
    year, month, day = chance.randint(1911, 2018), chance.randint(2, 9), chance.randint(2, 20)
    year2 = year + chance.randint(2, 5)
    month2, day2 = month + chance.randint(1, 3), day + chance.randint(2, 7)
    decade, century = chance.randrange(5), chance.randrange(3)
    filled: dict[str, Any] = {
        "y": year, "y2": year2, "yy": f"{year2 % 100:02d}", "d": day, "d2": day2,
        "dn": f"{day:02d}", "mn": f"{month:02d}", "big": 13 + day % 15, "dec": year // 10 * 10,
        "mon": lists["months"][month - 1], "mon2": lists["months"][month2 - 1],
        "monin": lists.get("monthsin", lists["months"])[month - 1],
        "monin2": lists.get("monthsin", lists["months"])[month2 - 1],
        "dth": lists["ordinals"][day - 1], "cen": lists["centuries"][century],
        "decw": lists["decades"][decade],
        "Y": year, "Y2": year2, "M": f"{month:02d}", "M2": f"{month2:02d}", "D": f"{day:02d}",
        "D2": f"{day2:02d}", "BIG": 13 + day % 15, "DEC": f"{year // 10}X",
        "C": f"{17 + century}XX", "DW": f"19{5 + decade}X", "NEXT": year + 1, "TWO": year + 2,
        "THREEAGO": year - 3, "MONTHBEFORE": f"{year}-{month - 1:02d}",
        "DAYBEFORE": date(year, month, day) - timedelta(days=1),
        "DAYAFTER": date(year, month, day) + timedelta(days=1),
    }  # fmt: skip
    return filled | other_calendars(lists, chance)


def other_calendars(lists: dict[str, list[str]], chance: random.Random) -> dict[str, Any]:
    """A date of each other calendar that the language has names of months for."""
    filled: dict[str, Any] = {}
    kinds: list[tuple[str, Calendar, range]] = [
        ("j", jalali, range(1305, 1400)),
        ("h", hijri, range(1345, 1440)),
        ("b", bangla, range(1320, 1425)),
    ]
    for mark, calendar, years in kinds:
        year, month, day = chance.choice(years), chance.randint(1, 12), chance.randint(1, 28)
        later = year + chance.randint(2, 6)
        names = lists.get(f"{mark}months", [""] * 12)
        big = mark.upper()
        filled |= {f"{mark}y": year, f"{mark}y2": later, f"{mark}d": day}
        filled |= {f"{mark}mon": names[month - 1], f"{mark}mn": f"{month:02d}"}
        filled |= {f"{mark}dn": f"{day:02d}", f"{big}": calendar(year, month, day)}
        filled |= {f"{big}M": larger_share(calendar, year, month)}
        filled |= {f"{big}Y": larger_share(calendar, year)}
        filled |= {f"{big}Y2": larger_share(calendar, later)}
    return filled


def in_digits(filled: dict[str, Any], digits: str) -> dict[str, str]:
    """The fillings with the language's own digits, but for those in capitals."""
    table = str.maketrans("0123456789", digits)
    return {
        name: str(value) if name.isupper() else str(value).translate(table)
        for name, value in filled.items()
    }


def sentences(template: str) -> list[str]:
    """The lines of one language: its templates, each filled several times."""
    lines = [line.split("\t") for line in template.splitlines() if line and line[0] != "#"]
    lists = {line[0][1:]: line[1].split() for line in lines if line[0][0] == "@"}
    for name, words in lists.items():
        lists[name] = [word.replace("_", " ") for word in words]
    chance, written = random.Random(1648), []
    for row in (line for line in lines if line[0][0] != "@"):
        for _ in range(TIMES_DATELESS if row[0] == "none" else TIMES_DATED):
            filled = in_digits(words_of(lists, chance), lists["digits"][0])
            written.append("\t".join(cell.format(**filled) for cell in row))
    return list(dict.fromkeys(written))


def main() -> None:
    for path in sorted((FOLDER / "templates").glob("*.tsv")):
        lines = ["family\tdocument\tsentence\tvalues", *sentences(path.read_text("utf-8"))]
        (FOLDER / path.name).write_text("\n".join(lines) + "\n", "utf-8")
        print(path.stem, len(lines) - 1)


if __name__ == "__main__":
    main()
