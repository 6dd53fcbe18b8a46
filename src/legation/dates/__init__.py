"""Expressions of dates, in every script and calendar, as EDTF with the words that give them."""

from legation.dates.finder import find_dates
from legation.dates.mention import DateMention
from legation.dates.rows import date_rows

__all__ = ["DateMention", "date_rows", "find_dates"]
