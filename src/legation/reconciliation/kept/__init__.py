"""What was worked out of claims, written down so that it can be had again without working.

Whatever is read from here equals what was written; most of it is read only when it is looked
into. It is JSON, one object a line: a head, then each claim, then the rest of each fact.

shelving       claims and facts written down, by their numbers
shelf          the same read again
timelines      lines of time
betweens       what is told between two parties
memberships    the memberships of one
editions       by which rules it was worked out
"""
