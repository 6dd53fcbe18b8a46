"""The desk at which a reader goes through the claims that wait, one key a verdict.

session   the logic: which claim is next, what was decided, what is taken back
keys      what each key does
screen    what is drawn
terminal  the real screen and the real keys
author    who answers for the verdicts
"""
