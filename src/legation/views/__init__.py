"""Views: what a ledger answers, as data and as text for the terminal.

status          the state of a relation on a day, with the claims that it rests on
timeline        all claims on a pair in the order of time
status_text, timeline_text   the same for people, with the quotes in their own script
"""
