"""Scoring: how far the claims of documents agree with what careful readers wrote down.

samples     documents with the claims that readers found in them
agreement   whether a claim says what a reader's says, strictly or loosely
matching    which claim answers which
causes      what is amiss where none does
judging     a document's claims, judged one by one
tallies     precision, recall and the share of right dates, of any selection of judgements
reliability whether confidence is kept: bins and the expected error of calibration
"""
