"""A synthetic ledger: documents on the relations of 200 states, the same for the same seed.

shape       how many claims a pair has, and how kinds and dates are spread, as readers found them
documents   the documents and their claims, each with its words
filling     all of them put into a ledger, timed
questions   pairs drawn by chance, and what they take to answer
peers       the same claims in DuckDB and in pyoxigraph, and the same question put to them
"""
